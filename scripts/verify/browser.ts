import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

/** Where systems put a Chromium or Chrome, by its name on the path or its whole path. */
const ON_THE_MACHINE = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Chromium's own sandbox does not start as root; the rest keeps it from looking for hosts of its maker. */
export const BROWSER_ARGUMENTS = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-gpu',
] as const;

/**
 * Finds a browser for the tests without installing anything.
 * @returns The path of Playwright's own browser, or of a Chromium or Chrome on the machine; undefined when there is none.
 */
export function findBrowser(): string | undefined {
  return [chromium.executablePath(), ...ON_THE_MACHINE].find((path) => existsSync(path));
}

function installWithApt(): void {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  console.log('Installing Chromium with apt-get (once) …');
  spawnSync('apt-get', ['update', '-qq'], { stdio: 'ignore' });
  const packages = ['chromium', 'fonts-noto-core'];
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], {
    stdio: 'ignore',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}

/**
 * Brings about a browser for the tests.
 * @throws {Error} When there is none and none can be installed. The message says what to do.
 */
export function ensureBrowser(): void {
  if (!findBrowser()) installWithApt();
  if (!findBrowser())
    throw new Error(
      'No browser for the tests: install Chromium or Chrome with the package manager of your system, then run "npm test" again.',
    );
}
