import type { OffsetChange } from './model/office-time.ts';

declare global {
  /** How Moroccan time differs from UTC, written into the script of the page when it is built. */
  const OFFICE_OFFSETS: readonly OffsetChange[];
}
