import astro from 'eslint-plugin-astro';
import compat from 'eslint-plugin-compat';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** A wall between folders: who lives in `files` may not import what matches `group`. */
const wall = (files, group, message) => ({ files, rules: { 'no-restricted-imports': ['error', { patterns: [{ group, message }] }] } });

export default defineConfig(
  // The site to compare with is a project of its own, whose types come with its own dependencies.
  { ignores: ['dist/', 'node_modules/', '.astro/', '.cache/', 'data/', 'test-results/', 'playwright-report/', 'bench/peer-starlight/'] },
  ...tseslint.configs.strictTypeChecked.map((config) => ({ ...config, files: ['**/*.ts', '**/*.tsx'] })),
  ...astro.configs.recommended,
  ...astro.configs['jsx-a11y-strict'],
  {
    files: ['**/*.ts', '**/*.tsx'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
    },
  },
  {
    files: ['src/**'],
    rules: {
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
      'max-depth': ['error', 3],
      'max-params': ['error', 4],
    },
  },
  // What runs on the phones of `browserslist` in package.json.
  {
    files: ['src/components/*.ts', 'src/search/**', 'src/map/**', 'src/model/*.ts'],
    // Entries are written when the site is built.
    ignores: ['src/search/entries.ts'],
    ...compat.configs['flat/recommended'],
  },
  wall(
    ['src/model/**'],
    [
      '../i18n/*',
      '../search/*',
      '../map/*',
      '../desk/*',
      '../components/*',
      '../islands/*',
      '../layouts/*',
      '../pages/*',
      '../server/*',
      'astro',
      'astro:*',
      'node:*',
      '**/i18n/*',
      '**/components/*',
      '**/pages/*',
      '**/server/*',
    ],
    'src/model stands alone. Take the value as an argument, or move the rule here.',
  ),
  wall(
    ['src/i18n/**', 'src/search/**', 'src/map/**', 'src/desk/**'],
    ['**/components/*', '**/islands/*', '**/layouts/*', '**/pages/*', '**/server/*', 'astro:*'],
    'i18n, search, map and desk know the model and nothing that renders. Move what they need to src/model, or take it as an argument.',
  ),
  wall(
    ['src/components/**', 'src/layouts/**'],
    ['**/pages/*', '**/server/*', 'astro:content'],
    'A component gets what it shows as props. Read the content in src/pages.',
  ),
  wall(
    ['src/islands/**'],
    ['**/pages/*', '**/server/*', '**/components/*', 'astro:*'],
    'An island gets what it shows as props: what it imports, every phone downloads.',
  ),
  wall(
    ['src/server/**'],
    ['**/pages/*', '**/components/*', '**/layouts/*', '**/islands/*', 'astro:*'],
    'The server serves what was built; it renders nothing.',
  ),
);
