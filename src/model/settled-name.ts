import { z } from 'zod';

const forms = z.array(z.string().min(1)).min(1).describe('The settled name first, then the other forms that may stand for it.');

/** What an administration, a paper or a status is called in each language, so that every page calls it the same. */
export const SettledName = z.strictObject({ fr: forms, ar: forms, en: forms, es: forms, zgh: forms });
export type SettledName = z.infer<typeof SettledName>;

/** `docs/glossary.yaml`. */
export const SettledNames = z.array(SettledName);
