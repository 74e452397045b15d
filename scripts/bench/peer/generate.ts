import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'node-html-parser';
import { LOCALES } from '../../../src/model/locale.ts';
import { textOf, toPeerPage } from './markdown.ts';

/**
 * Writes every procedure in every language as content of Starlight, and the icon.
 * @param site - Folder of our built pages.
 * @param project - Folder of the Starlight site; what was generated before is removed.
 * @returns The text that each page must show, by its path below a built site: `fr/procedures/passport`.
 */
export function generateContent(site: string, project: string): Map<string, string> {
  const docs = join(project, 'src/content/docs');
  rmSync(docs, { recursive: true, force: true });
  // Its own projects begin with an icon, and each page asks for it.
  mkdirSync(join(project, 'public'), { recursive: true });
  copyFileSync(join(site, 'icon.svg'), join(project, 'public/favicon.svg'));
  const texts = new Map<string, string>();
  for (const locale of LOCALES) {
    for (const id of readdirSync(join(site, locale, 'procedures'))) {
      const path = `${locale}/procedures/${id}`;
      const file = join(site, path, 'index.html');
      if (!existsSync(file)) continue;
      const { markdown, text } = toPeerPage(readFileSync(file, 'utf8'));
      const target = join(docs, `${path}.md`);
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, markdown);
      texts.set(path, text);
    }
  }
  return texts;
}

/** How often each word stands in a text. Punctuation is left aside: Starlight makes quotes and dashes typographic. */
function countWords(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [word] of text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/**
 * Looks whether the built Starlight site shows what ours shows.
 * @param texts - Of `generateContent`.
 * @param site - Folder of its built pages.
 * @returns The words that a page lacks, as `fr/procedures/passport: word`.
 */
export function lostWords(texts: ReadonlyMap<string, string>, site: string): string[] {
  return [...texts].flatMap(([path, text]) => {
    const main = parse(readFileSync(join(site, path, 'index.html'), 'utf8')).querySelector('main');
    const shown = countWords(main ? textOf(main) : '');
    return [...countWords(text)].filter(([word, count]) => (shown.get(word) ?? 0) < count).map(([word]) => `${path}: ${word}`);
  });
}
