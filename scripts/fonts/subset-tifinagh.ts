// Makes public/fonts/tifinagh-1.woff2: Noto Sans Tifinagh with IRCAM's letters only. Run when the font package changes, and
// give the file the next number: browsers keep it for a year.
import { readFile, writeFile } from 'node:fs/promises';
import subsetFont from 'subset-font';

const IRCAM = 'ⴰⴱⴳⴷⴹⴻⴼⴽⵀⵃⵄⵅⵇⵉⵊⵍⵎⵏⵓⵔⵕⵖⵙⵚⵛⵜⵟⵡⵢⵣⵥⵯ';
const SOURCE = 'node_modules/@fontsource/noto-sans-tifinagh/files/noto-sans-tifinagh-tifinagh-400-normal.woff2';
const TARGET = 'public/fonts/tifinagh-1.woff2';

const OPTIONS = {
  targetFormat: 'woff2',
  keepFeatures: [],
  noLayoutClosure: true,
  noHinting: true,
  dropTables: ['GSUB', 'GPOS', 'GDEF'],
} as const;

const font = await subsetFont(await readFile(SOURCE), IRCAM, OPTIONS);
await writeFile(TARGET, font);
console.log(`${TARGET}: ${font.length} bytes`);
