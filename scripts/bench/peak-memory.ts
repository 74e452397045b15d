// Runs a Node program inside this process and prints the most memory that it held.
import { pathToFileURL } from 'node:url';
import { resolve } from 'node:path';

const [, , program = '', ...rest] = process.argv;
process.argv = [process.argv[0] ?? 'node', resolve(program), ...rest];
process.on('exit', () => {
  console.error(`peak memory: ${process.resourceUsage().maxRSS} kB`);
});
await import(pathToFileURL(resolve(program)).href);
