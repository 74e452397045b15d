import { localeOf, type View, VIEWS } from '../model/locale.ts';

/** How a view presents itself to browsers and readers. */
interface ViewTraits {
  /** BCP 47 tag for `lang` and `hreflang`. */
  tag: string;
  direction: 'ltr' | 'rtl';
  /** The language, named in itself. */
  name: string;
}

const TRAITS: Record<View, ViewTraits> = {
  ar: { tag: 'ar', direction: 'rtl', name: 'العربية' },
  fr: { tag: 'fr', direction: 'ltr', name: 'Français' },
  en: { tag: 'en', direction: 'ltr', name: 'English' },
  es: { tag: 'es', direction: 'ltr', name: 'Español' },
  zgh: { tag: 'zgh', direction: 'ltr', name: 'ⵜⴰⵎⴰⵣⵉⵖⵜ' },
  'zgh-latn': { tag: 'zgh-Latn', direction: 'ltr', name: 'Tamaziɣt' },
};

/**
 * How a view presents itself.
 * @param view - One of the six.
 * @returns Tag, direction, and the language named in itself.
 */
export function traitsOf(view: View): ViewTraits {
  return TRAITS[view];
}

/**
 * The address of a page in a view.
 * @param view - One of the six.
 * @param path - Below the language, without slash in front, with one behind: `procedures/passport/`; empty for home.
 * @returns An absolute path with a slash at its end.
 */
export function hrefOf(view: View, path = ''): string {
  return `/${view}/${path}`;
}

/** The languages of the language choice: one a locale. Latin script is a switch inside Amazigh, not a sixth language. */
export const LANGUAGE_VIEWS = VIEWS.filter((view) => localeOf(view) === view);
