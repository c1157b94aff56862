import { compareLists } from './list-comparison';
import type { EngineName } from './recommendation';

/** How an engine that was only asked compares with the one that served the same lists. */
export interface EngineComparison {
  readonly served: EngineName;
  readonly shadow: EngineName;
  /** How many lists were compared. */
  readonly lists: number;
  /** How many lists the shadow had no answer for. */
  readonly failures: number;
  /** Of the first 10 and 20 places, the share of titles that both lists have; means over the lists compared, null without any. */
  readonly overlapAt10: number | null;
  readonly overlapAt20: number | null;
  /** Milliseconds until the list was there: means and the longest. */
  readonly servedMs: number | null;
  readonly shadowMs: number | null;
  readonly servedMostMs: number;
  readonly shadowMostMs: number;
}

/** So many places of each list are looked at. */
export const COMPARED_PLACES = 20;

/** The share of titles that two lists have in common in their first 10 and 20 places; a list that ends before is compared as far as the longer one goes. */
export function overlaps(
  served: readonly number[],
  shadow: readonly number[],
): { readonly overlapAt10: number; readonly overlapAt20: number } {
  const at = (places: number): number => compareLists(served, shadow, places).overlap;
  return { overlapAt10: at(10), overlapAt20: at(COMPARED_PLACES) };
}
