// On questions and outcomes: keeps a need, says that there is a plan, and shows the offices of one province.
import { storedNeeds, storeNeeds } from './plan-store.ts';

const PROVINCE = 'abrid.province';

function offerPlan(): void {
  const needs = storedNeeds();
  document.querySelectorAll<HTMLElement>('[data-plan]').forEach((item) => {
    item.hidden = needs.length === 0;
    const size = item.querySelector('[data-plan-size]');
    if (size) size.textContent = `(${new Intl.NumberFormat(document.documentElement.lang).format(needs.length)})`;
  });
}

document.querySelectorAll<HTMLButtonElement>('[data-keep]').forEach((button) => {
  button.hidden = false;
  button.addEventListener('click', () => {
    storeNeeds([...new Set([...storedNeeds(), button.dataset['keep'] ?? ''])]);
    // Up to the first question: the plan waits there.
    location.assign('../');
  });
});
offerPlan();
// A page that comes back from the browser's own memory shows the plan as it was then.
addEventListener('pageshow', offerPlan);

function remembered(): string {
  try {
    return localStorage.getItem(PROVINCE) ?? '';
  } catch {
    return '';
  }
}

document.querySelectorAll<HTMLElement>('[data-provinces]').forEach((field) => {
  const select = field.querySelector('select');
  if (!select) return;
  const show = () => {
    const offices = Array.from(document.querySelectorAll<HTMLElement>('[data-in]'));
    for (const office of offices) office.hidden = select.value !== '' && !office.dataset['in']?.split(' ').includes(select.value);
    const none = document.querySelector<HTMLElement>('[data-none-here]');
    if (none) none.hidden = offices.some((office) => !office.hidden);
  };
  select.value = remembered();
  select.addEventListener('change', () => {
    try {
      // On a page about danger nothing is written down.
      if (!document.querySelector('a[data-exit]')) localStorage.setItem(PROVINCE, select.value);
    } catch {
      // The choice then holds for this page.
    }
    show();
  });
  field.hidden = false;
  show();
});
