import { z } from 'zod';

/** The five languages of the portal, in the order in which the language choice shows them. */
export const LOCALES = ['ar', 'fr', 'en', 'es', 'zgh'] as const;
export const Locale = z.enum(LOCALES);
export type Locale = z.infer<typeof Locale>;

/** The six ways to read it: `zgh-latn` is `zgh` in Latin letters, made from the Tifinagh text at build time. */
export const VIEWS = [...LOCALES, 'zgh-latn'] as const;
export const View = z.enum(VIEWS);
export type View = z.infer<typeof View>;

/**
 * The language in which the words of a view are written.
 * @param view - One of the six views, as it stands in a URL.
 * @returns The locale whose files it shows: `zgh` for `zgh-latn`, itself otherwise.
 */
export function localeOf(view: View): Locale {
  return view === 'zgh-latn' ? 'zgh' : view;
}

/**
 * Builds the schema of a text that exists in the five languages, none of them optional.
 * @param text - The schema of the text in one language.
 * @returns A strict object with one key a locale.
 */
function localized<T extends z.ZodType>(text: T) {
  return z.strictObject({ ar: text, fr: text, en: text, es: text, zgh: text });
}

/** A text in the five languages. */
export const LocalizedText = localized(z.string().trim().min(1)).meta({
  id: 'LocalizedText',
  description: 'The same text in Arabic, French, English, Spanish and Amazigh (Tifinagh). None may be missing.',
});
export type LocalizedText = z.infer<typeof LocalizedText>;

/** A value for each of the five languages. */
export type Localized<T> = Record<Locale, T>;

/**
 * Makes a value for each language.
 * @param make - Called once a locale.
 * @returns The five values by locale.
 */
export function forEachLocale<T>(make: (locale: Locale) => T): Localized<T> {
  return { ar: make('ar'), fr: make('fr'), en: make('en'), es: make('es'), zgh: make('zgh') };
}
