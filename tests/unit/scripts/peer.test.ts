import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { generateContent, lostWords } from '../../../scripts/bench/peer/generate.ts';
import { toPeerPage } from '../../../scripts/bench/peer/markdown.ts';

const folder = mkdtempSync(join(tmpdir(), 'abrid-peer-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const page = (content: string) =>
  `<!doctype html><title>-</title><header>Menu</header><main><nav><a href="/fr/">Accueil</a></nav><h1>Passeport</h1>${content}</main>`;
const bodyOf = (content: string) => toPeerPage(page(content)).markdown.split('---\n\n')[1];

test('the title and the summary become frontmatter, and quotes in them stay', () => {
  const { markdown } = toPeerPage(page('<div class="passage" id="summary"><p>Dit « le "livret" ».</p></div>'));
  expect(markdown).toMatch(/^---\ntitle: "Passeport"\ndescription: "Dit « le \\"livret\\" »\."\n---\n\nDit/);
});

test('a paper keeps its name, its condition and its note, and loses the box to tick', () => {
  const paper =
    '<ul class="plain"><li><label><input type="checkbox"><span><strong>Photo</strong><small> original</small>' +
    '<small class="when">Seulement si : Mineur</small></span></label><div class="passage"><p>2 photos.</p></div></li></ul>';
  expect(bodyOf(paper)).toBe('- <strong>Photo</strong> original Seulement si \\: Mineur\n\n  2 photos.\n');
});

test('fees become a list, steps stay numbered, sources stay folded', () => {
  expect(bodyOf('<table><tbody><tr><th><p>Timbre</p></th><td>500 DH</td></tr></tbody></table>')).toBe('- Timbre\n\n  500 DH\n');
  expect(bodyOf('<ol><li><p>Payez.</p></li><li>Signez.</li></ol>')).toBe('1. Payez.\n2. Signez.\n');
  expect(bodyOf('<details><summary>Sources (1)</summary><ol><li>Loi</li></ol></details>')).toBe(
    '<details>\n<summary>Sources (1)</summary>\n\n1. Loi\n\n</details>\n',
  );
});

test('a link stays where the other site has its page, and is text elsewhere', () => {
  expect(bodyOf('<p><a href="/fr/procedures/asylum/">Asile</a> <a href="/fr/services/">Bureaux</a></p>')).toBe(
    '[Asile](</fr/procedures/asylum/>) Bureaux\n',
  );
});

test.each(['1. Loi', '- tiret', '# titre', 'a * b * c', '<b>', 'R&amp;D [x](y)'])('the text %j is no mark of Markdown', (text) => {
  const source = text.replaceAll('<', '&lt;');
  expect(bodyOf(`<p>${source}</p>`)?.replaceAll('\\', '').trim()).toBe(text.replace('&amp;', '&'));
  expect(bodyOf(`<p>${source}</p>`)).toContain('\\');
});

test('a page of another layout is refused', () => {
  expect(() => toPeerPage('<main></main>')).toThrow('so must this script');
});

test('a word that the other site does not show is found', () => {
  const ours = join(folder, 'ours');
  const peer = join(folder, 'peer');
  const write = (file: string, text: string) => {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  };
  for (const locale of ['ar', 'fr', 'en', 'es', 'zgh'])
    write(join(ours, locale, 'procedures/passport/index.html'), page('<p>Payez 500 DH.</p>'));
  write(join(ours, 'icon.svg'), '<svg/>');
  const texts = generateContent(ours, peer);
  expect(readFileSync(join(peer, 'src/content/docs/zgh/procedures/passport.md'), 'utf8')).toContain('Payez 500 DH.');
  const [path = ''] = texts.keys();
  write(join(peer, 'dist', path, 'index.html'), '<main>Passeport: payez 500 DH.</main>');
  expect(lostWords(new Map([[path, texts.get(path) ?? '']]), join(peer, 'dist'))).toEqual([`${path}: Payez`]);
});
