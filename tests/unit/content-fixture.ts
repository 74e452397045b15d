import type { DraftContent } from '../../src/model/content.ts';
import { forEachLocale, type Locale, LOCALES, type LocalizedText } from '../../src/model/locale.ts';
import { Cell, Service } from '../../src/model/place.ts';
import { ProcedureFacts } from '../../src/model/procedure.ts';
import { type ProcedureWords, ProcedureWords as Words, type WordsFile } from '../../src/model/words.ts';

/** Words that every check accepts: letters only, Tifinagh for Amazigh. */
const PLAIN = { ar: 'نص', fr: 'texte', en: 'text', es: 'texto', zgh: 'ⴰⴹⵕⵉⵚ' } as const satisfies Record<Locale, string>;

export const plainText: LocalizedText = { ...PLAIN };

const source = { id: 'law', title: 'Law', publisher: 'State', url: 'https://example.org/law', consulted: '2026-01-02' };

/** Facts of one procedure, as an editor writes them, with what a test changes. */
export function facts(changes: Record<string, unknown> = {}): ProcedureFacts {
  return ProcedureFacts.parse({
    audiences: ['mre'],
    topic: 'identity',
    conditions: ['minor'],
    steps: [{}],
    papers: [{ paper: 'passport', form: 'original', source: 'law' }],
    fees: [{ id: 'stamp', amount: 75, currency: 'MAD', when: ['minor'], source: 'law' }],
    deadline: [{ id: 'late', duration: 'P3M', source: 'law' }],
    figures: { age: { value: 16, unit: 'year', source: 'law' } },
    sources: [source],
    review: { checked: '2026-01-02', every: 'P6M', validated: null },
    ...changes,
  });
}

/** Words of one language, with what a test changes. */
export function words(locale: Locale, changes: Partial<ProcedureWords> = {}, body = ''): WordsFile {
  const text = PLAIN[locale];
  const data = Words.parse({
    title: text,
    summary: `${text} {age}`,
    who: text,
    where: text,
    aliases: [text, 'cnie 2', 'bita9a'],
    steps: [text],
    notes: { late: text },
    translation: { origin: 'fr', madeFrom: {}, method: 'machine', reviewed: null },
    ...changes,
  });
  return { data, body };
}

const place = {
  name: plainText,
  provinces: ['nador'],
  commune: plainText,
  position: { lat: 35.17, lon: -2.93, precision: 'town' },
  address: null,
  hours: { osm: 'Mo-Fr 08:30-16:30', basis: 'general-rule', source: 'law' },
  audiences: ['mre'],
  sources: [source],
  checked: '2026-01-02',
  translation: { origin: 'fr', method: 'machine', reviewed: null },
};

export function service(changes: Record<string, unknown> = {}): Service {
  return Service.parse({ ...place, category: 'health', purpose: plainText, ...changes });
}

export function cell(changes: Record<string, unknown> = {}): Cell {
  return Cell.parse({ ...place, level: 'commune', status: 'confirmed', host: plainText, channels: ['visit'], ...changes });
}

/** A small content in which nothing is wrong; a test puts one thing wrong. */
export function content(changes: Partial<DraftContent> = {}): DraftContent {
  const name = { order: 1, icon: 'file', name: plainText };
  return {
    procedures: new Map([['card', { id: 'card', facts: facts(), words: forEachLocale((locale) => words(locale)) }]]),
    papers: new Map([['passport', { name: plainText }]]),
    services: new Map([['hospital', service()]]),
    cells: new Map([['nador', cell()]]),
    notices: new Map(),
    orientation: new Map(),
    glossary: new Map([['kafala', { name: plainText, meaning: plainText, sources: [source] }]]),
    rules: new Map(),
    calendar: new Map(),
    topics: new Map([['identity', { ...name, summary: plainText }]]),
    audiences: new Map([['mre', { ...name, summary: plainText }]]),
    categories: new Map([['health', name]]),
    conditions: new Map([['minor', { group: 'age', order: 1, name: plainText }]]),
    provinces: new Map([['nador', { order: 1, code: '02.381', name: plainText, seat: plainText }]]),
    ...changes,
  };
}

/** The content with other facts, or other words in some languages, for its one procedure. */
export function contentWith({
  facts: changed,
  words: rewritten = {},
}: {
  facts?: ProcedureFacts;
  words?: Partial<Record<Locale, WordsFile>>;
}): DraftContent {
  const all = Object.fromEntries(LOCALES.map((locale) => [locale, rewritten[locale] ?? words(locale)]));
  return content({ procedures: new Map([['card', { id: 'card', facts: changed ?? facts(), words: all }]]) });
}
