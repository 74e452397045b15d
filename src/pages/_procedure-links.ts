import type { ProcedureLink } from '../components/procedure-link.ts';
import { wordsToText } from '../i18n/words.ts';
import type { Procedure } from '../model/content.ts';
import { forEachLocale, type Locale } from '../model/locale.ts';
import { content, factsOf } from './_site.ts';

const SENTENCE_END = /(?<=[.!?؟])\s/u;

const byCodePoint = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);

/** Tifinagh sorts by code point, which is its alphabetical order; no engine has a collator for zgh. */
const COMPARE = forEachLocale((locale) => (locale === 'zgh' ? byCodePoint : new Intl.Collator(locale).compare));

/**
 * The procedures that a list shows, in alphabetical order.
 * @param locale - Of the titles.
 * @param wanted - Which ones; all by default.
 * @returns Their titles and first sentences.
 */
export function procedureLinks(locale: Locale, wanted: (procedure: Procedure) => boolean = () => true): ProcedureLink[] {
  const byTitle = COMPARE[locale];
  return [...content.procedures.values()]
    .filter(wanted)
    .map(({ id, facts, words }) => {
      const context = { facts: factsOf(id), locale };
      const { title, summary } = words[locale].data;
      const [first = ''] = wordsToText(summary, context).split(SENTENCE_END);
      return { id, icon: content.topics.get(facts.topic)?.icon ?? 'file', title: wordsToText(title, context), summary: first };
    })
    .sort((one, other) => byTitle(one.title, other.title));
}
