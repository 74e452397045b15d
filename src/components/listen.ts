// The buttons that read a page aloud. Fetched only where the device has a voice of its own for the language of the page.
import listenStyle from '../styles/listen.css?url';
import { makeReading, type ReadingState } from './reading.ts';
import { makeMark } from './reading-mark.ts';
import { partAt, type SpokenPart, spokenParts, type VoiceFor } from './spoken-parts.ts';

/** What a tap has another use for. */
const TAPPABLE = 'a,button,input,select,label,summary';

function makeButton(className: string): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = className;
  return button;
}

/** The row with the buttons. They stand at the edge of the window; for keyboards and screen readers, below the title. */
function makeRow(...buttons: HTMLButtonElement[]): HTMLElement {
  const row = document.createElement('div');
  row.className = 'listen no-print';
  const bar = document.createElement('p');
  bar.append(...buttons);
  row.append(bar);
  return row;
}

/** Puts the row below the title when its style has come, so that it is seen in one form only. */
function showBelow(title: Element, row: HTMLElement): void {
  const style = document.createElement('link');
  style.rel = 'stylesheet';
  style.href = listenStyle;
  style.onload = () => {
    title.after(row);
  };
  document.head.append(style);
}

/**
 * Offers to read the page aloud.
 * @param main - The content, with a title. Its `data-listen` has the words in the language of the page, between `|`: listen,
 *   pause, go on, stop.
 * @param voiceFor - Chooses among the voices of the device.
 */
export function offerToRead(main: HTMLElement, voiceFor: VoiceFor): void {
  const title = main.querySelector('h1');
  if (!title) return;
  const [listen = '', pause = '', goOn = '', stop = ''] = main.dataset['listen']?.split('|') ?? [];
  const player = makeButton('button quiet');
  const stopper = makeButton('button quiet stop');
  const row = makeRow(player, stopper);
  const mark = makeMark();
  let state: ReadingState = 'stopped';
  let parts: readonly SpokenPart[] = [];

  const change = (next: ReadingState) => {
    state = next;
    player.textContent = { stopped: listen, reading: pause, paused: goOn }[next];
    row.dataset['state'] = next;
    // Who has stopped by keyboard stays where the buttons are.
    if (next === 'stopped' && document.activeElement === stopper) player.focus({ preventScroll: true });
    stopper.hidden = next === 'stopped';
  };
  const reading = makeReading({ show: mark.show, change });

  stopper.textContent = stop;
  change(state);
  player.addEventListener('click', () => {
    if (state === 'reading') {
      reading.pause();
      return;
    }
    mark.follow();
    if (state === 'paused') reading.goOn();
    else reading.readFrom((parts = spokenParts(main, voiceFor)), 0);
  });
  stopper.addEventListener('click', reading.stop);
  // A tap on a paragraph goes on from there; a tap that ends a selection does not.
  main.addEventListener('click', (event) => {
    if (state === 'stopped' || getSelection()?.isCollapsed === false) return;
    if (event.target instanceof Element && event.target.closest(TAPPABLE)) return;
    const place = partAt(parts, event);
    if (place >= 0) reading.readFrom(parts, place);
  });
  const end = () => {
    if (state !== 'stopped') reading.stop();
  };
  addEventListener('pagehide', end);
  document.addEventListener('abrid:leave', end);
  showBelow(title, row);
}
