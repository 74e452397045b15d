// Makes src/styles/fonts/tifinagh.woff2: Noto Sans Tifinagh with IRCAM's letters only. Run when the font package changes.
import { readFile, writeFile } from 'node:fs/promises';
import subsetFont from 'subset-font';

const IRCAM = 'ⴰⴱⴳⴷⴹⴻⴼⴽⵀⵃⵄⵅⵇⵉⵊⵍⵎⵏⵓⵔⵕⵖⵙⵚⵛⵜⵟⵡⵢⵣⵥⵯ';
const SOURCE = 'node_modules/@fontsource/noto-sans-tifinagh/files/noto-sans-tifinagh-tifinagh-400-normal.woff2';
const TARGET = 'src/styles/fonts/tifinagh.woff2';

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
