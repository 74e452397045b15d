// Speaks the parts of a page one after the other.
import { isShown, type SpokenPart } from './spoken-parts.ts';

/** Where a reading stands. */
export type ReadingState = 'stopped' | 'reading' | 'paused';

/** What a reading tells the page. */
export interface ReadingView {
  /** The part being read; undefined: none. */
  show: (part: SpokenPart | undefined) => void;
  change: (state: ReadingState) => void;
}

/** Some engines drop what they are asked to speak in the same instant in which they are told to be silent. */
const AFTER_SILENCE = 100;
/** An engine that never says that it is done is given up: this long for each character, and to begin at all. */
const SLOWEST_CHARACTER = 300;
const SLOWEST_BEGINNING = 10_000;

/**
 * Reads parts aloud, one at a time, and nothing before it is told to.
 * @param view - Is told what happens.
 * @returns Ways to steer. A pause is silence, and going on begins the sentence anew: on Android, to pause is to cancel.
 */
export function makeReading({ show, change }: ReadingView) {
  let parts: readonly SpokenPart[] = [];
  let place = 0;
  /** Kept here, or Chromium may forget it before it has told its end. What another one tells is of the past. */
  let spoken: SpeechSynthesisUtterance | undefined;
  let timer = 0;

  const silence = () => {
    spoken = undefined;
    clearTimeout(timer);
    speechSynthesis.cancel();
  };
  const stop = () => {
    silence();
    show(undefined);
    change('stopped');
  };
  const speak = () => {
    place = parts.findIndex((candidate, index) => index >= place && isShown(candidate));
    const part = parts[place];
    if (!part) {
      stop();
      return;
    }
    const utterance = new SpeechSynthesisUtterance(part.text);
    utterance.voice = part.voice;
    utterance.lang = part.voice.lang;
    utterance.onend = () => {
      if (utterance !== spoken) return;
      clearTimeout(timer);
      place += 1;
      speak();
    };
    utterance.onerror = () => {
      if (utterance === spoken) stop();
    };
    spoken = utterance;
    timer = window.setTimeout(stop, SLOWEST_BEGINNING + SLOWEST_CHARACTER * part.text.length);
    show(part);
    speechSynthesis.speak(utterance);
  };
  const readFrom = (all: readonly SpokenPart[], from: number) => {
    const wasSpeaking = speechSynthesis.speaking || speechSynthesis.pending;
    silence();
    parts = all;
    place = from;
    change('reading');
    // Where nothing is spoken, at once: iOS lets speak only what answers a tap.
    if (wasSpeaking) timer = window.setTimeout(speak, AFTER_SILENCE);
    else speak();
  };
  const pause = () => {
    silence();
    change('paused');
  };
  return {
    /** Begins at a part. */
    readFrom,
    pause,
    goOn: () => {
      readFrom(parts, place);
    },
    stop,
  };
}
