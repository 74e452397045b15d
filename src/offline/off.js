// In the place of sw.js, ends what it does on every device that comes by: nothing is kept any more, nothing stands between the
// pages and the network. See docs/operations.md.
addEventListener('install', () => {
  void self.skipWaiting();
});
addEventListener('activate', (event) => {
  const end = async () => {
    for (const name of await caches.keys()) await caches.delete(name);
    await self.registration.unregister();
  };
  event.waitUntil(end());
});
