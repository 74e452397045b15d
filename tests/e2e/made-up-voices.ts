import type { Page } from '@playwright/test';

/** A voice that a device may have. */
export interface MadeUpVoice {
  lang: string;
  localService: boolean;
}

/** What a page asks to be spoken, and a way to let time pass. */
interface Speech {
  /** Everything that was asked for, in order, with the language of its voice. */
  heard: { text: string; lang: string }[];
  speaking: boolean;
  /** The sentence that is being spoken comes to its end. */
  end: () => void;
  fail: () => void;
  /** Voices come late. */
  arrive: (voices: MadeUpVoice[]) => void;
}

declare global {
  interface Window {
    speech: Speech;
  }
}

/**
 * Gives a page a device that speaks: it says nothing, and ends a sentence when the test tells it to.
 * @param page - Before it has gone anywhere.
 * @param voices - Of the device.
 */
export async function giveVoices(page: Page, voices: readonly MadeUpVoice[]): Promise<void> {
  await page.addInitScript((first) => {
    class Utterance {
      voice: { lang: string } | null = null;
      lang = '';
      onend: (() => void) | null = null;
      onerror: (() => void) | null = null;
      text: string;
      constructor(text: string) {
        this.text = text;
      }
    }
    let known = first.map((voice) => ({ ...voice, default: false, voiceURI: voice.lang, name: voice.lang }));
    let current: Utterance | undefined;
    const take = () => {
      const taken = current;
      current = undefined;
      window.speech.speaking = false;
      return taken;
    };
    class Synthesis {
      onvoiceschanged: (() => void) | null = null;
      pending = false;
      get speaking() {
        return current !== undefined;
      }
      getVoices() {
        return known;
      }
      speak(utterance: Utterance) {
        current = utterance;
        window.speech.heard.push({ text: utterance.text, lang: utterance.voice?.lang ?? '' });
        window.speech.speaking = true;
      }
      // As engines do: the end of what is cancelled is told afterwards.
      cancel() {
        const cancelled = take();
        setTimeout(() => cancelled?.onend?.());
      }
    }
    const synthesis = new Synthesis();
    window.speech = {
      heard: [],
      speaking: false,
      end: () => take()?.onend?.(),
      fail: () => take()?.onerror?.(),
      arrive: (voices) => {
        known = voices.map((voice) => ({ ...voice, default: false, voiceURI: voice.lang, name: voice.lang }));
        synthesis.onvoiceschanged?.();
      },
    };
    Object.defineProperty(window, 'speechSynthesis', { value: synthesis });
    Object.defineProperty(window, 'SpeechSynthesisUtterance', { value: Utterance });
  }, voices);
}

/** The texts that were spoken so far. */
export const heard = (page: Page): Promise<string[]> => page.evaluate(() => window.speech.heard.map(({ text }) => text));

/** Lets sentences end. */
export const endSentences = (page: Page, times = 1): Promise<void> =>
  page.evaluate((count) => {
    for (let ended = 0; ended < count; ended += 1) window.speech.end();
  }, times);

/** Lets everything be spoken to the end of the page. */
export const hearAll = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    while (window.speech.speaking) window.speech.end();
    return window.speech.heard.map(({ text }) => text);
  });

/** What is highlighted. */
export const highlighted = (page: Page): Promise<string> =>
  page.evaluate(() =>
    Array.from(CSS.highlights.get('read-aloud') ?? [], String)
      .join('|')
      .replace(/\s+/g, ' '),
  );
