import fc from 'fast-check';
import { expect, test } from 'vitest';
import { localVoice, type VoiceTraits } from '../../../src/components/voice.ts';

const voice = (lang: string, traits: Partial<VoiceTraits> = {}): VoiceTraits => ({
  lang,
  localService: true,
  default: false,
  voiceURI: lang,
  ...traits,
});

test.each([
  ['fr', 'fr-FR'],
  ['fr', 'fr_CA'],
  ['ar', 'ar-001'],
  ['ar', 'ARA-EGY'],
  ['es', 'spa_ESP'],
  ['zgh', 'zgh-MA'],
  ['zgh', 'ber'],
  ['zgh-Latn', 'zgh-Latn-MA'],
])('a page in %s is read by a voice for %s', (tag, lang) => {
  expect(localVoice([voice('de-DE'), voice(lang)], tag)?.lang).toBe(lang);
});

test.each([
  ['fr', 'frr'],
  ['en', 'fr-FR'],
  ['ar', 'arz'],
  ['zgh', 'ar-MA'],
  ['zgh', 'zgh-Latn'],
  ['zgh-Latn', 'zgh-MA'],
])('a page in %s is not read by a voice for %s', (tag, lang) => {
  expect(localVoice([voice(lang)], tag)).toBeUndefined();
});

test('a voice of this country comes first, then the one of the device, and a voice made for fun last', () => {
  const funny = voice('ar-SA', { voiceURI: 'com.apple.speech.synthesis.voice.Fun' });
  const own = voice('ar-EG', { default: true });
  const near = voice('ar-MA');
  expect(localVoice([funny, voice('ar-AE'), own, near], 'ar')).toBe(near);
  expect(localVoice([funny, voice('ar-AE'), own], 'ar')).toBe(own);
  expect(localVoice([funny, voice('ar-AE')], 'ar')?.lang).toBe('ar-AE');
  expect(localVoice([funny], 'ar')).toBe(funny);
});

test('no voice that sends the text to a host is ever chosen', () => {
  const voices = fc.array(
    fc.record({
      lang: fc.constantFrom('fr-FR', 'ar-MA', 'ar', 'zgh', ''),
      localService: fc.boolean(),
      default: fc.boolean(),
      voiceURI: fc.string(),
    }),
  );
  fc.assert(
    fc.property(voices, fc.constantFrom('fr', 'ar', 'zgh'), (all, tag) => {
      const chosen = localVoice(all, tag);
      expect(chosen?.localService ?? true).toBe(true);
      expect(chosen === undefined).toBe(!all.some(({ lang, localService }) => localService && lang.startsWith(tag)));
    }),
  );
});
