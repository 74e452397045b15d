import { ESLint } from 'eslint';
import { expect, test } from 'vitest';

const eslint = new ESLint();

/** The messages of lint for one import in a file of the project. */
async function messagesFor(filePath: string, specifier: string): Promise<string[]> {
  const [result] = await eslint.lintText(`import '${specifier}';\n`, { filePath });
  return result?.messages.map(({ message }) => message) ?? [];
}

test.each([
  ['src/model/duration.ts', '../i18n/format.ts', 'src/model stands alone'],
  ['src/model/duration.ts', 'node:fs', 'src/model stands alone'],
  ['src/model/check/facts.ts', '../../i18n/format.ts', 'src/model stands alone'],
  ['src/i18n/format.ts', '../components/icon-shapes.ts', 'nothing that renders'],
  ['src/components/conditions.ts', '../pages/_site.ts', 'Read the content in src/pages'],
  ['src/server/app.ts', '../components/icon-shapes.ts', 'it renders nothing'],
])(
  '%s may not import %s',
  async (file, specifier, wall) => {
    expect(await messagesFor(file, specifier)).toEqual([expect.stringContaining(wall)]);
  },
  30_000,
);

test('the ways that the walls leave open are open', async () => {
  expect(await messagesFor('src/i18n/format.ts', '../model/duration.ts')).toEqual([]);
  expect(await messagesFor('src/components/conditions.ts', '../i18n/format.ts')).toEqual([]);
}, 30_000);
