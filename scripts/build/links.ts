import type { Problem } from '../../src/model/problem.ts';

const LINK = /<(?:a|link|form|script|audio)\b[^>]*?\s(?:href|src|action)="([^"]*)"/g;
const CANONICAL = /<link rel="canonical" href="([^"]*)"/;
const ID = /\sid="([^"]*)"/g;

/** `/fr/about/` is the file `/fr/about/index.html`. */
function fileOf(path: string): string {
  return path.endsWith('/') ? `${path}index.html` : path;
}

/**
 * Finds the links of a built site that lead nowhere, and pages with one id twice.
 * @param pages - HTML by the path of its file, which begins with a slash.
 * @param exists - Whether another file of the site exists.
 * @returns One problem a link or id. Links to other sites are not looked at: the build has no network.
 */
export function brokenLinks(pages: ReadonlyMap<string, string>, exists: (path: string) => boolean): Problem[] {
  const ids = new Map([...pages].map(([path, html]) => [path, [...html.matchAll(ID)].map(([, id = '']) => id)]));
  const links = [...pages].flatMap(([page, html]) => [
    ...[...new Set([...html.matchAll(LINK)].map(([, href = '']) => href))].flatMap((href) => checkLink(page, href, ids, exists)),
    ...duplicates(ids.get(page) ?? []).map((id) => ({
      where: page,
      what: `The id "${id}" stands twice.`,
      mend: 'A link can reach only one of them: rename the other.',
    })),
  ]);
  return [...links, ...sharedAddresses(pages)];
}

/** Two pages that say that they stand at one address: search engines would keep only one of them. */
function sharedAddresses(pages: ReadonlyMap<string, string>): Problem[] {
  const addresses = [...pages].flatMap(([page, html]): [string, string][] => {
    const [, address] = CANONICAL.exec(html) ?? [];
    return address === undefined ? [] : [[page, address]];
  });
  return addresses.flatMap(([page, address], index) => {
    const [first] = addresses.find(([, other]) => other === address) ?? [];
    if (addresses.findIndex(([, other]) => other === address) === index) return [];
    return [{ where: page, what: `It says that it stands at ${address}, as does ${String(first)}.`, mend: 'Give each page its own path.' }];
  });
}

function duplicates(ids: readonly string[]): string[] {
  return ids.filter((id, index) => ids.indexOf(id) !== index);
}

function checkLink(page: string, href: string, ids: ReadonlyMap<string, readonly string[]>, exists: (path: string) => boolean): Problem[] {
  const here = new URL(page.replace(/index\.html$/, ''), 'http://site');
  const target = URL.canParse(href, here) ? new URL(href, here) : undefined;
  if (!target) return [{ where: page, what: `"${href}" is not an address.`, mend: 'Correct the link.' }];
  if (target.host !== 'site') return [];
  const path = decodeURIComponent(target.pathname);
  const file = fileOf(path);
  if (!ids.has(file) && !exists(file))
    return [
      {
        where: page,
        what: `The link to ${path} leads nowhere.`,
        mend: 'Correct the address, with a slash at the end of a page, or take the link away.',
      },
    ];
  const anchor = decodeURIComponent(target.hash.slice(1));
  // `#procedures=passport` is for the script of the page, and names no place on it.
  if (!anchor || anchor.includes('=') || ids.get(file)?.includes(anchor)) return [];
  return [
    {
      where: page,
      what: `The link to ${path}#${anchor} leads to a place that the page does not have.`,
      mend: `Correct the part behind #, or give the place id="${anchor}".`,
    },
  ];
}
