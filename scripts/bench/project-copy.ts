import { cpSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** Where a copy keeps what Astro knows of its content; node_modules, the usual place, is shared with the project. */
export const CACHE = '.astro-cache';

const PARTS = ['src', 'scripts', 'public', 'astro.config.ts', 'package.json', 'tsconfig.json'];

/**
 * Makes a copy of the project in which a build can be tried on other content without touching the real one.
 * @returns The path of a new folder, which the caller removes.
 */
export function copyProject(): string {
  const folder = mkdtempSync(join(tmpdir(), 'abrid-copy-'));
  for (const name of PARTS) cpSync(name, join(folder, name), { recursive: true });
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  const config = join(folder, 'astro.config.ts');
  writeFileSync(config, readFileSync(config, 'utf8').replace('defineConfig({', `defineConfig({ cacheDir: './${CACHE}',`));
  return folder;
}
