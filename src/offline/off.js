// In the place of sw.js, ends what it does on every device that comes by: nothing is kept any more, nothing stands between the
// pages and the network. See docs/operations.md.
addEventListener('install', () => {
  void self.skipWaiting();
});

/** Workbox writes there which pages were seen. */
const forgetAddresses = () =>
  new Promise((resolve) => {
    const request = indexedDB.deleteDatabase('workbox-expiration');
    request.onsuccess = resolve;
    request.onerror = resolve;
  });

addEventListener('activate', (event) => {
  const end = async () => {
    for (const name of await caches.keys()) await caches.delete(name);
    await self.registration.unregister();
    // Last: it waits until the worker before this one has let go of it.
    await forgetAddresses();
  };
  event.waitUntil(end());
});
