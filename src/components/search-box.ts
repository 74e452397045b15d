// The box of the home page, which stands in the page itself.
import { suggestIn } from './suggest.ts';

const input = document.querySelector<HTMLInputElement>('input[data-suggest]');
const list = document.querySelector<HTMLElement>('[data-suggestions]');
const announced = document.querySelector<HTMLElement>('[data-suggested]');

if (input && list && announced) suggestIn({ input, list, announced, entries: input.dataset['suggest'] ?? '' });
