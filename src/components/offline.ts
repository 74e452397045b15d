// Lets the pages that somebody opens be read again without a network.
import { activeWorker } from '../offline/registration.ts';

const KEPT_HERE = ['', 'offline/', 'procedures/emergency-numbers/'];

/** Files of this page that came before the worker was there to keep them. */
const filesHere = () =>
  performance
    .getEntriesByType('resource')
    .map(({ name }) => name)
    .filter((name) => name.startsWith(location.origin) && /\/(?:_astro|fonts)\/|\?v=/.test(name));

/** Whether the visitor has asked for as little data as can be; not every browser says so. */
function savesData(): boolean {
  const connection: unknown = Reflect.get(navigator, 'connection');
  return typeof connection === 'object' && connection !== null && 'saveData' in connection && connection.saveData === true;
}

/**
 * Starts the service worker, and has it keep this page, its files, and what must always be at hand: the numbers to call.
 * Browsers that keep nothing go on without.
 */
export async function keepSeenPages(): Promise<void> {
  try {
    // Asked first: a new worker takes the page over in the middle of what follows.
    const wasKept = navigator.serviceWorker.controller !== null;
    const worker = await activeWorker();
    const [, view = ''] = location.pathname.split('/');
    const always = savesData() ? [] : KEPT_HERE.map((path) => `/${view}/${path}`);
    // A worker that was there already has kept this page as it came.
    const here = wasKept ? [] : [location.pathname, ...filesHere()];
    const missing = await Promise.all(always.map(async (path) => ((await caches.match(path)) ? [] : [path])));
    worker.postMessage({ type: 'CACHE_URLS', payload: { urlsToCache: [...new Set([...here, ...missing.flat()])] } });
  } catch {
    // Private browsing, or storage that is switched off.
  }
}
