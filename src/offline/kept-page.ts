import { SECURITY_HEADERS } from '../server/headers.ts';
import { KEPT_HEADER } from './copy.ts';

/** By view, which is the language tag of a page in small letters: what is said on a page from the device. Written by the build. */
declare const KEPT_WORDS: Record<string, string>;

/** The views of the portal, as the first part of an address names them. */
export const VIEWS = Object.keys(KEPT_WORDS);

/** Every page of the portal names it; the login page of a network does not. */
const MARK = 'href="/icon.svg"';
/** Pages that show the quick exit leave no trace on the device. */
const SENSITIVE = 'data-exit=';
/** Pages of the desk are filled in for one visitor. */
const PAGE = new RegExp(`^/(?:${VIEWS.join('|')})/(?!request/)(?:.*/)?$`);

/** Whether a path leads to a page that may be kept. */
export const isPageAddress = (pathname: string): boolean => PAGE.test(pathname);

/** When a page came from the server; 0 where nobody knows. */
export const keptAt = (response: Response): number => Number(response.headers.get(KEPT_HEADER) ?? 0);

/**
 * Chooses between two of the same page.
 * @returns The one that came later; undefined when there is none.
 */
export function newest(one: Response | undefined, other: Response | undefined): Response | undefined {
  if (!one || !other) return one ?? other;
  return keptAt(one) >= keptAt(other) ? one : other;
}

/**
 * Sends a page from the device with the headers that the server would send it with, above all no Referer to where it leads.
 * @param response - A page that was kept.
 * @returns The same page.
 */
export function guarded(response: Response): Response {
  return new Response(response.body, { headers: { ...Object.fromEntries(response.headers), ...SECURITY_HEADERS } });
}

/**
 * Tells an answer of the portal from that of a machine that fails, or of a network that wants a login first.
 * @param response - As it came; it can still be read.
 * @returns Whether it may be shown in place of a page that is kept.
 */
export async function isWhole(response: Response): Promise<boolean> {
  if (response.status >= 500) return false;
  return response.status !== 200 || (await response.clone().text()).includes(MARK);
}

/**
 * Makes of an answer what is kept of it.
 * @param response - A page of the portal.
 * @param now - Milliseconds since 1970.
 * @returns The page with the moment; null where it is not to be kept.
 */
export async function pageToKeep(response: Response, now: number): Promise<Response | null> {
  if (response.status !== 200 || response.redirected) return null;
  const html = await response.clone().text();
  if (html.includes(SENSITIVE)) return null;
  return new Response(html, { headers: { 'content-type': 'text/html; charset=utf-8', [KEPT_HEADER]: String(now) } });
}

/**
 * Says on a page that it comes from the device, and since when it is there.
 * @param response - A page that was kept.
 * @returns The same page with a line above its title.
 */
export async function withStrip(response: Response): Promise<Response> {
  const html = await response.clone().text();
  const tag = /<html lang="([^"]+)"/.exec(html)?.[1]?.toLowerCase() ?? '';
  const day = new Date(keptAt(response));
  const date = `<bdi>${day.getDate()}/${day.getMonth() + 1}/${day.getFullYear()}</bdi>`;
  const words = KEPT_WORDS[tag]?.replace('{date}', date) ?? date;
  const marked = html.replace(/<main\b[^>]*>/, (main) => `${main}<p class="callout" role="status">${words}</p>`);
  return new Response(marked, { headers: response.headers });
}
