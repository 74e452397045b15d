/** Waits until a worker that is being installed answers for the portal. */
async function activated(worker: ServiceWorker): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const look = () => {
      if (worker.state === 'activated') resolve();
      if (worker.state === 'redundant') reject(new Error('The service worker could not be installed.'));
    };
    worker.addEventListener('statechange', look);
    look();
  });
}

/**
 * Starts the service worker, or finds the one that is there.
 * @returns The worker, once it answers for the portal.
 * @throws When the browser has none, or it could not be fetched or installed.
 */
export async function activeWorker(): Promise<ServiceWorker> {
  const { active, waiting, installing } = await navigator.serviceWorker.register('/sw.js');
  const worker = active ?? waiting ?? installing;
  if (!worker) throw new Error('The service worker has gone again.');
  await activated(worker);
  return worker;
}
