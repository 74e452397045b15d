import type { Page } from '@playwright/test';

/** Sizes of letters to try, in points, the most readable first. */
const SIZES = [8, 7.5, 7, 6.5, 6, 5.5, 5, 4.5] as const;
const MOST_SHEETS = 2;

/**
 * Counts the pages of a PDF.
 * @param pdf - As the browser prints it.
 * @returns Whole pages.
 */
export function pagesOf(pdf: Buffer): number {
  return (pdf.toString('latin1').match(/\/Type\s*\/Page\b/g) ?? []).length;
}

/**
 * Prints a sheet in the largest letters with which it stands on two pages.
 * @param page - Of a browser; what it shows is replaced.
 * @param html - Whose style takes the size of its letters from `--size`.
 * @returns The PDF, the size of its letters in points, and how many pages it has: more than two where even the smallest
 *   letters do not fit.
 */
export async function printOnTwoSheets(page: Page, html: string): Promise<{ pdf: Buffer; size: number; pages: number }> {
  await page.setContent(html);
  const print = async (size: number) => {
    await page.evaluate((points) => {
      document.body.style.setProperty('--size', `${points}pt`);
    }, size);
    const pdf = await page.pdf({ preferCSSPageSize: true });
    return { pdf, size, pages: pagesOf(pdf) };
  };
  let printed = await print(SIZES[0]);
  for (const size of SIZES.slice(1)) {
    if (printed.pages <= MOST_SHEETS) return printed;
    printed = await print(size);
  }
  return printed;
}
