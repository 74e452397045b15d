// Brings about what the other commands need, with nothing but Node 20 and npm: so plain JavaScript without any dependency.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';

const INSTALLED = 'node_modules/.package-lock.json';

/** Whether node_modules is missing or older than the lockfile. */
function needsInstall() {
  return !existsSync(INSTALLED) || statSync(INSTALLED).mtimeMs < statSync('package-lock.json').mtimeMs;
}

if (needsInstall()) {
  console.log('Installing dependencies (once) …');
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) {
    console.error('The dependencies could not be installed. Check the connection to the npm registry, then run the command again.');
    process.exit(status ?? 1);
  }
}
