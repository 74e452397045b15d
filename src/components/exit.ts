// The quick exit of pages about danger.

/** How many times Escape leaves a sensitive page: once is too easily pressed by mistake. */
const ESCAPES = 3;
/** Set in this tab once somebody has left in a hurry; it says nothing of what was read. */
const LEFT = 'abrid.left';

const root = document.documentElement;

function hasLeft(): boolean {
  try {
    return sessionStorage.getItem(LEFT) !== null;
  } catch {
    return false;
  }
}

function note(left: boolean): void {
  try {
    if (left) sessionStorage.setItem(LEFT, '');
    else sessionStorage.removeItem(LEFT);
  } catch {
    // Then only this page is out of the history.
  }
}

/** Leaves at once: the page is replaced in the history, so that Back does not show what was read. */
function leaveQuickly(link: HTMLAnchorElement): void {
  const home = link.dataset['exit'] ?? '/';
  const leave = () => {
    document.dispatchEvent(new Event('abrid:leave'));
    document.querySelector('audio')?.pause();
    root.hidden = true;
    note(true);
    history.replaceState(null, '', home);
    location.replace(link.href);
  };
  link.addEventListener('click', (event) => {
    event.preventDefault();
    leave();
  });
  let escapes = 0;
  document.addEventListener('keydown', ({ key }) => {
    escapes = key === 'Escape' ? escapes + 1 : 0;
    if (escapes === ESCAPES) leave();
  });

  // Back leads to the pages about danger that were read before this one: they step aside, too.
  const isBack = performance.getEntriesByType('navigation').some((entry) => 'type' in entry && entry.type === 'back_forward');
  if (isBack && hasLeft()) {
    root.hidden = true;
    location.replace(home);
  } else note(false);
  // Nothing is to be seen of a page from the browser's own memory before that is clear.
  addEventListener('pagehide', () => {
    root.hidden = true;
  });
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted && hasLeft()) location.replace(home);
    else if (persisted) root.hidden = false;
  });
}

document.querySelectorAll<HTMLAnchorElement>('a[data-exit]').forEach(leaveQuickly);
