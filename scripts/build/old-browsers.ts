import { parse } from 'acorn';
import { simple } from 'acorn-walk';
import type { Problem } from '../../src/model/problem.ts';

/** What all browsers of `package.json` can parse; a later syntax in one place would stop the whole file. */
const SYNTAX = 2021;
/** Safari before 16.4 cannot even parse a file with one. */
const LOOKBEHIND = /\(\?<[=!]/;

/**
 * What some of those browsers lack; a dot stands before what is a member of something.
 * Types refuse most of it in our own code (`tsconfig.browser.json`); this is for what comes with packages, too.
 */
const LATER = new Set([
  ...['.at', '.findLast', '.findLastIndex', '.toSorted', '.toReversed', '.toSpliced', '.groupBy', '.hasOwn', '.withResolvers'],
  ...['.randomUUID', '.requestSubmit', '.showModal', '.showPopover', '.hidePopover', '.togglePopover', '.canParse'],
  ...['.Segmenter', '.ListFormat', 'WeakRef', 'structuredClone', 'requestIdleCallback'],
]);
/** How the code reads that asks for something first: it may then be used. */
const ASKED_FOR = new Map([
  // src/components/page.ts leaves the link as it is where there is no dialog.
  ['.showModal', /HTMLDialogElement\W+in window/],
  // zod tries the constructor of URL otherwise.
  ['.canParse', /typeof URL\.canParse/],
]);

const MEND = 'Write it in a way that engines of 2021 know, or ask for it first and say so in scripts/build/old-browsers.ts.';

/**
 * Finds in the built scripts what an old browser cannot run.
 * @param scripts - Code by the name of its file.
 * @returns A problem for each kind of thing in a file.
 */
export function scriptProblems(scripts: ReadonlyMap<string, string>): Problem[] {
  const all = [...scripts.values()].join('\n');
  const isKnown = (what: string) => ASKED_FOR.get(what)?.test(all) ?? false;
  return [...scripts].flatMap(([where, code]) =>
    [...new Set(tooNew(code))].filter((what) => !isKnown(what)).map((what) => ({ where, what, mend: MEND })),
  );
}

/** Names of `LATER`, or sentences. */
function tooNew(code: string): string[] {
  const found: string[] = [];
  const lookAt = (text: string) => {
    if (LOOKBEHIND.test(text)) found.push(`A regular expression looks behind: ${text.slice(0, 60)}`);
  };
  const name = (identifier: string) => {
    if (LATER.has(identifier)) found.push(identifier);
  };
  try {
    simple(parse(code, { ecmaVersion: SYNTAX, sourceType: 'module' }), {
      Literal: ({ value, raw }) => {
        if (typeof value === 'string' || value instanceof RegExp) lookAt(raw ?? '');
      },
      TemplateElement: ({ value }) => {
        lookAt(value.raw);
      },
      // A class is there or not; `at` and the like can be anything, unless they are called.
      MemberExpression: ({ property, computed }) => {
        if (!computed && property.type === 'Identifier' && /^[A-Z]/.test(property.name)) name(`.${property.name}`);
      },
      CallExpression: ({ callee }) => {
        if (callee.type === 'Identifier') name(callee.name);
        if (callee.type === 'MemberExpression' && callee.property.type === 'Identifier') name(`.${callee.property.name}`);
      },
      NewExpression: ({ callee }) => {
        if (callee.type === 'Identifier') name(callee.name);
      },
    });
  } catch (error) {
    found.push(`It cannot be parsed as ES${SYNTAX}: ${error instanceof Error ? error.message : String(error)}`);
  }
  return found;
}

/** What old engines drop or misread in a style, and where the whole would suffer for it. */
const STYLES: readonly [RegExp, string][] = [
  [/@(?:layer|container|scope|starting-style)\b/, 'The at-rule is not known before 2022, and all that stands in it is dropped:'],
  [/@media[^{]*[<>][^{]*/, 'Ranges in media queries are not known before Safari 16.4:'],
  [/[{;}](?:inset|inset-(?:inline|block)[\w-]*):[^;}]*/, 'Not known before Safari 14.1:'],
  [/[{;][^{;}]*\b(?:color-mix|oklch|oklab|light-dark)\([^;}]*/, 'The function is not known before 2023:'],
  [/[{;][^{;}]*\d(?:[dsl]v[hwib]|r?lh)\b[^;}]*/, 'The unit is not known before 2022:'],
  [/[{;}]&[^{]*\{/, 'Nested rules are not known before 2023:'],
];
/** A selector that is not known makes the whole rule unknown. */
const LATER_SELECTOR = /:has\(|:popover-open|:focus-visible|:user-(?:in)?valid|:modal/;

/**
 * Finds in the built styles what an old browser would drop.
 * @param styles - CSS by where it stands, minified.
 * @returns One problem for each.
 */
export function styleProblems(styles: ReadonlyMap<string, string>): Problem[] {
  return [...styles].flatMap(([where, css]) => [
    ...STYLES.flatMap(([pattern, what]) => {
      const [found] = pattern.exec(css) ?? [];
      return found === undefined ? [] : [{ where, what: `${what} ${found.slice(0, 80)}`, mend: MEND }];
    }),
    ...[...css.matchAll(/([^{};]+)\{/g)].flatMap(([, selectors = '']) => mixedSelectors(selectors, where)),
  ]);
}

/** A rule that holds for old and new selectors at once is dropped whole by an engine that does not know the new ones. */
function mixedSelectors(selectors: string, where: string): Problem[] {
  if (selectors.startsWith('@')) return [];
  // Commas between brackets do not part selectors.
  const parts = selectors.replace(/\([^()]*(?:\([^()]*\)[^()]*)*\)/g, (inner) => inner.replaceAll(',', ' ')).split(',');
  const later = parts.filter((part) => LATER_SELECTOR.test(part));
  if (later.length === 0 || later.length === parts.length) return [];
  return [{ where, what: `With ${later.join()} the whole rule is dropped: ${selectors.slice(0, 80)}`, mend: 'Make two rules of it.' }];
}
