// The service worker: pages that were seen, and copies of whole languages, without a network. Workbox keeps and finds; here stands
// only what the portal wants kept.
import { clientsClaim, type WorkboxPlugin } from 'workbox-core';
import { CacheExpiration, ExpirationPlugin } from 'workbox-expiration';
import { cleanupOutdatedCaches, precacheAndRoute, type PrecacheEntry } from 'workbox-precaching';
import { registerRoute } from 'workbox-routing';
import { CacheFirst, NetworkFirst, StaleWhileRevalidate } from 'workbox-strategies';
import { findInCopy, KEPT_HEADER } from './copy.ts';
import { guarded, isPageAddress, isWhole, keptAt, newest, pageToKeep, VIEWS, withStrip } from './kept-page.ts';
import { FORGET_PAGES, PAGES } from './seen-pages.ts';

/** Workbox names it; the types of this project are those of pages, which have none. */
declare global {
  interface ExtendableEvent extends Event {
    waitUntil: (promise: Promise<unknown>) => void;
  }
}
interface MessageFromPage extends ExtendableEvent {
  data: unknown;
  ports: readonly MessagePort[];
}
interface WorkerScope {
  __WB_MANIFEST: PrecacheEntry[];
  skipWaiting: () => Promise<void>;
  addEventListener: ((type: 'install', listener: (event: ExtendableEvent) => void) => void) &
    ((type: 'message', listener: (event: MessageFromPage) => void) => void);
}
declare const self: WorkerScope;

const DAY = 86_400_000;
/** A page that is younger is shown at once and refreshed behind; an older one only when the network does not answer. */
const YOUNG = 7 * DAY;
/** How long the network is waited for where there is a page to fall back on, in seconds. */
const PATIENCE = 4;
const MOST_PAGES = 80;
const MOST_FILES = 150;

void self.skipWaiting();
clientsClaim();
cleanupOutdatedCaches();
/** What every page needs. The build gives no revision to files that have a hash in their name. */
const shell = self.__WB_MANIFEST;
precacheAndRoute(shell.filter(({ revision }) => revision));

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

// Not precached: that would end with the version that they are of, while pages that are kept still ask for them.
self.addEventListener('install', (event) => {
  const hashed = shell.filter(({ revision }) => !revision);
  event.waitUntil(Promise.all(hashed.map(({ url }) => files.handleAll({ request: new Request(url), event })[1])));
});

const pageRules: WorkboxPlugin = {
  // A search is the same page whatever is asked: what was asked is not kept.
  cacheKeyWillBeUsed: ({ request }) => Promise.resolve(new URL(request.url).pathname),
  fetchDidSucceed: async ({ response }) => {
    if (!(await isWhole(response))) throw new TypeError('That is no page of the portal.');
    return response;
  },
  cacheWillUpdate: ({ response }) => pageToKeep(response, Date.now()),
  cachedResponseWillBeUsed: async ({ request, cachedResponse }) => {
    const kept = newest(cachedResponse ?? undefined, await findInCopy(new URL(request.url).pathname));
    return kept && guarded(kept);
  },
};
const shared = { cacheName: PAGES, plugins: [atMost(MOST_PAGES), pageRules] };
const atOnce = new StaleWhileRevalidate(shared);
const ifNoNetwork = new NetworkFirst({ ...shared, networkTimeoutSeconds: PATIENCE });

async function keptPage(pathname: string): Promise<Response | undefined> {
  return newest(await caches.match(pathname, { cacheName: PAGES }), await findInCopy(pathname));
}

const isOnline = () => navigator.onLine;

/** The same page in every language that has it on this device, the one that came last first. */
async function keptInViews(path: string): Promise<{ view: string; page: Response }[]> {
  const pages = await Promise.all(VIEWS.map(async (view) => ({ view, page: await keptPage(`/${view}/${path}`) })));
  const kept = pages.flatMap(({ view, page }) => (page ? [{ view, page }] : []));
  return kept.sort((one, other) => keptAt(other.page) - keptAt(one.page));
}

/** The page that says that a page is not here; it is kept with the first page of a language, and stands in for another. */
async function missingPage(pathname: string): Promise<Response> {
  const kept = await keptInViews('offline/');
  const found = kept.find(({ view }) => pathname.startsWith(`/${view}/`)) ?? kept[0];
  return found ? guarded(found.page) : Response.error();
}

/** Where an address leads to that the server sends on; undefined where it sends on none. */
async function betterAddress({ pathname, search }: URL): Promise<string | undefined> {
  const [home] = pathname === '/' ? await keptInViews('') : [];
  if (home) return `/${home.view}/`;
  const isFileName = /\.[^/]*$/.test(pathname);
  return !isFileName && !pathname.endsWith('/') && isPageAddress(`${pathname}/`) ? `${pathname}/${search}` : undefined;
}

const isVisit = ({ mode }: Request) => mode === 'navigate';

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
      return fetch(request).catch(() => (isVisit(request) ? missingPage(url.pathname) : Response.error()));
    }
  },
);
registerRoute(
  ({ url, sameOrigin }) => sameOrigin && (/^\/(?:_astro\/(?!copy\/)|fonts\/)/.test(url.pathname) || url.searchParams.has('v')),
  files,
);
// Pages that are never kept, and addresses that are none of a page: of the network alone, and without it not of the browser's error.
registerRoute(
  ({ request, sameOrigin }) => sameOrigin && isVisit(request),
  async ({ request, url }): Promise<Response> => {
    try {
      return await fetch(request);
    } catch {
      const better = await betterAddress(url);
      return better ? Response.redirect(better) : missingPage(url.pathname);
    }
  },
);

/** The plugin could forget too, but only what it has touched since this worker was last started. */
async function forgetPages(): Promise<void> {
  await caches.delete(PAGES);
  await new CacheExpiration(PAGES, { maxEntries: MOST_PAGES }).delete();
}

self.addEventListener('message', (event) => {
  if (event.data !== FORGET_PAGES) return;
  event.waitUntil(
    forgetPages().then(() => {
      event.ports[0]?.postMessage(true);
    }),
  );
});
