// Sends from any page what waits for the line since the contact form was left. Fetched only where something waits.
import { changeWaiting, send, waitingHere } from './outgoing.ts';

const RETRY = 30_000;

/** Shows the receipt in the words of the contact page, so that no other page has to carry them. */
async function showReceipt(link: string): Promise<void> {
  const [, view = ''] = location.pathname.split('/');
  const html = await (await fetch(`/${view}/contact/`)).text();
  const part = new DOMParser().parseFromString(html, 'text/html').querySelector<HTMLElement>('[data-say="sent"]');
  if (!part) return;
  part.hidden = false;
  part.querySelector('a')?.setAttribute('href', link);
  document.querySelector('main')?.prepend(part);
}

async function sendAll(): Promise<void> {
  if (!navigator.onLine) return;
  for (const request of waitingHere()) {
    const sent = await send(request);
    // What the desk does not understand is shown by the form, when it is next opened.
    if (sent === 'offline' || !('link' in sent)) continue;
    changeWaiting(request.key);
    await showReceipt(sent.link).catch(() => undefined);
  }
}

/** Sends what waits, now and whenever the line is back, as long as the page is open. */
export function sendWaiting(): void {
  let sending = false;
  const tryNow = () => {
    if (sending) return;
    sending = true;
    void sendAll().finally(() => {
      sending = false;
    });
  };
  tryNow();
  addEventListener('online', tryNow);
  setInterval(tryNow, RETRY);
}
