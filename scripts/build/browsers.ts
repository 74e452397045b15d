/** Browsers that the bundler names otherwise than Browserslist does. */
const NAMES: Readonly<Record<string, string>> = { ios_saf: 'ios' };

/**
 * Says the oldest browsers of `package.json` as the bundler wants them.
 * @param browserslist - One browser and version each: `ios_saf 14`.
 * @returns The same, in the same order: `ios14`.
 */
export function bundlerTargets(browserslist: readonly string[]): string[] {
  return browserslist.map((query) => {
    const [name = '', version = ''] = query.split(' ');
    return `${NAMES[name] ?? name}${version}`;
  });
}
