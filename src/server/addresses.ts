import Negotiator from 'negotiator';
import { type Locale, LOCALES, VIEWS } from '../model/locale.ts';

/** Amazigh has many tags: whoever asks for one of its varieties is shown the standard. */
const AMAZIGH_TAGS = ['zgh', 'ber', 'rif', 'shi', 'tzm', 'kab'];

/**
 * Chooses the language for a visitor of whom only the browser is known.
 * @param acceptLanguage - The header, as sent; may be missing or nonsense.
 * @returns The best of the five locales; Arabic when none is asked for, the first language of the region.
 * @see RFC 9110, section 12.5.4
 */
export function preferredLocale(acceptLanguage: string | undefined): Locale {
  const negotiator = new Negotiator({ headers: { 'accept-language': acceptLanguage ?? '' } });
  const [best = ''] = negotiator.languages([...LOCALES, ...AMAZIGH_TAGS]);
  if (AMAZIGH_TAGS.includes(best)) return 'zgh';
  return LOCALES.find((locale) => locale === best) ?? 'ar';
}

/**
 * The language of the page that an address asks for.
 * @param address - Path and query, as sent.
 * @returns One of the views, or undefined when the address does not begin with one.
 */
export function pageLanguage(address: string): string | undefined {
  const [, first] = address.split(/[/?#]/);
  return VIEWS.find((view) => view === first);
}

/** A language code of two or three letters, with or without a region or script: `de`, `fr-MA`. */
const LANGUAGE_CODE = /^[a-z]{2,3}(-[a-z0-9]+)*$/i;

/**
 * Finds the page that a wrong address most likely means.
 * @param address - Path and query, as sent: an unknown or missing language, capitals, `index.html`, no slash at the end.
 * @param preferred - The visitor's language, where the address names none of ours.
 * @param exists - Whether there is a page at a path that ends with a slash.
 * @returns Where to send the visitor, query kept; undefined when no page fits.
 */
export function betterAddress(address: string, preferred: Locale, exists: (path: string) => boolean): string | undefined {
  const [path = '', query] = address.split('?', 2);
  const parts = path
    .toLowerCase()
    .replace(/\/index\.html$|\.html$/, '')
    .split('/')
    .filter(Boolean);
  const [first = '', ...rest] = parts;
  const view = VIEWS.find((known) => known === first) ?? VIEWS.find((known) => known === first.split('-')[0]);
  const meanings = [
    ...(view ? [[view, ...rest]] : []),
    [preferred, ...parts],
    ...(LANGUAGE_CODE.test(first) ? [[preferred, ...rest]] : []),
  ];
  const found = meanings.map(pathOf).find((candidate) => candidate !== path && exists(candidate));
  if (found) return query ? `${found}?${query}` : found;
  return meanings.map((meaning) => nearestQuestion(meaning, exists)).find((nearest) => nearest !== undefined);
}

const pathOf = (segments: readonly string[]) => `/${segments.join('/')}/`;

/**
 * The questions change over the years, and links to them are kept: an old one leads to the nearest that is left. The names of
 * nodes grow downwards, `mre`, `mre-card`, `mre-card-lost`.
 */
function nearestQuestion([view = '', section, node = '']: readonly string[], exists: (path: string) => boolean): string | undefined {
  if (section !== 'orientation') return undefined;
  const names = node.replace(/[^a-z0-9-]/g, '').split('-');
  const shorter = names.map((_, index) => names.slice(0, names.length - index).join('-'));
  const nearest = [...shorter.map((name) => pathOf([view, section, name])), pathOf([view, section])].find(exists);
  return nearest && `${nearest}#moved`;
}
