import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { createApp } from './app.ts';

const root = resolve('dist/client');
const port = Number(process.env['PORT'] ?? 4321);
const host = process.env['HOST'] ?? '127.0.0.1';

if (!existsSync(root)) {
  console.error('There is nothing to serve yet: run "npm run build" first, or "npm start", which does both.');
  process.exit(1);
}

const app = await createApp(root);
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  // Requests under way are answered before the process ends.
  process.once(signal, () => void app.close().then(() => process.exit(0)));
}

try {
  await app.listen({ port, host });
  console.log(`Abrid is at http://localhost:${port}/ (stop with Ctrl+C)`);
} catch (error) {
  const inUse = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
  console.error(inUse ? `Port ${port} is in use. Stop the other program, or choose another port: PORT=4322 npm run serve` : error);
  process.exit(1);
}
