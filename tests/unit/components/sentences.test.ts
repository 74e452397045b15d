import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutIntoSentences, LONGEST } from '../../../src/components/sentences.ts';

const trimmed = (pieces: readonly string[]) => pieces.map((piece) => piece.trim());

test.each([
  ['fr', 'Prenez rendez-vous. Est-ce payant ? Non !', ['Prenez rendez-vous.', 'Est-ce payant ?', 'Non !']],
  ['ar', 'خذ موعدًا. هل هو مجاني؟ نعم.', ['خذ موعدًا.', 'هل هو مجاني؟', 'نعم.']],
  ['zgh', 'ⴷⴷⵓ ⵖⵔ ⵜⵖⵔⴰⵙⵜ. ⵙⵇⵙⴰ.', ['ⴷⴷⵓ ⵖⵔ ⵜⵖⵔⴰⵙⵜ.', 'ⵙⵇⵙⴰ.']],
])('%s: cuts after each sentence', (_tag, text, sentences) => {
  expect(trimmed(cutIntoSentences(text))).toEqual(sentences);
});

test('a line of the file ends no sentence, and a price is not cut', () => {
  expect(trimmed(cutIntoSentences('Le timbre coûte\n        1\u202F500.50 DH au guichet.'))).toHaveLength(1);
  expect(cutIntoSentences('Le timbre coûte 1.50 DH.')).toHaveLength(1);
});

test('a long sentence is cut after a part of it, else after a word', () => {
  const words = 'mot '.repeat(30);
  const [first = '', second = ''] = cutIntoSentences(`${words}fin, ${words}fin.`);
  expect(first.endsWith('fin, ')).toBe(true);
  expect(second.startsWith('mot')).toBe(true);
  expect(cutIntoSentences('mot '.repeat(80)).every((piece) => piece.startsWith('mot'))).toBe(true);
});

/** Texts as pages have them, and any others. */
const TEXTS = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 900 }),
  fc
    .array(
      fc.constantFrom(
        'papier',
        'الوثائق',
        'ⵜⴰⴽⴰⵕⴹⴰ',
        '. ',
        '؟ ',
        ', ',
        '، ',
        ' ',
        '\n',
        '« ',
        ' »',
        '75',
        '😀'.repeat(120),
        'x'.repeat(250),
      ),
      {
        maxLength: 200,
      },
    )
    .map((words) => words.join('')),
);

test('whatever the text, nothing is lost, nothing is too long, and no character is cut in two', () => {
  fc.assert(
    fc.property(TEXTS, (text) => {
      const pieces = cutIntoSentences(text);
      expect(pieces.join('')).toBe(text.replace(/[\t\n\v\f\r\u0085\u2028\u2029]/g, ' '));
      expect(pieces.every((piece) => piece.length > 0 && piece.length <= LONGEST)).toBe(true);
      if (text.isWellFormed()) expect(pieces.every((piece) => piece.isWellFormed())).toBe(true);
    }),
  );
});
