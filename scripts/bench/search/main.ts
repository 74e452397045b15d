// npm run bench:search: how well the search finds, by language and kind of query, beside two well-known engines.
// npm run bench:search -- misses fr    lists the queries of the tuning half that fail
import MiniSearch from 'minisearch';
import { completeContent } from '../../../src/model/check/content.ts';
import { type Locale, LOCALES } from '../../../src/model/locale.ts';
import { readCheckedContent } from '../../../src/reader/checked-content.ts';
import { search } from '../../../src/search/engine.ts';
import { makeIndex, type SearchEntry } from '../../../src/search/word-index.ts';
import { searchEntries } from '../../../src/search/entries.ts';
import { measureInBrowser } from './browser.ts';
import { openPagefind } from './pagefind.ts';
import { type Query, readQueries } from './queries.ts';

const MOST = 10;
const { content, problems } = await readCheckedContent('src/content');
if (problems.length > 0) throw new Error('Mend the content first: npm run check:content.');
const complete = completeContent(content);

/** Gives the ids that an engine finds, best first. */
type Engine = (query: string) => string[];

function ours(entries: readonly SearchEntry[]): Engine {
  const index = makeIndex(entries);
  return (text) => search(index, text, MOST).hits.map(({ entry }) => entry.id);
}

/** The same texts, with the options that it has by itself. */
function miniSearch(entries: readonly SearchEntry[]): Engine {
  const engine = new MiniSearch({ fields: ['title', 'summary', 'aliases', 'foreign'] });
  engine.addAll(entries.map(({ aliases, foreign, ...rest }) => ({ ...rest, aliases: aliases.join(' '), foreign: foreign.join(' ') })));
  return (text) =>
    engine
      .search(text)
      .slice(0, MOST)
      .map(({ id }) => String(id));
}

interface Score {
  count: number;
  first: number;
  three: number;
  reciprocal: number;
  empty: number;
}

function scoreOf(answers: readonly string[][], queries: readonly Query[]): Score {
  const ranks = queries.map(({ right }, index) => {
    const found = answers[index] ?? [];
    return { rank: found.findIndex((id) => right.includes(id)), empty: found.length === 0 };
  });
  const share = (is: (rank: number) => boolean) => ranks.filter(({ rank }) => is(rank)).length / ranks.length;
  return {
    count: ranks.length,
    first: share((rank) => rank === 0),
    three: share((rank) => rank >= 0 && rank < 3),
    reciprocal: ranks.reduce((sum, { rank }) => sum + (rank >= 0 ? 1 / (rank + 1) : 0), 0) / ranks.length,
    empty: ranks.filter(({ empty }) => empty).length / ranks.length,
  };
}

const row = (name: string, { count, first, three, reciprocal, empty }: Score) =>
  `| ${name} | ${count} | ${first.toFixed(2)} | ${three.toFixed(2)} | ${reciprocal.toFixed(2)} | ${empty.toFixed(2)} |`;

function printMisses(locale: Locale): void {
  const engine = ours(searchEntries(complete, locale));
  for (const { text, right, kind } of readQueries(locale, 'tuning')) {
    const found = engine(text);
    const rank = found.findIndex((id) => right.includes(id));
    if (rank !== 0) console.log(`${rank + 1}\t${kind}\t${text}\t${right.join(' ')}\t→ ${found.slice(0, 3).join(' ')}`);
  }
}

const [mode, wanted] = process.argv.slice(2);
if (mode === 'misses') {
  for (const locale of LOCALES) if (wanted === undefined || wanted === locale) printMisses(locale);
} else {
  const pagefind = await openPagefind('dist/client', MOST);
  for (const half of ['tuning', 'heldout'] as const) {
    console.log(`\n### ${half === 'tuning' ? 'The half that the search was tuned on' : 'The half that it had not seen'}\n`);
    console.log('| engine, language, kind | queries | success@1 | success@3 | MRR | empty |\n| --- | --- | --- | --- | --- | --- |');
    for (const locale of LOCALES) {
      const queries = readQueries(locale, half);
      if (queries.length === 0) continue;
      const entries = searchEntries(complete, locale);
      const engine = ours(entries);
      const answers = (of: Engine, some: readonly Query[]) => some.map(({ text }) => of(text));
      console.log(row(`**ours, ${locale}**`, scoreOf(answers(engine, queries), queries)));
      for (const [kind, some] of Map.groupBy(queries, (query) => query.kind))
        console.log(row(`ours, ${locale}, ${kind}`, scoreOf(answers(engine, some), some)));
      console.log(row(`MiniSearch, ${locale}`, scoreOf(answers(miniSearch(entries), queries), queries)));
      const found = await pagefind.answer(
        locale,
        queries.map(({ text }) => text),
      );
      console.log(row(`Pagefind, ${locale}`, scoreOf(found, queries)));
    }
  }
  await pagefind.close();
  console.log('\n### The first search of a visitor: CPU slowed 4 times, 400 ms there and back, 400 kbit/s\n');
  console.log(
    '| language | query | bytes to the first result | ms to the first result | ms of the next key stroke |\n| --- | --- | --- | --- | --- |',
  );
  for (const line of await measureInBrowser()) console.log(line);
}
