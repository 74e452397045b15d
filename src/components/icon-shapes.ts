import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(process.cwd(), 'node_modules/lucide-static/icons');
const read = new Map<string, string>();

/**
 * The shapes of a pictogram, to be drawn inside an SVG of 24 by 24. Read while the site is built.
 * @param name - Of a Lucide icon: `id-card`.
 * @returns SVG elements without the `<svg>` around them.
 * @throws {Error} When there is no such icon.
 */
export function iconShapes(name: string): string {
  const known = read.get(name);
  if (known !== undefined) return known;
  const shapes = readShapes(name);
  read.set(name, shapes);
  return shapes;
}

function readShapes(name: string): string {
  try {
    const svg = readFileSync(join(FOLDER, `${name}.svg`), 'utf8');
    return svg
      .replace(/^[\s\S]*?<svg[^>]*>|<\/svg>\s*$/g, '')
      .replace(/\s*\n\s*/g, '')
      .replace(/ \/>/g, '/>');
  } catch (cause) {
    throw new Error(`There is no icon "${name}". Choose a name from https://lucide.dev/icons.`, { cause });
  }
}
