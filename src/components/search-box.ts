// The box of the home page, which stands in the page itself.
const input = document.querySelector<HTMLInputElement>('input[data-suggest]');
const list = document.querySelector<HTMLElement>('[data-suggestions]');
const announced = document.querySelector<HTMLElement>('[data-suggested]');

if (input && list && announced)
  input.addEventListener(
    'focus',
    () => {
      void import('./suggest.ts').then(({ suggestIn }) => {
        suggestIn({ input, list, announced, entries: input.dataset['suggest'] ?? '' });
      });
    },
    { once: true },
  );

export {};
