// Everything a content page does in the browser. It makes pages better; none needs it.
import { localVoice } from './voice.ts';

/** Papers that were ticked stay on this device: nothing is sent. Private browsing may refuse to store them. */
function rememberTicks(boxes: NodeListOf<HTMLInputElement>): void {
  for (const box of boxes) {
    const key = `abrid.tick.${box.dataset['tick'] ?? ''}`;
    try {
      box.checked = localStorage.getItem(key) !== null;
    } catch {
      return;
    }
    box.addEventListener('change', () => {
      if (box.checked) localStorage.setItem(key, '1');
      else localStorage.removeItem(key);
    });
  }
}

/** Milliseconds: what a page, and what its reader does first, asks for comes first. */
const QUIET = 2000;

/**
 * Shows what holds only between two days: a notice, or that a place is out of season. Days are compared as text, from the
 * end of the longer one, so that `06-05` stands for every year.
 */
function showByDay(item: HTMLElement, today: string): void {
  const from = item.dataset['from'] ?? '';
  const day = today.slice(-from.length);
  const isWithin = from <= day && day <= (item.dataset['until'] ?? '');
  item.hidden = isWithin === (item.dataset['outside'] !== undefined);
}

/** A link may have chosen the case: the choices then say so, and can be changed as usual. */
function chooseCase(): void {
  const note = document.getElementById(location.hash.slice(1));
  for (const id of note?.dataset['case']?.split(' ') ?? []) {
    const choice = document.getElementById(`c-${id}`);
    if (choice instanceof HTMLInputElement) choice.checked = true;
  }
}

/** The box opens where an engine knows such boxes; elsewhere, while the line is down, or for a new tab, the link leads to the page with the box as ever. */
function searchInPlace(link: HTMLAnchorElement): void {
  link.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    import('./search-sheet.ts').then(
      ({ openSheet }) => {
        openSheet(link);
      },
      () => {
        location.assign(link.href);
      },
    );
  });
}

/** Opens the map program of the phone: `geo:` on Android, Apple Maps on iOS; elsewhere the link leads to the web. */
function openWay(event: Event): void {
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-way]') : null;
  const at = link?.dataset['way'];
  if (!link || !at) return;
  if (/android/i.test(navigator.userAgent)) link.href = `geo:${at}?q=${at}`;
  else if (/iphone|ipad|ipod/i.test(navigator.userAgent)) link.href = `https://maps.apple.com/?daddr=${at}`;
}

/** A page can be read aloud where the device itself has a voice for its language. Voices may come late. */
function offerToListen(main: HTMLElement): void {
  if (!('speechSynthesis' in window)) return;
  const voiceFor = (tag: string) => localVoice(speechSynthesis.getVoices(), tag);
  const offer = () => {
    if (!voiceFor(document.documentElement.lang)) return;
    speechSynthesis.onvoiceschanged = null;
    void import('./listen.ts').then(({ offerToRead }) => {
      offerToRead(main, voiceFor);
    });
  };
  // Not as a listener, which older Safaris lack here.
  speechSynthesis.onvoiceschanged = offer;
  offer();
}

/** What a page does with its content, also with content that a script has put in. */
function enliven(): void {
  // On a page about danger nothing is written down.
  if (!document.querySelector('a[data-exit]')) rememberTicks(document.querySelectorAll('input[data-tick]'));
  const places = document.querySelectorAll<HTMLElement>('[data-hours]');
  // Most pages name no place.
  if (places.length > 0)
    void import('./open-now.ts').then(({ showOpenNow }) => {
      showOpenNow(places, now);
    });
}

/** A request that could not be sent where it was written, and that the form itself does not send. */
function sendWhatWaits(): void {
  try {
    if (!localStorage.getItem('abrid.outgoing') || document.querySelector('form[data-contact]')) return;
  } catch {
    return;
  }
  void import('./send-waiting.ts').then(({ sendWaiting }) => {
    sendWaiting();
  });
}

/** When the line has been quiet for a while. Without a service worker, pages need the network. */
function keepWhenQuiet(before = -1): void {
  const { length } = performance.getEntriesByType('resource');
  if (length === before) void import('./offline.ts').then(({ keepSeenPages }) => keepSeenPages());
  else setTimeout(keepWhenQuiet, QUIET, length);
}

const now = new Date();
enliven();
if ('serviceWorker' in navigator)
  addEventListener('load', () => {
    keepWhenQuiet();
  });
document.addEventListener('abrid:content', enliven);
chooseCase();
sendWhatWaits();
document.addEventListener('click', openWay, true);
if ('HTMLDialogElement' in window) document.querySelectorAll<HTMLAnchorElement>('a[data-search]').forEach(searchInPlace);
document.querySelectorAll<HTMLElement>('[data-listen]').forEach(offerToListen);
document.querySelectorAll<HTMLElement>('[data-print]').forEach((button) => {
  button.hidden = false;
  button.addEventListener('click', () => {
    print();
  });
});
document.querySelectorAll<HTMLElement>('[data-from]').forEach((item) => {
  showByDay(item, now.toISOString().slice(0, 10));
});
