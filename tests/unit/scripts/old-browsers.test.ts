import { expect, test } from 'vitest';
import { bundlerTargets } from '../../../scripts/build/browsers.ts';
import { scriptProblems, styleProblems } from '../../../scripts/build/old-browsers.ts';

const inScript = (code: string) => scriptProblems(new Map([['page.js', code]])).map(({ what }) => what);
const inStyle = (css: string) => styleProblems(new Map([['/fr/', css]])).map(({ what }) => what);

test('the bundler is told the browsers of package.json in its own words', () => {
  expect(bundlerTargets(['chrome 90', 'ios_saf 14'])).toEqual(['chrome90', 'ios14']);
});

test.each([
  ['what engines of 2021 know', 'const a = b?.c ?? /(?=x)(?<y>z)/u; a.d ??= 1_000; import("x"); at(1); a.at = 2;'],
  ['a dialog that is asked for first', '"HTMLDialogElement" in window && open.showModal()'],
])('%s is sound', (_case, code) => {
  expect(inScript(code)).toEqual([]);
});

test.each([
  ['a private method', 'class A { #b() {} }', 'cannot be parsed'],
  ['a static block', 'class A { static { b() } }', 'cannot be parsed'],
  ['await outside a function', 'await fetch("/")', 'cannot be parsed'],
  ['the flag v', '/[a--b]/v', 'cannot be parsed'],
  ['looking behind', '"a".replace(/(?<=a)b/, "")', 'looks behind'],
  ['looking behind and not', 'x = /(?<!a)b/', 'looks behind'],
  ['looking behind, as text', 'new RegExp("(?<=a)b")', 'looks behind'],
  ['looking behind, in a template', 'new RegExp(`(?<!${a})b`)', 'looks behind'],
  ['at', 'list.at(-1)', '.at'],
  ['Object.hasOwn', 'Object.hasOwn(a, "b")', '.hasOwn'],
  ['structuredClone', 'structuredClone(a)', 'structuredClone'],
  ['crypto.randomUUID', 'crypto.randomUUID()', '.randomUUID'],
  ['Intl.Segmenter', 'new Intl.Segmenter("fr")', '.Segmenter'],
  ['WeakRef', 'new WeakRef(a)', 'WeakRef'],
  ['a dialog that nobody asked for', 'a.showModal()', '.showModal'],
])('%s is found', (_case, code, what) => {
  expect(inScript(code)).toEqual([expect.stringContaining(what)]);
});

test.each([
  ['rules that are new as a whole', 'a:has(b){color:red}@supports selector(:has(*)){c{display:block}}'],
  ['a comma between brackets', ':is(a,b):has(c,d){color:red}'],
  ['physical sides and widths', '@media (max-width:24rem){a{top:0;box-shadow:inset 0 0 red}}'],
])('%s are sound', (_case, css) => {
  expect(inStyle(css)).toEqual([]);
});

test.each([
  ['a layer', '@layer base{a{color:red}}', 'at-rule'],
  ['a range of widths', '@media (width<=24rem){a{color:red}}', 'Ranges'],
  ['inset', 'a{color:red;inset:0}', 'Safari 14.1'],
  ['inset-inline-start', 'a{inset-inline-start:0}', 'Safari 14.1'],
  ['color-mix', 'a{color:color-mix(in srgb,red,blue)}', 'function'],
  ['dvh', 'a{height:100dvh}', 'unit'],
  ['a nested rule', 'a{color:red;&:hover{color:blue}}', 'Nested'],
  ['a new selector beside an old one', 'a,b:has(c){color:red}', 'whole rule'],
])('%s is found', (_case, css, what) => {
  expect(inStyle(css)).toEqual([expect.stringContaining(what)]);
});
