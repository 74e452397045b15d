// What the page says about "open now": on the places' own pages, in the lists and on the map.
import { officeClock } from '../model/office-time.ts';
import { type OpeningState, openingState, type Period, type PlaceHours } from '../model/opening-state.ts';
import { readWeek } from '../model/weekly-hours.ts';

/**
 * Reads the hours that a page carries.
 * @param place - With `data-hours`, and where they hold `data-general` and `data-closures`.
 * @returns As `openingState` takes them.
 */
function placeHours({ dataset }: HTMLElement): PlaceHours {
  const closures = (dataset['closures'] ?? '').split(' ').flatMap((text): Period[] => {
    const [from, until] = text.split('/');
    return from && until ? [[from, until]] : [];
  });
  return { week: readWeek(dataset['hours'] ?? ''), isGeneralRule: dataset['general'] !== undefined, closures };
}

const clock = (minutes: number) => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/**
 * Says whether a place is open.
 * @param state - Of `openingState`.
 * @param words - In the language of the page, between `|`: open until, always open, closed, opens, holiday, closure, unsure,
 *   today, tomorrow, then the days from Monday. `%` stands for a time or a day, in this order: day, time.
 * @returns One line.
 */
function openingText(state: OpeningState, words: string): string {
  const [openUntil = '', always = '', closed = '', opens = '', holiday = '', closure = '', unsure = '', ...days] = words.split('|');
  if (state.state === 'unsure') return unsure;
  if (state.state === 'open') return state.until === undefined ? always : openUntil.replace('%', clock(state.until));
  const why = { hours: closed, holiday, closure }[state.reason];
  if (!state.next) return why;
  const { inDays, day, minute } = state.next;
  const when = (inDays < 2 ? days[inDays] : days[day + 2]) ?? '';
  return `${why} · ${opens.replace('%', when).replace('%', clock(minute))}`;
}

/**
 * Whether a place is open, by the clock of the offices.
 * @param place - Carries its hours.
 * @param now - A moment.
 * @returns See `openingState`.
 */
export const stateOf = (place: HTMLElement, now: Date): OpeningState =>
  openingState(placeHours(place), officeClock(now, OFFICE_OFFSETS), OFFICE_CALENDAR);

/** The words stand with the place, or once for a list: for usual hours, and for hours that a place posts itself. */
function wordsFor(place: HTMLElement): string {
  const { words, wordsPosted } = place.closest<HTMLElement>('[data-words]')?.dataset ?? {};
  return (place.dataset['general'] === undefined ? wordsPosted : undefined) ?? words ?? '';
}

/**
 * Says of places whether they are open.
 * @param places - Each carries its hours.
 * @param now - A moment.
 */
export function showOpenNow(places: Iterable<HTMLElement>, now: Date): void {
  for (const place of places) {
    const state = stateOf(place, now);
    place.textContent = openingText(state, wordsFor(place));
    place.classList.toggle('open', state.state === 'open');
    place.hidden = false;
  }
}
