import { localeOf, type View, VIEWS } from '../model/locale.ts';

/** How a view presents itself to browsers and readers. */
interface ViewTraits {
  /** BCP 47 tag for `lang` and `hreflang`. */
  tag: string;
  direction: 'ltr' | 'rtl';
  /** The language, named in itself, as HTML. */
  name: string;
}

const TRAITS: Record<View, ViewTraits> = {
  ar: { tag: 'ar', direction: 'rtl', name: 'العربية' },
  fr: { tag: 'fr', direction: 'ltr', name: 'Français' },
  en: { tag: 'en', direction: 'ltr', name: 'English' },
  es: { tag: 'es', direction: 'ltr', name: 'Español' },
  // ⵜⴰⵎⴰⵣⵉⵖⵜ. Character references stay Tifinagh where the page around them is written in Latin letters.
  zgh: { tag: 'zgh', direction: 'ltr', name: '&#11612;&#11568;&#11598;&#11568;&#11619;&#11593;&#11606;&#11612;' },
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
