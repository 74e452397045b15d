// Everything a content page does in the browser. It makes pages better; none needs it.
import { officeClock } from '../model/office-time.ts';
import { isOpenAt, readWeek } from '../model/weekly-hours.ts';

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

/** Says whether a place is open, by the clock of the office. */
function showOpenNow(place: HTMLElement, now: Date): void {
  const open = isOpenAt(readWeek(place.dataset['hours'] ?? ''), officeClock(now, OFFICE_OFFSETS));
  place.textContent = (open ? place.dataset['open'] : place.dataset['closed']) ?? '';
  place.classList.toggle('open', open);
  place.hidden = false;
}

/** Letters without accents, and Arabic alef and ya in one form: what is typed need not be exact. */
function plainLetters(text: string): string {
  return text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replace(/[أإآ]/g, 'ا').replace(/ى/g, 'ي');
}

function filterList(form: HTMLFormElement): void {
  const input = form.querySelector('input');
  const items = document.querySelectorAll<HTMLElement>('[data-find]');
  const none = document.querySelector<HTMLElement>('[data-none]');
  if (!input || !none) return;
  const apply = () => {
    const words = plainLetters(input.value).split(/\s+/).filter(Boolean);
    let found = 0;
    for (const item of items) {
      const text = plainLetters(item.dataset['find'] ?? '');
      item.hidden = !words.every((word) => text.includes(word));
      if (!item.hidden) found += 1;
    }
    none.hidden = found > 0;
  };
  input.value = new URLSearchParams(location.search).get('q') ?? '';
  input.addEventListener('input', apply);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
  });
  form.hidden = false;
  apply();
}

/** Leaves at once: the page is replaced by the home page in the history, so that Back does not show what was read. */
function leaveQuickly(link: HTMLAnchorElement): void {
  link.addEventListener('click', (event) => {
    event.preventDefault();
    document.documentElement.hidden = true;
    history.replaceState(null, '', link.dataset['exit']);
    location.replace(link.href);
  });
}

/** A notice that is over disappears by itself, and one to come waits, whenever the page was built. */
function dateNotices(today: string): void {
  for (const notice of document.querySelectorAll<HTMLElement>('[data-from]')) {
    notice.hidden = today < (notice.dataset['from'] ?? '') || today > (notice.dataset['until'] ?? '');
  }
}

rememberTicks(document.querySelectorAll('input[data-tick]'));
const now = new Date();
document.querySelectorAll<HTMLElement>('[data-hours]').forEach((place) => {
  showOpenNow(place, now);
});
document.querySelectorAll<HTMLFormElement>('form[data-filter]').forEach(filterList);
document.querySelectorAll<HTMLAnchorElement>('a[data-exit]').forEach(leaveQuickly);
document.querySelectorAll<HTMLElement>('[data-print]').forEach((button) => {
  button.hidden = false;
  button.addEventListener('click', () => {
    print();
  });
});
dateNotices(now.toISOString().slice(0, 10));
