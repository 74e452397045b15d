// The service worker: pages that were seen, and copies of whole languages, without a network. Workbox keeps and finds; here stands
// only what the portal wants kept.
import { clientsClaim, type WorkboxPlugin } from 'workbox-core';
import { ExpirationPlugin } from 'workbox-expiration';
import { cleanupOutdatedCaches, precacheAndRoute, type PrecacheEntry } from 'workbox-precaching';
import { registerRoute } from 'workbox-routing';
import { CacheFirst, NetworkFirst, StaleWhileRevalidate } from 'workbox-strategies';
import { findInCopy, KEPT_HEADER } from './copy.ts';
import { isPageAddress, isWhole, keptAt, newest, pageToKeep, withStrip } from './kept-page.ts';

/** Workbox names it; the types of this project are those of pages, which have none. */
declare global {
  interface ExtendableEvent extends Event {
    waitUntil: (promise: Promise<unknown>) => void;
  }
}
interface WorkerScope extends EventTarget {
  __WB_MANIFEST: (PrecacheEntry | string)[];
  skipWaiting: () => Promise<void>;
}
declare const self: WorkerScope;

const DAY = 86_400_000;
/** A page that is younger is shown at once and refreshed behind; an older one only when the network does not answer. */
const YOUNG = 7 * DAY;
/** How long the network is waited for where there is a page to fall back on, in seconds. */
const PATIENCE = 4;
const MOST_PAGES = 80;
const MOST_FILES = 150;
const PAGES = 'abrid-pages';

void self.skipWaiting();
clientsClaim();
cleanupOutdatedCaches();
precacheAndRoute(self.__WB_MANIFEST);

const pathOf = ({ pathname, search }: URL) => pathname + search;

/** Throws away what was not asked for longest, and everything when the device is full. */
function atMost(maxEntries: number): WorkboxPlugin {
  const { cachedResponseWillBeUsed, cacheDidUpdate } = new ExpirationPlugin({ maxEntries, purgeOnQuotaError: true });
  return { ...(cachedResponseWillBeUsed && { cachedResponseWillBeUsed }), ...(cacheDidUpdate && { cacheDidUpdate }) };
}

/** A page in place of a file is the login page of a network. */
const isFile = ({ status, headers }: Response) => status === 200 && !headers.get('content-type')?.includes('html');

const fileRules: WorkboxPlugin = {
  cacheWillUpdate: ({ response }) => Promise.resolve(isFile(response) ? response : null),
  cachedResponseWillBeUsed: async ({ request, cachedResponse }) => cachedResponse ?? findInCopy(pathOf(new URL(request.url))),
};
/** What never changes under its address: hashed files, and data that name their version. */
const files = new CacheFirst({ cacheName: 'abrid-files', plugins: [atMost(MOST_FILES), fileRules] });

const pageRules: WorkboxPlugin = {
  // A search is the same page whatever is asked: what was asked is not kept.
  cacheKeyWillBeUsed: ({ request }) => Promise.resolve(new URL(request.url).pathname),
  fetchDidSucceed: async ({ response }) => {
    if (!(await isWhole(response))) throw new TypeError('That is no page of the portal.');
    return response;
  },
  cacheWillUpdate: ({ response }) => pageToKeep(response, Date.now()),
  cachedResponseWillBeUsed: async ({ request, cachedResponse }) =>
    newest(cachedResponse ?? undefined, await findInCopy(new URL(request.url).pathname)),
};
const shared = { cacheName: PAGES, plugins: [atMost(MOST_PAGES), pageRules] };
const atOnce = new StaleWhileRevalidate(shared);
const ifNoNetwork = new NetworkFirst({ ...shared, networkTimeoutSeconds: PATIENCE });

async function keptPage(pathname: string): Promise<Response | undefined> {
  return newest(await caches.match(pathname, { cacheName: PAGES }), await findInCopy(pathname));
}

const isOnline = () => navigator.onLine;

/** The page that says that a page is not here, in its language; always kept with the first page of a language. */
async function missingPage(pathname: string): Promise<Response> {
  const view = pathname.split('/')[1] ?? '';
  return (await keptPage(`/${view}/offline/`)) ?? Response.error();
}

registerRoute(
  ({ url, sameOrigin }) => sameOrigin && isPageAddress(url.pathname),
  async ({ request, url, event }): Promise<Response> => {
    const kept = await keptPage(url.pathname);
    const isYoung = kept !== undefined && Date.now() - keptAt(kept) < YOUNG;
    if (isYoung && isOnline()) return atOnce.handle({ request, event });
    try {
      const response = await ifNoNetwork.handle({ request, event });
      return response.headers.has(KEPT_HEADER) ? await withStrip(response) : response;
    } catch {
      // Whatever answers in the place of the portal is shown, a login page above all; it is not kept.
      return fetch(request).catch(() => missingPage(url.pathname));
    }
  },
);
registerRoute(
  ({ url, sameOrigin }) => sameOrigin && (/^\/(?:_astro\/(?!copy\/)|fonts\/)/.test(url.pathname) || url.searchParams.has('v')),
  files,
);
