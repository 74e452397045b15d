import { createInstance } from 'i18next';
import type { Locale, View } from '../model/locale.ts';
import { forEachLocale, localeOf } from '../model/locale.ts';
import { formatNumber } from './format.ts';
import { frenchSpaces } from './words.ts';
import ar from './strings/ar.json' with { type: 'json' };
import en from './strings/en.json' with { type: 'json' };
import es from './strings/es.json' with { type: 'json' };
import fr from './strings/fr.json' with { type: 'json' };
import zgh from './strings/zgh.json' with { type: 'json' };

type WithoutPlural<Key> = Key extends `${infer Base}_${'zero' | 'one' | 'two' | 'few' | 'many' | 'other'}` ? Base : Key;

/** Every key of the interface: those of the French file, plural forms counted once. */
export type StringKey = WithoutPlural<keyof typeof fr>;

/** What a string may hold in `{{braces}}`; `count` also chooses the plural form and is printed as `{{n}}`. */
type Values = Record<string, string | number>;

/** Gives the text of the interface for a key. */
export type Translate = (key: StringKey, values?: Values) => string;

const i18n = createInstance({
  lng: 'fr',
  fallbackLng: false,
  keySeparator: false,
  nsSeparator: false,
  interpolation: { escapeValue: false },
  initAsync: false,
  resources: {
    ar: { translation: ar },
    fr: { translation: fr },
    en: { translation: en },
    es: { translation: es },
    zgh: { translation: zgh },
  },
});
await i18n.init();

/** Every page asks for the same strings, often with the same dates in them: i18next is asked once for each. */
const ASKED = forEachLocale(() => new Map<string, string>());

/**
 * Gives the interface in a language. Used at build time only: no i18next reaches the browser.
 * @param view - Locale or view of the page.
 * @returns A function from key to text. A count is formatted for the locale; Amazigh has one form, "label: n", since no
 *   engine knows plural rules for zgh and i18next would take those of the machine.
 */
export function translator(view: View): Translate {
  const locale = localeOf(view);
  const asked = ASKED[locale];
  return (key, values) => {
    const question = values ? key + JSON.stringify(values) : key;
    const text = asked.get(question) ?? typeset(locale, translate(locale, key, values));
    asked.set(question, text);
    return text;
  };
}

function typeset(locale: Locale, text: string): string {
  return locale === 'fr' ? frenchSpaces(text) : text;
}

function translate(locale: Locale, key: StringKey, { count, ...values }: Values = {}): string {
  const fixed = i18n.getFixedT(locale);
  if (typeof count !== 'number') return fixed(key, values);
  const n = formatNumber(count, locale);
  return locale === 'zgh' ? fixed(key, { ...values, n }) : fixed(key, { ...values, n, count });
}
