import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { readCheckedContent } from '../../../src/reader/checked-content.ts';

/** The problems of a content folder that holds just these files. */
async function problemsOf(files: Record<string, string>) {
  const root = mkdtempSync(join(tmpdir(), 'abrid-content-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return (await readCheckedContent(root)).problems;
}

test.each([
  ['a misspelt key', { 'papers/passport.yaml': 'nam: x' }, 'src/content/papers/passport.yaml', 'Unrecognized key'],
  ['a missing language', { 'papers/passport.yaml': 'name: { ar: a, fr: b, en: c, es: d }' }, 'passport.yaml › name.zgh', 'expected string'],
  [
    'a name that cannot stand in an address',
    { 'papers/Old_Passport.yaml': 'name: { ar: a, fr: b, en: c, es: d, zgh: e }' },
    'papers/Old_Passport',
    'cannot stand in an address',
  ],
  ['a file that is not YAML', { 'papers/passport.yaml': 'name: [' }, 'src/content/papers/passport.yaml', 'not valid YAML'],
  ['a procedure without facts', { 'procedures/passport/fr.md': '---\ntitle: x\n---\n' }, 'procedures/passport/facts.yaml', 'missing'],
  ['a file that a procedure does not have', { 'procedures/passport/de.md': '' }, 'procedures/passport/de.md', 'no such file'],
])('%s is told with its file, its field and the mend', async (_case, files, where, what) => {
  const problems = await problemsOf(files);
  const problem = problems.find((candidate) => candidate.what.includes(what));
  expect(problem?.where).toContain(where);
  expect(problem?.mend).not.toBe('');
});

test('the content of the portal has no problem', async () => {
  expect((await readCheckedContent('src/content')).problems).toEqual([]);
});
