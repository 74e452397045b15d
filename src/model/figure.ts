import { z } from 'zod';
import { Id } from './id.ts';

/** Units that are a plain number or a range of two. */
const NUMBER_UNITS = [
  'MAD',
  'EUR',
  'percent',
  'hour',
  'minute',
  'day',
  'week',
  'month',
  'year',
  'count',
  'kilogram',
  'kilometre',
  'litre',
] as const;
const number = z.number().nonnegative();
const source = Id.describe('Which of the `sources` states it.');

const NumberFigure = z.strictObject({
  value: z.union([number, z.tuple([number, number])]).describe('A number, or the lowest and the highest: [200, 300].'),
  unit: z.enum(NUMBER_UNITS).describe('`count` is printed bare; `year` also serves for an age.'),
  source,
});
const TEXT_FORMS = {
  date: [/^(\d{4}(-\d{2}(-\d{2})?)?|--\d{2}-\d{2})$/, 'Write a date as 2026, 2026-06, 2026-06-05, or --06-05 for every year.'],
  time: [/^\d{2}:\d{2}(-\d{2}:\d{2})?$/, 'Write a time as 08:30 or 08:30-16:30.'],
  website: [/^https?:\/\/[^\s]+$/, 'Write the whole address, beginning with https://.'],
} as const;

/** Any figure that the words name: an age, a fine, a phone, the number of a law. */
export const Figure = z
  .discriminatedUnion('unit', [
    NumberFigure,
    z.strictObject({ value: z.string().regex(...TEXT_FORMS.date), unit: z.literal('date'), source }),
    z.strictObject({ value: z.string().regex(...TEXT_FORMS.time), unit: z.literal('time'), source }),
    z.strictObject({ value: z.string().regex(...TEXT_FORMS.website), unit: z.literal('website'), source }),
    z.strictObject({ value: z.string().min(2), unit: z.literal('phone'), source }),
    z.strictObject({ value: z.email(), unit: z.literal('email'), source }),
    z
      .strictObject({ value: z.string().min(1), unit: z.literal('reference'), source })
      .describe('Printed as it is: 04-20, D16 ter, 35 × 45 mm.'),
  ])
  .meta({ id: 'Figure', title: 'Figure', description: 'A value with its unit and its source. Words name it as {id}.' });
export type Figure = z.infer<typeof Figure>;
