import { z } from 'zod';
import { Id } from './id.ts';
import { LocalizedText } from './locale.ts';

/** A paper that a person may be asked for, named once in five languages. */
export const Paper = z
  .strictObject({
    name: LocalizedText.describe('As an office says it, in Arabic and French; without figures.'),
    explain: LocalizedText.optional().describe('What it is, where the name says too little: one sentence.'),
    from: z
      .strictObject({ procedure: Id.optional(), service: Id.optional(), category: Id.optional() })
      .optional()
      .describe(
        'Where one gets it: a procedure, a service, or a kind of service. None: one has it, makes it, or gets it from somebody private.',
      ),
  })
  .meta({ id: 'Paper', title: 'Paper' });
export type Paper = z.infer<typeof Paper>;
