// The copy of one language that a person keeps on their phone: a list of bundles, each a file with many pages in it. The list is
// put in its place last, so that a copy is whole or is not there, and an old one stays until the new one is.

/** One file of the copy, named after what it holds. */
export interface Bundle {
  address: string;
  /** SHA-256 of the file, in hexadecimal: what a network puts in its place is not taken for it. */
  hash: string;
  /** As it comes over the line, compressed. */
  bytes: number;
}

/** What a copy consists of: `/<view>/copy.json`. */
export interface CopyList {
  /** When the portal was built, ISO 8601. */
  made: string;
  /** Bytes that it takes on the device. */
  stored: number;
  bundles: Bundle[];
}

/** A file of a bundle: path, media type, and text, or base64 where it is no text. */
export type BundledFile = readonly [path: string, type: string, body: string, isBase64?: true];

/** A list that was kept, and when. */
export interface KeptCopy extends CopyList {
  /** Milliseconds since 1970. */
  kept: number;
}

/** Why a copy could not be brought here. */
export type CopyFailure = 'cancelled' | 'offline' | 'damaged' | 'full' | 'unavailable';

/** Says why; what was there before is as it was. */
export class CopyError extends Error {
  readonly why: CopyFailure;
  constructor(why: CopyFailure) {
    super(`The copy could not be brought here: ${why}`);
    this.why = why;
  }
}

/** When a page came from the server, on what is kept; milliseconds since 1970. */
export const KEPT_HEADER = 'x-abrid-kept';
const LISTS = 'abrid-copies';
/** Lists of copies that were begun: what has come of them stays until they are finished or erased. */
const BEGUN = 'abrid-copies-begun';
const bundleCache = (address: string) => `abrid-copy ${address}`;
/** Stands in the cache of a bundle that is complete. */
const COMPLETE = '/complete';

/** The address of the list of a view. */
export const listAddress = (view: string): string => `/${view}/copy.json`;

function isList(value: unknown): value is CopyList {
  return (
    typeof value === 'object' &&
    value !== null &&
    'made' in value &&
    typeof value.made === 'string' &&
    'stored' in value &&
    typeof value.stored === 'number' &&
    'bundles' in value &&
    Array.isArray(value.bundles)
  );
}

async function listOf(response: Response): Promise<CopyList | undefined> {
  const value: unknown = await response.json().catch(() => undefined);
  return isList(value) ? value : undefined;
}

/**
 * Asks the portal what the copy of a view consists of now.
 * @param view - The first part of its addresses.
 * @returns The list.
 * @throws {CopyError} When the line is down or somebody else answers.
 */
export async function offeredCopy(view: string, signal?: AbortSignal): Promise<CopyList> {
  const response = await ask(listAddress(view), signal);
  const list = response.ok ? await listOf(response) : undefined;
  if (!list) throw new CopyError('damaged');
  return list;
}

async function ask(address: string, signal: AbortSignal | undefined): Promise<Response> {
  try {
    return await fetch(address, { cache: 'no-cache', ...(signal && { signal }) });
  } catch {
    throw new CopyError(signal?.aborted ? 'cancelled' : 'offline');
  }
}

async function listIn(cacheName: string, view: string): Promise<KeptCopy | undefined> {
  try {
    const response = await caches.match(listAddress(view), { cacheName });
    const list = response && (await listOf(response));
    return list && { ...list, kept: Number(response.headers.get(KEPT_HEADER)) };
  } catch {
    return undefined;
  }
}

/**
 * What is kept of a view on this device.
 * @param view - The first part of its addresses.
 * @returns Its list; undefined where there is no copy, or the browser keeps nothing.
 */
export const keptCopy = (view: string): Promise<KeptCopy | undefined> => listIn(LISTS, view);

/**
 * What was begun to be brought of a view and is not finished, a newer version of a kept copy too.
 * @param view - The first part of its addresses.
 * @returns Its list; undefined where nothing was begun.
 */
export const begunCopy = (view: string): Promise<KeptCopy | undefined> => listIn(BEGUN, view);

async function listsIn(cacheName: string): Promise<KeptCopy[]> {
  const requests = await (await caches.open(cacheName)).keys();
  const lists = await Promise.all(requests.map(({ url }) => listIn(cacheName, new URL(url).pathname.split('/')[1] ?? '')));
  return lists.flatMap((list) => (list ? [list] : []));
}

async function putList(cacheName: string, view: string, list: CopyList, now: number): Promise<void> {
  const headers = { 'content-type': 'application/json', [KEPT_HEADER]: String(now) };
  try {
    await (await caches.open(cacheName)).put(listAddress(view), new Response(JSON.stringify(list), { headers }));
  } catch {
    throw new CopyError('full');
  }
}

async function deleteList(cacheName: string, view: string): Promise<void> {
  await (await caches.open(cacheName)).delete(listAddress(view));
}

/** Bundles of a view are named after it, `fr-procedures-0`; the others hold what all views share. */
function mayHold({ address }: Bundle, path: string): boolean {
  const [, view = ''] = path.split('/');
  const name = address.slice(address.lastIndexOf('/') + 1);
  return !name.includes('-') || name.startsWith(`${view}-`);
}

/**
 * Finds a file in the copies on this device.
 * @param path - With the query that names its version, if it has one.
 * @returns The file, with the moment at which it was kept; undefined where no copy has it.
 */
export async function findInCopy(path: string): Promise<Response | undefined> {
  const bundles = (await listsIn(LISTS)).flatMap((list) => list.bundles).filter((bundle) => mayHold(bundle, path));
  const found = await Promise.all(bundles.map(({ address }) => caches.match(path, { cacheName: bundleCache(address) })));
  return found.find((response) => response !== undefined);
}

const hex = (bytes: ArrayBuffer) => Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** Which bundles of a list are here already. */
async function isHere({ address }: Bundle): Promise<boolean> {
  return (await caches.match(COMPLETE, { cacheName: bundleCache(address) })) !== undefined;
}

function isFile(value: unknown): value is BundledFile {
  return Array.isArray(value) && value.length >= 3 && value.slice(0, 3).every((part) => typeof part === 'string');
}

async function readBundle({ address, hash }: Bundle, signal: AbortSignal | undefined): Promise<BundledFile[]> {
  const response = await ask(address, signal);
  const bytes = await response.arrayBuffer().catch(() => {
    throw new CopyError(signal?.aborted ? 'cancelled' : 'offline');
  });
  if (!response.ok || hex(await crypto.subtle.digest('SHA-256', bytes)) !== hash) throw new CopyError('damaged');
  const files: unknown = JSON.parse(new TextDecoder().decode(bytes));
  return Array.isArray(files) ? files.filter(isFile) : [];
}

const bytesOf = (base64: string) => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));

async function keepBundle(bundle: Bundle, now: number, signal: AbortSignal | undefined): Promise<void> {
  const files = await readBundle(bundle, signal);
  const name = bundleCache(bundle.address);
  try {
    const cache = await caches.open(name);
    for (const [path, type, body, isBase64] of files) {
      const headers = { 'content-type': type, [KEPT_HEADER]: String(now) };
      await cache.put(path, new Response(isBase64 ? bytesOf(body) : body, { headers }));
    }
    await cache.put(COMPLETE, new Response(''));
  } catch {
    // Room is made at once: a phone that is full is of no use to its owner.
    await caches.delete(name);
    throw new CopyError('full');
  }
}

/** Throws away what belongs to no copy, neither kept nor begun. */
async function tidy(): Promise<void> {
  // In this order, what another tab begins or finishes meanwhile is found in one of the two.
  const names = await caches.keys();
  const lists = [...(await listsIn(BEGUN)), ...(await listsIn(LISTS))];
  const wanted = new Set(lists.flatMap(({ bundles }) => bundles.map(({ address }) => bundleCache(address))));
  for (const name of names) if (name.startsWith(bundleCache('')) && !wanted.has(name)) await caches.delete(name);
}

/** Whether all is here; another tab may have erased some of it, or the whole copy. */
async function isWhole(view: string, list: CopyList): Promise<boolean> {
  const isWanted = (await begunCopy(view)) ?? (await keptCopy(view));
  return isWanted !== undefined && (await missingBytes(list)) === 0;
}

/**
 * Brings the copy of a view here, or up to date: only what has changed or is missing comes over the line.
 * @param view - The first part of its addresses.
 * @param options - `signal` cancels; what has come by then is kept and not asked for again. `onProgress` is told the bytes that
 *   are here and those of the whole, compressed.
 * @throws {CopyError} When it could not be finished: the old copy, if there was one, is as it was.
 */
export async function bringCopy(
  view: string,
  options: { signal?: AbortSignal; onProgress?: (done: number, all: number) => void; now: number },
): Promise<void> {
  if (!('caches' in globalThis)) throw new CopyError('unavailable');
  const { signal, onProgress, now } = options;
  const list = await offeredCopy(view, signal);
  await putList(BEGUN, view, list, now);
  const all = list.bundles.reduce((sum, { bytes }) => sum + bytes, 0);
  let done = 0;
  for (const bundle of list.bundles) {
    if (!(await isHere(bundle))) await keepBundle(bundle, now, signal);
    done += bundle.bytes;
    onProgress?.(done, all);
  }
  if (!(await isWhole(view, list))) {
    await tidy();
    throw new CopyError('cancelled');
  }
  await putList(LISTS, view, list, now);
  await deleteList(BEGUN, view);
  await tidy();
}

/**
 * Says how much of a copy would still have to come.
 * @param list - Of `offeredCopy`.
 * @returns Bytes over the line.
 */
export async function missingBytes({ bundles }: CopyList): Promise<number> {
  const here = await Promise.all(bundles.map(isHere));
  return bundles.reduce((sum, { bytes }, index) => sum + (here[index] ? 0 : bytes), 0);
}

/**
 * Erases the copy of a view, also what came of one that was cancelled.
 * @param view - The first part of its addresses.
 */
export async function eraseCopy(view: string): Promise<void> {
  for (const cacheName of [LISTS, BEGUN]) await deleteList(cacheName, view);
  await tidy();
}
