import { HTMLElement, type Node, parse } from 'node-html-parser';

/**
 * What is no word of the procedure: ways to other parts of the portal, pictograms, and tools (choosing one's case, ticking,
 * printing, closing), whose texts would promise what the other site does not do. What is hidden until a day comes goes too.
 */
const LEFT_OUT = [
  'nav',
  'svg',
  'script',
  'input',
  'button:not(.term)',
  '[hidden]',
  '.case',
  '.cases',
  '.papers > p.no-print',
  '[aria-labelledby="ask-title"]',
  '[popover] a',
].join(',');

const BLOCKS = new Set(['DETAILS', 'DIV', 'H2', 'H3', 'LI', 'OL', 'P', 'SECTION', 'TABLE', 'TBODY', 'TD', 'TH', 'TR', 'UL']);

/** Links that lead somewhere on the other site as well: to procedures, and out of the site. */
const KEPT_LINK = /^(?:https?:|tel:|mailto:|sms:|\/(?:ar|fr|en|es|zgh)\/procedures\/[a-z0-9-]+\/$)/;

/** What Markdown would take for a mark of its own. The colon: `:name` is a directive to Starlight. */
const escapeText = (text: string) => text.replace(/[\\`*_{}[\]<>#|~:&]/g, '\\$&');
const escapeHtml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const tidy = (text: string) => text.replace(/[ \t\n]+/g, ' ').trim();

function inline(node: Node): string {
  if (!(node instanceof HTMLElement)) return escapeText(node.textContent);
  const text = node.childNodes.map(inline).join('');
  const href = node.getAttribute('href');
  if (node.tagName === 'A' && href !== undefined && KEPT_LINK.test(href)) return `[${text.trim()}](<${href}>)`;
  // HTML, because ** is no mark between a punctuation mark and a letter.
  if (node.tagName === 'STRONG') return `<strong>${text.trim()}</strong>`;
  if (node.tagName === 'SMALL') return ` ${text} `;
  return text;
}

/** A paragraph that begins like a list or a rule is still a paragraph. */
const paragraph = (text: string) =>
  tidy(text)
    .replace(/^(\d+)([.)])/, '$1\\$2')
    .replace(/^[-+=]/, '\\$&');

/** The blocks inside an element; text between them becomes paragraphs. */
function blocksIn(parent: HTMLElement): string[] {
  const blocks: string[] = [];
  let run = '';
  const endRun = () => {
    blocks.push(paragraph(run));
    run = '';
  };
  for (const child of parent.childNodes) {
    if (child instanceof HTMLElement && BLOCKS.has(child.tagName)) {
      endRun();
      blocks.push(...blocksOf(child));
    } else run += inline(child);
  }
  endRun();
  return blocks.filter(Boolean);
}

function listItem(item: HTMLElement, mark: string): string {
  const indent = ' '.repeat(mark.length);
  const lines = blocksIn(item).join('\n\n').split('\n');
  return lines.map((line, index) => (index === 0 ? mark : line && indent) + line).join('\n');
}

const list = (items: readonly HTMLElement[], mark: (index: number) => string) => [
  items.map((item, index) => listItem(item, mark(index))).join('\n'),
];

function blocksOf(element: HTMLElement): string[] {
  const text = () => tidy(inline(element));
  switch (element.tagName) {
    case 'H2':
      return [`## ${text()}`];
    case 'H3':
      return [`### ${text()}`];
    case 'P':
      return [paragraph(inline(element))];
    case 'UL':
      return list(element.children, () => '- ');
    case 'OL':
      return list(element.children, (index) => `${index + 1}. `);
    // Tables of fees have no head, which a table of Markdown must have.
    case 'TABLE':
      return list(element.querySelectorAll('tr'), () => '- ');
    case 'DETAILS': {
      const summary = element.querySelector('summary');
      const title = tidy(summary?.textContent ?? '');
      summary?.remove();
      return [`<details>\n<summary>${escapeHtml(title)}</summary>`, ...blocksIn(element), '</details>'];
    }
    default:
      return blocksIn(element);
  }
}

/** A page for the other site. */
export interface PeerPage {
  /** A whole Markdown file. */
  markdown: string;
  /** Every word that the page must show, with the spaces that part them. */
  text: string;
}

/** Elements whose text is part of the words around them. */
const WITHIN_WORDS = new Set(['A', 'BDI', 'BUTTON', 'Q', 'SPAN', 'STRONG']);

/**
 * Reads what an element says.
 * @param node - An element or a text.
 * @returns Its text; blocks do not grow together.
 */
export function textOf(node: Node): string {
  if (!(node instanceof HTMLElement)) return node.textContent;
  const text = node.childNodes.map(textOf).join('');
  return WITHIN_WORDS.has(node.tagName) ? text : ` ${text} `;
}

/**
 * Turns a page of ours into a page of Starlight with the same words and links.
 * @param html - Of a built page of a procedure.
 * @returns Its title and summary as frontmatter, the rest of its `main` as Markdown.
 * @throws {Error} When the page has no `main` or no title.
 */
export function toPeerPage(html: string): PeerPage {
  const main = parse(html).querySelector('main');
  for (const part of main?.querySelectorAll(LEFT_OUT) ?? []) part.remove();
  const heading = main?.querySelector('h1');
  if (!main || !heading) throw new Error('The page has no main part or no title: the layout has changed, and so must this script.');
  const text = textOf(main);
  const title = tidy(heading.textContent);
  const description = tidy(main.querySelector('#summary')?.textContent ?? '');
  heading.remove();
  // A string of JSON is a string of YAML.
  const frontmatter = ['---', `title: ${JSON.stringify(title)}`, `description: ${JSON.stringify(description)}`, '---'].join('\n');
  return { markdown: `${frontmatter}\n\n${blocksIn(main).join('\n\n')}\n`, text };
}
