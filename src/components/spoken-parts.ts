// What of a page is read aloud, sentence by sentence, with its place in the page.
import { cutIntoSentences } from './sentences.ts';

/** What is spoken at once. */
export interface SpokenPart {
  text: string;
  range: Range;
  /** The block that it stands in. */
  block: Element;
  voice: SpeechSynthesisVoice;
}

/** Chooses the voice for a language; undefined: texts in it are left out. */
export type VoiceFor = (tag: string) => SpeechSynthesisVoice | undefined;

interface Run {
  block: Element;
  tag: string;
  nodes: Text[];
}

/** What leads elsewhere, is filled in or proves the rest. Counterparts in Arabic (`.origin`) are text. */
const SKIPPED = [
  'nav,.no-print,.stale,.visually-hidden,form,fieldset,select,svg,figure,script,style',
  'summary,details:not(.origin),a[hreflang],a[data-way]',
].join();

/** A word that is explained is a button, and yet a part of its sentence. */
const isInline = (element: Element) => element.matches('.term') || /^(inline|contents)$/.test(getComputedStyle(element).display);

function blockOf(node: Text): Element | null {
  let element = node.parentElement;
  while (element && isInline(element)) element = element.parentElement;
  return element;
}

/** Text that stands together: in one block and one language. */
function runsOf(root: Element): Run[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
    node instanceof Element && node.matches(SKIPPED) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  const runs: Run[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const block = node instanceof Text ? blockOf(node) : null;
    if (!(node instanceof Text) || !block) continue;
    const tag = node.parentElement?.closest<HTMLElement>('[lang]')?.lang ?? '';
    const last = runs[runs.length - 1];
    if (last?.block === block && last.tag === tag) last.nodes.push(node);
    else runs.push({ block, tag, nodes: [node] });
  }
  return runs;
}

/** Places a boundary of a range at so many units from the beginning of a run. */
function locate(nodes: readonly Text[], offset: number): [Text, number] | undefined {
  let before = 0;
  for (const node of nodes) {
    if (offset <= before + node.length) return [node, offset - before];
    before += node.length;
  }
  return undefined;
}

function rangeOf(nodes: readonly Text[], from: number, until: number): Range {
  const range = document.createRange();
  // The last unit, then one further: the end of one node is not the beginning of the next.
  const [first, last] = [locate(nodes, from + 1), locate(nodes, until)];
  if (first) range.setStart(first[0], first[1] - 1);
  if (last) range.setEnd(...last);
  return range;
}

function partsOf({ block, nodes }: Run, voice: SpeechSynthesisVoice): SpokenPart[] {
  const parts: SpokenPart[] = [];
  let at = 0;
  for (const piece of cutIntoSentences(nodes.map(({ data }) => data).join(''))) {
    // A voice would name the dot that parts a form from a number.
    const text = piece
      .replace(/\s*·\s*/g, ', ')
      .replace(/\s+/g, ' ')
      .trim();
    const from = at + piece.length - piece.trimStart().length;
    if (/[\p{L}\p{N}]/u.test(text)) parts.push({ text, range: rangeOf(nodes, from, at + piece.trimEnd().length), block, voice });
    at += piece.length;
  }
  return parts;
}

/**
 * Gathers what is read aloud, in the order of the page.
 * @param root - The content of the page.
 * @param voiceFor - Of the device.
 * @returns Also what is hidden: a choice may show it while one listens. See `isShown`.
 */
export function spokenParts(root: Element, voiceFor: VoiceFor): SpokenPart[] {
  return runsOf(root).flatMap((run) => {
    const voice = voiceFor(run.tag);
    return voice ? partsOf(run, voice) : [];
  });
}

/**
 * Whether a part can be seen.
 * @param part - Of `spokenParts`.
 * @returns false where it depends on a case that is not chosen, or stands in something closed.
 */
export function isShown({ block }: SpokenPart): boolean {
  return block.getClientRects().length > 0 && !block.closest('details:not([open])');
}

/**
 * Finds what was tapped.
 * @param parts - Of `spokenParts`.
 * @param event - A tap in the page.
 * @returns The place in `parts` of the sentence under the finger, else of the first of its block; -1 where nothing is read.
 */
export function partAt(parts: readonly SpokenPart[], { clientX: x, clientY: y, target }: MouseEvent): number {
  const holds = ({ left, right, top, bottom }: DOMRect) => left <= x && x <= right && top <= y && y <= bottom;
  const exact = parts.findIndex(({ range }) => Array.from(range.getClientRects()).some(holds));
  return exact >= 0 ? exact : parts.findIndex(({ block }) => target instanceof Node && block.contains(target));
}
