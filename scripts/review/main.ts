// npm run review -- passport            writes review/passport-fr-ar.html and, with a browser on the machine, the PDF
// npm run review -- passport ar zgh     with two other languages side by side
import { mkdir, writeFile } from 'node:fs/promises';
import { chromium } from '@playwright/test';
import { Locale, LOCALES } from '../../src/model/locale.ts';
import { formatProblems } from '../../src/model/problem.ts';
import { readCheckedContent } from '../../src/reader/checked-content.ts';
import { findBrowser } from '../verify/browser.ts';
import { printOnTwoSheets } from './print.ts';
import { sheetHtml } from './sheet.ts';

const FOLDER = 'review';
const USAGE = `Usage: npm run review -- <procedure> [language language]   (languages: ${LOCALES.join(', ')})`;

const [id = '', ...named] = process.argv.slice(2);
const { content, problems } = await readCheckedContent('src/content');
const procedure = content.procedures.get(id);
const languages = Locale.array()
  .length(2)
  .safeParse(named.length === 0 ? ['fr', 'ar'] : named);
if (!procedure || !languages.success) {
  const known = [...content.procedures.keys()].join(', ');
  console.error(procedure ? `Name two of the languages.\n${USAGE}` : `There is no procedure "${id}". There are: ${known}.\n${USAGE}`);
  process.exit(1);
}
const wrong = problems.filter(({ where }) => where.includes(`/procedures/${id}/`));
if (wrong.length > 0) console.error(`${formatProblems(wrong)}\n`);

const [one = 'fr', other = 'ar'] = languages.data;
const path = `${FOLDER}/${id}-${one}-${other}`;
const html = sheetHtml(procedure, content, [one, other]);
await mkdir(FOLDER, { recursive: true });
await writeFile(`${path}.html`, html);
console.log(`${path}.html`);
const executablePath = findBrowser();
if (executablePath === undefined) {
  console.log('For the PDF install Chromium or Chrome, or print the HTML file on A4 in landscape.');
} else {
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  const { pdf, size } = await printOnTwoSheets(await browser.newPage(), html);
  await browser.close();
  await writeFile(`${path}.pdf`, pdf);
  console.log(`${path}.pdf (letters of ${size} pt)`);
}
