// Shows in the page which sentence is being read.
import type { SpokenPart } from './spoken-parts.ts';

/** Named so in listen.css. */
const HIGHLIGHT = 'read-aloud';
const BLOCK = 'read-aloud';

/** The part of the window in which a sentence is read well: what is below is near the buttons. */
const TOP = 0.1;
const BOTTOM = 0.75;
/** Where a sentence comes to stand that was outside. */
const BEST = 0.3;

/** Whether a sentence stands where it can be read; the height of the window counts as 1. */
function isInView(range: Range): boolean {
  const { top, bottom } = range.getBoundingClientRect();
  return top >= innerHeight * TOP && bottom <= innerHeight * BOTTOM;
}

/**
 * Marks what is read, and follows it.
 * @returns `show` marks one part, or none. The page follows until the reader scrolls elsewhere, and again when the reading
 *   comes to where he is, or after `follow`.
 */
export function makeMark() {
  let marked: SpokenPart | undefined;
  let follows = true;
  const leave = () => {
    follows = false;
  };
  addEventListener('wheel', leave, { passive: true });
  addEventListener('touchmove', leave, { passive: true });

  const show = (part: SpokenPart | undefined) => {
    marked?.block.classList.remove(BLOCK);
    marked = part;
    if ('Highlight' in window) {
      if (part) CSS.highlights.set(HIGHLIGHT, new Highlight(part.range));
      else CSS.highlights.delete(HIGHLIGHT);
    } else part?.block.classList.add(BLOCK);
    if (!part) return;
    if (isInView(part.range)) follows = true;
    // Smooth or not as the style of the page says, which heeds what the reader has set.
    else if (follows) scrollBy(0, part.range.getBoundingClientRect().top - innerHeight * BEST);
  };
  return {
    show,
    follow: () => {
      follows = true;
    },
  };
}
