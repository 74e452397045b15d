// npm test: everything that must hold before a change is published. Ends with one line that counts the tests.
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { z } from 'zod';
import { ensureBrowser } from './browser.ts';

/** What both runners write; names differ. */
const UnitReport = z.object({ numPassedTests: z.number(), numFailedTests: z.number(), numPendingTests: z.number() });
const BrowserReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
});

const STEPS = ['check', 'test:unit', 'build', 'bench:pages', 'bench:lighthouse', 'test:e2e'] as const;
const UNIT_FILE = 'test-results/unit.json';
const BROWSER_FILE = 'test-results/browser.json';

interface Count {
  passed: number;
  failed: number;
  skipped: number;
}

function readReport(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

function unitCount(): Count {
  const report = UnitReport.safeParse(readReport(UNIT_FILE));
  if (!report.success) return { passed: 0, failed: 0, skipped: 0 };
  const { numPassedTests, numFailedTests, numPendingTests } = report.data;
  return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests };
}

function browserCount(): Count {
  const report = BrowserReport.safeParse(readReport(BROWSER_FILE));
  if (!report.success) return { passed: 0, failed: 0, skipped: 0 };
  // A test that passed only at the second try has failed once.
  const { expected, unexpected, flaky, skipped } = report.data.stats;
  return { passed: expected, failed: unexpected + flaky, skipped };
}

for (const file of [UNIT_FILE, BROWSER_FILE]) rmSync(file, { force: true });
ensureBrowser();
const failed = STEPS.filter((step) => {
  console.log(`\n— ${step}`);
  const { status } = spawnSync('npm', ['run', '--silent', step], { stdio: 'inherit', shell: process.platform === 'win32' });
  return status !== 0;
});

/** A test file that cannot even be loaded has no test that failed: the run has failed all the same. */
const withFailure = (step: (typeof STEPS)[number], count: Count): Count =>
  failed.includes(step) && count.failed === 0 ? { ...count, failed: 1 } : count;
const counts = [withFailure('test:unit', unitCount()), withFailure('test:e2e', browserCount())];
const sum = (key: keyof Count) => counts.reduce((total, count) => total + count[key], 0);
console.log(failed.length > 0 ? `\nfailed: ${failed.join(', ')}` : '\nall steps passed');
console.log(`tests: ${sum('passed')} passed, ${sum('failed')} failed${sum('skipped') > 0 ? `, ${sum('skipped')} skipped` : ''}`);
process.exitCode = failed.length > 0 ? 1 : 0;
