import { rmSync } from 'node:fs';
import { defineConfig } from '@playwright/test';
import { BROWSER_ARGUMENTS, findBrowser } from './scripts/verify/browser.ts';

const PORT = 4390;
const DESK = 'test-results/desk';
const executablePath = findBrowser();

// The desk would know what an earlier run has sent. Workers read this file too.
if (!process.env['TEST_WORKER_INDEX']) rmSync(DESK, { recursive: true, force: true });

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '*.test.ts',
  // A busy machine is not a failure: what must be quick is measured by the benchmarks.
  timeout: 120_000,
  expect: { timeout: 15_000 },
  fullyParallel: true,
  workers: 2,
  forbidOnly: Boolean(process.env['CI']),
  reporter: [['line'], ['json', { outputFile: 'test-results/browser.json' }]],
  outputDir: 'test-results/browser',
  use: {
    baseURL: `http://127.0.0.1:${PORT}`,
    viewport: { width: 360, height: 740 },
    // What is kept on the device has tests of its own.
    serviceWorkers: 'block',
    launchOptions: { args: [...BROWSER_ARGUMENTS], ...(executablePath && { executablePath }) },
  },
  webServer: {
    command: 'node src/server/main.ts',
    url: `http://127.0.0.1:${PORT}/healthz`,
    env: { PORT: String(PORT), HOST: '127.0.0.1', DATA_DIR: DESK, DESK_RATE_PER_HOUR: '10000', DESK_RATE_IN_ALL: '10000' },
    reuseExistingServer: false,
  },
});
