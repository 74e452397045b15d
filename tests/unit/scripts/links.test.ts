import { expect, test } from 'vitest';
import { brokenLinks } from '../../../scripts/build/links.ts';

const pages = (html: string) =>
  new Map([
    ['/fr/index.html', html],
    ['/fr/cells/index.html', '<section id="nador">'],
  ]);
const problems = (html: string) => brokenLinks(pages(html), (path) => path === '/icon.svg').map(({ what }) => what);

test('links to pages, files, places on a page and other sites are sound', () => {
  expect(
    problems(
      '<a href="/fr/cells/#nador">a</a><a href="#top">b</a><p id="top"><link href="/icon.svg"><a href="https://example.org/x">c</a><a href="tel:19">d</a>',
    ),
  ).toEqual([]);
});

test('two pages at one address are found', () => {
  const canonical = '<link rel="canonical" href="https://abrid.example/fr/">';
  const found = brokenLinks(
    new Map([
      ['/fr/index.html', canonical],
      ['/fr/home/index.html', canonical],
    ]),
    () => true,
  );
  expect(found.map(({ where }) => where)).toEqual(['/fr/home/index.html']);
});

test.each([
  ['a page that does not exist', '<a href="/fr/offices/">x</a>', 'leads nowhere'],
  ['a page without its slash', '<a href="/fr/cells">x</a>', 'leads nowhere'],
  ['a place that the page does not have', '<a href="/fr/cells/#figuig">x</a>', 'to a place that the page does not have'],
  ['a form that sends nowhere', '<form action="/fr/search/">', 'leads nowhere'],
  ['a recording that is not there', '<audio src="/audio/passport.mp3" controls>', 'leads nowhere'],
  ['an id that stands twice', '<p id="a"><p id="a">', 'The id "a" stands twice.'],
])('%s is found', (_case, html, what) => {
  expect(problems(html)).toEqual([expect.stringContaining(what)]);
});
