// Which voice of the device may read a page aloud.

/** What counts of a `SpeechSynthesisVoice`. */
export type VoiceTraits = Pick<SpeechSynthesisVoice, 'lang' | 'localService' | 'default' | 'voiceURI'>;

/** Other codes by which devices name our languages: phones of some makers use three letters; `ber` is any Amazigh. */
const SAME: Record<string, string> = { ara: 'ar', fra: 'fr', fre: 'fr', eng: 'en', spa: 'es', ber: 'zgh' };

/** Language and script of a tag, which Android may write with `_`; a script that goes without saying is empty. */
function languageOf(tag: string): string {
  const [language = '', ...rest] = tag.toLowerCase().split(/[-_]/);
  return `${SAME[language] ?? language} ${rest.find((part) => part.length === 4) ?? ''}`;
}

/** Country of most readers first, then the voice that the device itself would take; voices made for fun last. */
function rank({ lang, default: isDefault, voiceURI }: VoiceTraits): number {
  return (/[-_]MA/i.test(lang) ? 4 : 0) + (isDefault ? 2 : 0) + (/speech\.synthesis|eloquence/.test(voiceURI) ? 0 : 1);
}

/**
 * Chooses the voice for a text.
 * @param voices - Of the device.
 * @param tag - Language of the text, BCP 47.
 * @returns A voice of that language and script that works on the device itself: another one would send the text to a host.
 *   undefined where there is none.
 */
export function localVoice<Voice extends VoiceTraits>(voices: readonly Voice[], tag: string): Voice | undefined {
  const language = languageOf(tag);
  return voices
    .filter((voice) => voice.localService && languageOf(voice.lang) === language)
    .sort((one, other) => rank(other) - rank(one))[0];
}
