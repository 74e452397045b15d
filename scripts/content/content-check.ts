import type { AstroIntegration } from 'astro';
import { checkContent } from '../../src/model/check/content.ts';
import { formatProblems } from '../../src/model/problem.ts';
import { readContent } from './read-content.ts';

/**
 * Ends the build when the content would mislead a visitor.
 * @param root - The folder of the content.
 * @returns An Astro integration, which checks before anything is rendered.
 */
export function contentCheck(root: string): AstroIntegration {
  return {
    name: 'abrid-content-check',
    hooks: {
      'astro:build:start': async () => {
        const { content, problems } = await readContent(root);
        // References to a file that could not be read would be reported twice.
        const all = problems.length > 0 ? problems : checkContent(content);
        if (all.length > 0) throw new Error(`The content cannot be published:\n\n${formatProblems(all)}\n`);
      },
    },
  };
}
