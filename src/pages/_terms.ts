import { hrefOf } from '../i18n/locales.ts';
import type { Procedure } from '../model/content.ts';
import { sectionsOf } from '../model/freshness.ts';
import { localeOf, type View } from '../model/locale.ts';
import { termsIn } from '../model/term-mark.ts';
import { content } from './_site.ts';

/**
 * Gathers the glossary terms that a page explains.
 * @param procedure - With its words in every language.
 * @param view - Of the page.
 * @returns Each marked term once, in the order in which the page names it.
 */
export function termsOf({ words }: Procedure, view: View): { id: string; name: string; meaning: string; href: string }[] {
  const locale = localeOf(view);
  const ids = new Set([...sectionsOf(words[locale]).values()].flatMap(termsIn));
  return [...ids].flatMap((id) => {
    const term = content.glossary.get(id);
    return term ? [{ id, name: term.name[locale], meaning: term.meaning[locale], href: hrefOf(view, `glossary/#${id}`) }] : [];
  });
}
