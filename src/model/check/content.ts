import type { Content, DraftContent, Procedure } from '../content.ts';
import { LOCALES } from '../locale.ts';
import type { Problem } from '../problem.ts';
import { checkFacts } from './facts.ts';
import { checkOrientation } from './orientation.ts';
import { checkPlaces } from './places.ts';
import { checkReferences } from './references.ts';
import { checkTexts, checkWords } from './words.ts';

/**
 * Checks everything that one file alone cannot show.
 * @param content - All collections, each entry valid by its own schema.
 * @returns All problems, so that an editor mends them in one go. Empty: the content may be published.
 */
export function checkContent(content: DraftContent): Problem[] {
  return [checkReferences, checkFacts, checkWords, checkTexts, checkPlaces, checkOrientation].flatMap((check) => check(content));
}

/**
 * Turns checked content into content in which no language is missing.
 * @param draft - For which `checkContent` has found nothing.
 * @returns The same collections, with words in every language by type.
 * @throws {Error} When a language is missing after all.
 */
export function completeContent(draft: DraftContent): Content {
  const procedures = [...draft.procedures.values()].map(({ id, facts, words: { ar, fr, en, es, zgh } }): [string, Procedure] => {
    if (!ar || !fr || !en || !es || !zgh) throw new Error(`The procedure "${id}" is not in all of ${LOCALES.join(', ')}.`);
    return [id, { id, facts, words: { ar, fr, en, es, zgh } }];
  });
  return { ...draft, procedures: new Map(procedures) };
}
