/** The cache of the pages that were seen. */
export const PAGES = 'abrid-pages';
/** What a page says to the service worker to have it forget them. */
export const FORGET_PAGES = 'abrid-forget-pages';

/**
 * Forgets the pages that were seen. Only the service worker can forget their addresses too, which stand in a database of its own.
 * @returns When it is done.
 */
export async function forgetPages(): Promise<void> {
  const { controller } = navigator.serviceWorker;
  if (!controller) {
    await caches.delete(PAGES);
    return;
  }
  const { port1, port2 } = new MessageChannel();
  const answer = new Promise((resolve) => {
    port1.onmessage = resolve;
  });
  controller.postMessage(FORGET_PAGES, [port2]);
  await answer;
}
