import { formatDate, formatDuration, formatFigure, formatMoney } from '../../src/i18n/format.ts';
import { formatLegal } from '../../src/i18n/legal.ts';
import { traitsOf } from '../../src/i18n/locales.ts';
import { type Translate, translator } from '../../src/i18n/translator.ts';
import { escapeHtml, wordsToText } from '../../src/i18n/words.ts';
import type { DraftContent, DraftProcedure } from '../../src/model/content.ts';
import { sectionsOf } from '../../src/model/freshness.ts';
import type { Locale } from '../../src/model/locale.ts';
import type { Term } from '../../src/model/procedure.ts';
import { withoutMarks } from '../../src/model/term-mark.ts';
import { namedFacts } from '../../src/model/token.ts';

/** One line of the facts: what it is, what it says, and which source says so. */
interface FactLine {
  /** What a token or a note of the words names; laws have none. */
  id?: string;
  label: string;
  value: string;
  source: string;
}

type Languages = readonly [Locale, Locale];

function factLines({ facts, words }: DraftProcedure, content: DraftContent, [locale, other]: Languages, t: Translate): FactLine[] {
  const known = namedFacts(facts);
  const note = (id: string) => wordsToText(words[locale]?.data.notes[id] ?? '', { facts: known, locale });
  const when = (ids: readonly string[]) =>
    ids.length > 0
      ? t('procedure.when', { conditions: ids.map((id) => content.conditions.get(id)?.name[locale] ?? id).join(t('procedure.and')) })
      : '';
  const line = (label: string, value: string, source: string, id?: string): FactLine => ({ label, value, source, ...(id && { id }) });
  const together = (...parts: (string | undefined | false)[]) => parts.filter(Boolean).join(' · ');
  const terms = (title: string, list: readonly Term[]) =>
    list.map(({ id, duration, limit, when: cases, source }) => {
      const text = formatDuration(duration, locale);
      return line(
        together(title, note(id)),
        together(limit === 'exactly' ? text : t(`term.${limit}`, { duration: text }), when(cases)),
        source,
        id,
      );
    });
  return [
    ...facts.papers.map(({ paper, id = paper, form, copies, validity, when: cases, source }) => {
      const name = content.papers.get(paper)?.name;
      const details = together(
        t(`papers.form.${form}`),
        copies > 0 && t('papers.copies', { count: copies }),
        validity && t('papers.validity', { duration: formatDuration(validity, locale) }),
        when(cases),
      );
      return line(together(name?.[locale] ?? paper, name?.[other]), details, source, id);
    }),
    ...facts.fees.map(({ id, amount, currency, when: cases, source }) =>
      line(note(id) || t('fees.title'), together(formatMoney(amount, currency, locale), when(cases)), source, id),
    ),
    ...terms(t('delay.title'), facts.delay),
    ...terms(t('deadline.title'), facts.deadline),
    ...terms(t('validity.title'), facts.validity),
    ...Object.entries(facts.figures).map(([id, figure]) => line(note(id) || id, formatFigure(figure, locale), figure.source, id)),
    ...facts.online.map(({ url, source }, index) => {
      const id = `online-${index + 1}`;
      return line(note(id) || t('online.title'), url, source, id);
    }),
    ...(facts.fixedList ? [line(t('fixed.by'), formatLegal(facts.fixedList.text, locale, t), facts.fixedList.text.source)] : []),
    ...facts.legalBasis.map((basis) => line(t('legal.title'), formatLegal(basis, locale, t), basis.source)),
  ];
}

/** Words with each fact in bold and its number behind it, so that it can be looked up among the facts. */
function wordsWithNumbers(text: string, procedure: DraftProcedure, locale: Locale, numbers: ReadonlyMap<string, number>): string {
  const facts = namedFacts(procedure.facts);
  return withoutMarks(text)
    .split(/(\{[^{}]*\})/)
    .map((part) => {
      const id = /^\{(.*)\}$/.exec(part)?.[1];
      if (id === undefined) return escapeHtml(part);
      return `<b>${escapeHtml(wordsToText(part, { facts, locale }))}</b><sup>${String(numbers.get(id) ?? '?')}</sup>`;
    })
    .join('');
}

// Four columns on a wide sheet. The browser sets --size so that all of it stands on two.
const STYLE = `
@page { size: A4 landscape; margin: 8mm }
* { box-sizing: border-box }
body { margin: 0; font: var(--size, 7pt)/1.25 'Noto Sans', 'Noto Sans Arabic', 'Noto Sans Tifinagh', sans-serif; color: #000 }
h1 { font-size: 1.5em; margin: 0 } h2 { font-size: 1.1em; margin: 0 0 .2em } p { margin: .2em 0 }
header { display: flex; justify-content: space-between; gap: 2em; border-block-end: 2px solid #000; padding-block-end: .4em; margin-block-end: .5em }
.sign { min-inline-size: 24em; line-height: 2.2 }
main { display: grid; grid-template-columns: 34% 1fr; gap: 1em; align-items: start }
table { inline-size: 100%; border-collapse: collapse; table-layout: fixed }
td, th { border: 1px solid #999; padding: .15em .35em; text-align: start; vertical-align: top; overflow-wrap: anywhere }
tr { break-inside: avoid }
th { background: #eee }
.n { inline-size: 2.4em } .tick { inline-size: 1.8em } .src { inline-size: 3.2em; overflow-wrap: normal } .margin { inline-size: 18% } .key { inline-size: 6em; color: #444 }
td.text { white-space: pre-line }
ol { columns: 2; margin: .3em 0 0; padding-inline-start: 2em; font-size: .85em; overflow-wrap: anywhere }
`;

/**
 * Writes one procedure as a sheet on which a cell can confirm or correct it by hand.
 * @param procedure - With its words in the two languages.
 * @param content - For the names of papers and conditions.
 * @param languages - The two that stand side by side; labels are in the first.
 * @returns A whole HTML document: every fact with its number and source beside every section of words.
 */
export function sheetHtml(procedure: DraftProcedure, content: DraftContent, languages: Languages): string {
  const [locale] = languages;
  const t = translator(locale);
  const { facts, words } = procedure;
  const lines = factLines(procedure, content, languages, t);
  const numbers = new Map(lines.flatMap(({ id }, index): [string, number][] => (id ? [[id, index + 1]] : [])));
  const sourceNumber = (id: string) => String(facts.sources.findIndex((source) => source.id === id) + 1);
  const sections = languages.map((language) => ({
    language,
    texts: words[language] ? sectionsOf(words[language]) : new Map<string, string>(),
  }));
  const keys = [...new Set(sections.flatMap(({ texts }) => [...texts.keys()]))];
  const cell = (language: Locale, text: string) =>
    `<td class="text" lang="${language}" dir="${traitsOf(language).direction}">${wordsWithNumbers(text, procedure, language, numbers)}</td>`;
  // A note is about one fact: its number says which, and is shorter.
  const keyCell = (key: string) => `<bdi>${key.startsWith('note-') ? `n° ${String(numbers.get(key.slice(5)) ?? '?')}` : key}</bdi>`;
  const rows = keys.map(
    (key) =>
      `<tr><td class="key">${keyCell(key)}</td>${sections.map(({ language, texts }) => cell(language, texts.get(key) ?? '—')).join('')}<td></td></tr>`,
  );
  const factRows = lines.map(
    ({ label, value, source }, index) =>
      `<tr><td>${String(index + 1)}</td><td>${escapeHtml(label)}</td><td><b><bdi>${escapeHtml(value)}</bdi></b></td><td>[${sourceNumber(source)}]</td><td>☐</td></tr>`,
  );
  const sources = facts.sources.map(
    ({ title, publisher, url, consulted }) =>
      `<li><bdi>${escapeHtml(`${title}, ${publisher}`)}</bdi> · <bdi>${escapeHtml(url)}</bdi> · ${formatDate(consulted, locale)}</li>`,
  );
  const titles = languages.map((language) => `<bdi lang="${language}">${escapeHtml(words[language]?.data.title ?? '')}</bdi>`).join(' · ');
  return `<!doctype html>
<html lang="${locale}" dir="${traitsOf(locale).direction}"><head><meta charset="utf-8"><title>${t('sheet.title')} – ${procedure.id}</title><style>${STYLE}</style></head>
<body><header><div><h1>${titles}</h1><p>${t('sheet.title')} · ${procedure.id} · ${t('review.checked', { date: formatDate(facts.review.checked, locale) })}</p><p>${t('sheet.how')}</p></div>
<p class="sign">${t('sheet.signature')} ……………………………<br>${t('sheet.date')} ……………………………</p></header>
<main><section><h2>${t('sheet.facts')}</h2><table><tr><th class="n">n°</th><th></th><th>${t('sheet.facts')}</th><th class="src">[ ]</th><th class="tick">☑</th></tr>${factRows.join('')}</table></section>
<section><h2>${t('sheet.words')}</h2><table><tr><th class="key"></th>${languages.map((language) => `<th lang="${language}">${traitsOf(language).name}</th>`).join('')}<th class="margin">${t('sheet.corrections')}</th></tr>${rows.join('')}</table></section></main>
<footer><ol>${sources.join('')}</ol></footer></body></html>
`;
}
