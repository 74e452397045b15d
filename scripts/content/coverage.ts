// npm run content:coverage: how much of the content there is, by language.
import { adviceOn } from '../../src/model/check/advice.ts';
import { addDuration, parseDuration } from '../../src/model/duration.ts';
import { freshness, sectionsOf } from '../../src/model/freshness.ts';
import { type Locale, LOCALES } from '../../src/model/locale.ts';
import type { DraftProcedure } from '../../src/model/content.ts';
import { termsIn } from '../../src/model/term-mark.ts';
import { readCheckedContent } from '../../src/reader/checked-content.ts';
import { readSettledNames } from '../../src/reader/settled-names.ts';

const { content, problems } = await readCheckedContent('src/content');
const procedures = [...content.procedures.values()];

/** Words as a reader counts them; a token counts as one. */
function wordCount({ words }: DraftProcedure, locale: Locale): number {
  const file = words[locale];
  return file ? [...sectionsOf(file).values()].join(' ').split(/\s+/).filter(Boolean).length : 0;
}

function staleCount({ words }: DraftProcedure, locale: Locale): number {
  const translation = words[locale]?.data.translation;
  const origin = translation && words[translation.origin];
  if (!origin || translation.origin === locale) return 0;
  return [...freshness(translation, origin).values()].filter((state) => state === 'stale').length;
}

const average = (numbers: readonly number[]) =>
  numbers.length > 0 ? Math.round(numbers.reduce((sum, number) => sum + number, 0) / numbers.length) : 0;

console.log(
  '| language | procedures | words a procedure, average / most | aliases, average / fewest | stale sections | read by a person |',
);
console.log('| --- | --- | --- | --- | --- | --- |');
for (const locale of LOCALES) {
  const present = procedures.filter(({ words }) => words[locale]);
  const words = present.map((procedure) => wordCount(procedure, locale));
  const aliases = present.map((procedure) => procedure.words[locale]?.data.aliases.length ?? 0);
  const stale = procedures.reduce((sum, procedure) => sum + staleCount(procedure, locale), 0);
  const reviewed = present.filter((procedure) => procedure.words[locale]?.data.translation.reviewed).length;
  console.log(
    `| ${locale} | ${present.length} of ${procedures.length} | ${average(words)} / ${Math.max(0, ...words)} | ${average(aliases)} / ${Math.min(...aliases)} | ${stale} | ${reviewed} |`,
  );
}
const counts = (['papers', 'services', 'cells', 'glossary', 'topics', 'conditions', 'notices'] as const).map(
  (name) => `${content[name].size} ${name}`,
);
const papers = [...content.papers.values()];
const today = new Date().toISOString().slice(0, 10);
const old = procedures.filter(({ facts }) =>
  facts.sources.some(({ consulted }) => addDuration(consulted, parseDuration(facts.review.every)) < today),
);
const withTerms = procedures.filter(({ words }) => words.fr && [...sectionsOf(words.fr).values()].some((text) => termsIn(text).length > 0));
const advice = adviceOn(content, await readSettledNames('docs/glossary.yaml'));
const tooLong = advice.filter(({ mend }) => mend.startsWith('Cut')).length;
console.log(`
${counts.join(', ')}
papers that say where one gets them: ${papers.filter(({ from }) => from).length} of ${papers.length}
procedures that mark terms: ${withTerms.length}; whose papers are fixed by a text: ${procedures.filter(({ facts }) => facts.fixedList).length}
procedures with a source older than their review interval: ${old.length}
facts without a source: ${problems.filter(({ what }) => what.startsWith('It cites')).length}; other problems: ${problems.length}
sentences over the limit: ${tooLong}; names translated otherwise than settled: ${advice.length - tooLong}`);
