import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { copyProject } from '../../../scripts/bench/project-copy.ts';
import { translator } from '../../../src/i18n/translator.ts';

const PROCEDURE = 'src/content/procedures/emergency-numbers';
let folder = '';
beforeAll(() => {
  folder = copyProject();
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function edit(path: string, change: (text: string) => string): void {
  const file = join(folder, path);
  writeFileSync(file, change(readFileSync(file, 'utf8')));
}

function build() {
  return spawnSync('node', ['node_modules/astro/bin/astro.mjs', 'build'], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
  });
}

test('a section that is newer in French says so where it stands, and nowhere else', () => {
  edit(`${PROCEDURE}/fr.md`, (text) => text.replace(/^summary: (['"]?)/m, 'summary: $1Nouveau. '));
  expect(build().status).toBe(0);
  const page = readFileSync(join(folder, 'dist/client/ar/procedures/emergency-numbers/index.html'), 'utf8');
  const stale = page.split(translator('ar')('translation.stale'));
  expect(stale).toHaveLength(2);
  expect(stale[0]).toMatch(/id="summary">(?!.*id=")/s);
  expect(stale[1]).toContain('href="/fr/procedures/emergency-numbers/#summary"');
}, 60_000);

test('content that would mislead ends the build, with the file, the field and the mend', () => {
  edit(`${PROCEDURE}/es.md`, (text) => text.replace(/^who: .*$/m, 'who: Llame al 19'));
  const { status, stdout, stderr } = build();
  expect(status).not.toBe(0);
  const said = stdout + stderr;
  expect(said).toContain(`${PROCEDURE}/es.md › who`);
  expect(said).toContain('Write it once in facts.yaml');
}, 60_000);
