import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Desk, openDesk } from '../desk/desk.ts';
import { readSettings } from '../desk/settings.ts';
import { createApp } from './app.ts';
import { openLog } from './log.ts';

const root = resolve('dist/client');
const port = Number(process.env['PORT'] ?? 4321);
const host = process.env['HOST'] ?? '127.0.0.1';
const log = openLog();

function stop(message: unknown): never {
  console.error(message);
  process.exit(1);
}

if (!existsSync(root)) stop('There is nothing to serve yet: run "npm run build" first, or "npm start", which does both.');

/** The part that takes requests; a site built with DESK=off has none. */
async function startDesk(): Promise<Desk | undefined> {
  if (process.env['DESK'] === 'off') return undefined;
  try {
    const settings = readSettings(process.env);
    const desk = await openDesk(settings, root, log);
    // The pages are given out all the same, and the desk opens when it can.
    await desk.opened().catch((error: unknown) => {
      console.error(`The desk takes no requests yet: ${error instanceof Error ? error.message : String(error)}`);
    });
    if (!settings.smtp) console.log(`No mail server is set (SMTP_URL): mails are written to ${settings.dataDir}/outbox/.`);
    return desk;
  } catch (error) {
    return stop(`The desk cannot start: ${error instanceof Error ? error.message : String(error)}`);
  }
}

const desk = await startDesk();
const app = await createApp(root, { desk, log, proxies: process.env['TRUST_PROXY'] });
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  // Requests under way are answered, and mails under way sent, before the process ends.
  process.once(
    signal,
    () =>
      void app
        .close()
        .then(() => desk?.close())
        .then(() => process.exit(0)),
  );
}

try {
  await app.listen({ port, host });
  log.info({ port, desk: desk !== undefined }, 'started');
  console.log(`Abrid is at http://localhost:${port}/ (stop with Ctrl+C)`);
} catch (error) {
  const inUse = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
  stop(inUse ? `Port ${port} is in use. Stop the other program, or choose another port: PORT=4322 npm run serve` : error);
}
