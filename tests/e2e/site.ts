import { VIEWS, type View } from '../../src/model/locale.ts';
import { tifinaghToLatin } from '../../src/i18n/transliterate.ts';
import { type StringKey, translator } from '../../src/i18n/translator.ts';

/** One page of each type, below the language. The longest procedure stands for procedures, a sensitive one for those. */
const PAGE_TYPES = {
  home: '',
  topic: 'topics/identity/',
  audience: 'audiences/third-country/',
  procedures: 'procedures/',
  procedure: 'procedures/passport/',
  'sensitive procedure': 'procedures/violence-against-women/',
  emergency: 'procedures/emergency-numbers/',
  question: 'orientation/mre-card/',
  outcome: 'orientation/mre-card-lost/',
  'sensitive outcome': 'orientation/foreigner-violence/',
  plan: 'orientation/plan/',
  search: 'search/',
  map: 'map/',
  contact: 'contact/',
  request: 'request/',
  'graph of questions': 'staff/orientation/',
  services: 'services/',
  service: 'services/human-rights-commission-oriental/',
  cells: 'cells/',
  cell: 'cells/commune-nador/',
  'cell to be confirmed': 'cells/commune-bouarfa/',
  glossary: 'glossary/',
  about: 'about/',
  'not found': 'nothing-here/',
} as const;

/** Every page type in every view, with its address. */
export const ALL_PAGES = VIEWS.flatMap((view) =>
  Object.entries(PAGE_TYPES).map(([type, path]) => ({ view, type, address: `/${view}/${path}` })),
);

/** The words of the interface that a page uses: a wording may change, a label may not go missing. */
export function uiWords(view: View): (key: StringKey, values?: Record<string, string | number>) => string {
  const translate = translator(view);
  // The page in Latin letters is the page in Tifinagh, letter for letter.
  return view === 'zgh-latn' ? (key, values) => tifinaghToLatin(translate(key, values)) : translate;
}
