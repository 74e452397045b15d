import { checkContent } from '../model/check/content.ts';
import type { DraftContent } from '../model/content.ts';
import type { Problem } from '../model/problem.ts';
import { readContent } from './read-content.ts';

/**
 * Reads the content and checks all of it.
 * @param root - The folder that holds `procedures/`, `papers/` …
 * @returns The content and what is wrong with it. While a file cannot be read, references are not checked: a reference to
 *   it would be reported as a second problem.
 */
export async function readCheckedContent(root: string): Promise<{ content: DraftContent; problems: Problem[] }> {
  const { content, problems } = await readContent(root);
  return { content, problems: problems.length > 0 ? problems : checkContent(content) };
}
