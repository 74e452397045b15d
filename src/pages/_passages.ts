import type { Passage } from '../components/passage.ts';
import { hrefOf } from '../i18n/locales.ts';
import { fillHtml, wordsToHtml, type WordsContext } from '../i18n/words.ts';
import type { Procedure } from '../model/content.ts';
import { freshness, sectionsOf } from '../model/freshness.ts';
import { type Locale, localeOf, type View } from '../model/locale.ts';
import { bodyHtml, factsOf } from './_site.ts';

/** The language that stands one tap away from each Amazigh text. */
const COUNTERPART: Locale = 'ar';

/** The sections of a translation that are older than their origin. */
function staleSections({ words }: Procedure, locale: Locale): Set<string> {
  const { translation } = words[locale].data;
  if (locale === translation.origin) return new Set();
  const states = freshness(translation, words[translation.origin]);
  return new Set([...states].filter(([, state]) => state === 'stale').map(([key]) => key));
}

function sectionHtml(procedure: Procedure, key: string, context: WordsContext): string | undefined {
  if (key === 'body') {
    const html = bodyHtml(procedure.id, context.locale);
    return html && fillHtml(html, context);
  }
  const text = sectionsOf(procedure.words[context.locale]).get(key);
  return text === undefined ? undefined : `<p>${wordsToHtml(text, context)}</p>`;
}

/**
 * Prepares the words of a procedure for a page.
 * @param procedure - With its words in every language.
 * @param view - Of the page.
 * @param terms - The names of the glossary terms that the page explains.
 * @returns A function from section key to passage; undefined where the procedure has no such section.
 */
export function passagesOf(procedure: Procedure, view: View, terms: ReadonlyMap<string, string>): (key: string) => Passage | undefined {
  const locale = localeOf(view);
  const facts = factsOf(procedure.id);
  const { translation } = procedure.words[locale].data;
  const stale = staleSections(procedure, locale);
  return (key) => {
    const html = sectionHtml(procedure, key, { facts, locale, terms });
    if (html === undefined) return undefined;
    return {
      key,
      html,
      counterpart: locale === 'zgh' ? sectionHtml(procedure, key, { facts, locale: COUNTERPART }) : undefined,
      newerAt: stale.has(key) ? `${hrefOf(translation.origin, `procedures/${procedure.id}/`)}#${key}` : undefined,
    };
  };
}
