import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { search } from '../../../src/search/engine.ts';
import { makeIndex, type SearchEntry } from '../../../src/search/word-index.ts';
import { packDetails, packEntries, unpackEntries, withDetails } from '../../../src/search/packed.ts';

const entry = (id: string, title: string, rest: Partial<SearchEntry> = {}): SearchEntry => ({
  id,
  title,
  summary: '',
  aliases: [],
  foreign: [],
  text: '',
  sensitive: false,
  facets: { topics: [], audiences: [], provinces: [] },
  ...rest,
});
const ENTRIES = [
  entry('procedures/residence-permit', 'Première carte de séjour', {
    aliases: ['titre de séjour'],
    foreign: ['بطاقة الإقامة', 'residence permit'],
  }),
  entry('procedures/national-identity-card', 'Carte nationale', {
    aliases: ['cnie', 'bita9a wataniya'],
    foreign: ['البطاقة الوطنية', 'ⵜⴰⴽⴰⵕⴹⴰ ⵜⴰⵏⴰⵎⵓⵔⵜ'],
  }),
  entry('procedures/vehicle-customs-clearance', 'Dédouaner une voiture', { foreign: ['تعشير السيارة', 'ta3chir tomobil'] }),
  entry('services/spanish-consulate-nador', 'Consulat général d’Espagne à Nador'),
];
const index = makeIndex(ENTRIES);
const first = (query: string) => search(index, query, 5).hits[0]?.entry.id;

describe('a query finds its page first', () => {
  test.each([
    ['carte de séjour', 'residence-permit'],
    ['carte de sejuor', 'residence-permit'],
    ['comment avoir ma carte de sejour ?', 'residence-permit'],
    ['بطاقات الاقامه', 'residence-permit'],
    ['residense permit', 'residence-permit'],
    ['لبطاقة الوطنية', 'national-identity-card'],
    ['bitaqa watania', 'national-identity-card'],
    ['takarda tanamurt', 'national-identity-card'],
    ['ta3chir', 'vehicle-customs-clearance'],
    ['السيارات تعشير', 'vehicle-customs-clearance'],
    ['dédouanement voitures', 'vehicle-customs-clearance'],
  ])('%s', (query, id) => {
    expect(first(query)).toBe(`procedures/${id}`);
  });
  test('an office is found by its name', () => {
    expect(first('consulat espagne')).toBe('services/spanish-consulate-nador');
  });
});

test('the words of a page find it where its names do not, and after those whose names do', () => {
  const entries = [entry('procedures/a', 'Passeport', { text: 'guichet timbre' }), entry('procedures/b', 'Timbre fiscal')];
  const ids = (query: string) => search(makeIndex(entries), query, 5).hits.map(({ entry: { id } }) => id);
  expect(ids('guichet')).toEqual(['procedures/a']);
  expect(ids('timbre')).toEqual(['procedures/b', 'procedures/a']);
});

test('another word for the same thing finds it, in any language, after the word itself', () => {
  const entries = [
    entry('procedures/a', 'Louer un logement'),
    entry('procedures/b', 'Acheter un appartement'),
    entry('procedures/c', 'Passeport'),
  ];
  const ids = (query: string) => search(makeIndex(entries), query, 5).hits.map(({ entry: { id } }) => id);
  expect(ids('apartment')[0]).toBe('procedures/b');
  for (const query of ['flat', 'دار', 'casa']) expect(ids(query)).toEqual(expect.arrayContaining(['procedures/a', 'procedures/b']));
  expect(ids('flat')).not.toContain('procedures/c');
});

test('the person that a verb carries in front does not hide it', () => {
  const entries = [entry('procedures/a', 'تعشير السيارة'), entry('procedures/b', 'جواز السفر')];
  for (const query of ['نعشر', 'كنعشر طوموبيل', 'n3achar'])
    expect(search(makeIndex(entries), query, 1).hits[0]?.entry.id).toBe('procedures/a');
});

test('only what is wanted is found', () => {
  const { hits } = search(index, 'carte', 5, ({ id }) => id.endsWith('card'));
  expect(hits.map(({ entry: { id } }) => id)).toEqual(['procedures/national-identity-card']);
});

test('a correction is told, with what was read', () => {
  expect(search(index, 'carte de sejuor', 5).corrected).toEqual([['sejuor', 'sejour']]);
  expect(search(index, 'carte de séjour', 5).corrected).toEqual([]);
});

test('what was found by another name says which, and which words were met', () => {
  const [hit] = search(index, 'cnie', 5).hits;
  expect(hit?.found).toBe('cnie');
  expect(hit?.matched).toContain('cnie');
});

test.each(['', '   ', '!?', '🙂🙂', '<script>alert(1)</script>', "'; DROP TABLE x; --", '\u202E\u2066', 'x'.repeat(10_000), 'Ж 汉字 ภาษา'])(
  'a strange query gets a calm answer: %j',
  (query) => {
    expect(Array.isArray(search(index, query, 5).hits)).toBe(true);
  },
);

test('whatever is typed, the answer is a list of entries, best first', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (query) => {
      const scores = search(index, query, 5).hits.map(({ score }) => score);
      expect(scores).toEqual([...scores].sort((one, other) => other - one));
      expect(scores.every(Number.isFinite)).toBe(true);
    }),
  );
});

test('entries survive the wire, and something else gives none', () => {
  const wired = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
  const texts = [
    entry('procedures/x', 'X', { text: 'guichet horaires' }),
    entry('cells/y', 'Y', { sensitive: true, facets: { topics: ['work', 'tax'], audiences: [], provinces: ['nador'] } }),
  ];
  expect(unpackEntries(wired(packEntries(ENTRIES)))).toEqual(ENTRIES);
  expect(withDetails(unpackEntries(wired(packEntries(texts))), wired(packDetails(texts)))).toEqual(texts);
  expect(withDetails(ENTRIES, 'nonsense')).toEqual(ENTRIES);
  for (const odd of [null, 'x', { a: 1 }, [1, null]]) expect(unpackEntries(odd)).toEqual([]);
});
