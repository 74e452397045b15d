import { expect, test } from 'vitest';
import { wordsToHtml, wordsToText } from '../../../src/i18n/words.ts';
import { namedFacts } from '../../../src/model/token.ts';
import { facts as someFacts } from '../content-fixture.ts';

const facts = namedFacts(
  someFacts({
    figures: {
      age: { value: 16, unit: 'year', source: 'law' },
      help: { value: '19', unit: 'phone', source: 'law' },
      site: { value: 'https://www.cnie.ma/?a=1&b=2', unit: 'website', source: 'law' },
      law: { value: '04-20', unit: 'reference', source: 'law' },
    },
  }),
);

test('a fact is written in the reader’s way', () => {
  expect(wordsToText('Dès {age}, {stamp}, {late}', { facts, locale: 'fr' }).replace(/[\u00A0\u202F]/g, ' ')).toBe(
    'Dès 16 ans, 75 DH, 3 mois',
  );
});

test('a phone can be called, a website opened, and a code keeps its order inside Arabic', () => {
  expect(wordsToHtml('{help} {site} {law}', { facts, locale: 'ar' })).toBe(
    '<a href="tel:19"><bdi dir="ltr">19</bdi></a> <a href="https://www.cnie.ma/?a=1&amp;b=2"><bdi dir="ltr">cnie.ma/?a=1&amp;b=2</bdi></a> <bdi dir="ltr">04-20</bdi>',
  );
});

test('French punctuation stays with its word', () => {
  expect(wordsToHtml('Attention : « ici » ! https://a.b', { facts, locale: 'fr' })).toBe(
    'Attention\u00A0: «\u00A0ici\u00A0»\u00A0! https://a.b',
  );
  expect(wordsToHtml('Note : here', { facts, locale: 'en' })).toBe('Note : here');
});

test('what an editor writes is text, never markup', () => {
  expect(wordsToHtml('<b onclick="x">&</b>', { facts, locale: 'en' })).toBe('&lt;b onclick=&quot;x&quot;&gt;&amp;&lt;/b&gt;');
});

test('a marked term opens what it means; where the page explains none, it is plain words', () => {
  const terms = new Map([['kafala', 'kafala']]);
  expect(wordsToHtml('La [[kafala|Kafala]] & [[kafala]]', { facts, locale: 'en', terms })).toBe(
    'La <button class="term" popovertarget="t-kafala">Kafala</button> &amp; <button class="term" popovertarget="t-kafala">kafala</button>',
  );
  expect(wordsToHtml('La [[kafala|Kafala]]', { facts, locale: 'en' })).toBe('La Kafala');
  expect(wordsToText('La [[kafala|Kafala]] {age}', { facts, locale: 'fr' }).replace('\u00A0', ' ')).toBe('La Kafala 16 ans');
});
