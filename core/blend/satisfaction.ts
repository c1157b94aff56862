/** How a person's scores become satisfactions: 0 for a score of `middling`, 1 for one of `best`. */
export interface Scale {
  readonly middling: number;
  readonly best: number;
}

/**
 * The scale of one person: the middle one of all their scores, and the best. Scores of two people cannot be compared (who did little has
 * small ones), but how far a title lies between what leaves each cold and what each likes best can. Ranks would compare too, but say
 * that the hundredth best of 10,000 is as good as the best; the span from the worst to the best would hang on one title that somebody hates.
 * The scores must be of everything that they might be shown, not of what one list may hold, so that no filter moves a satisfaction.
 */
export function scaleOf(scores: Float64Array): Scale {
  const sorted = scores.filter(Number.isFinite).sort();
  return { middling: sorted[sorted.length >> 1] ?? 0, best: sorted[sorted.length - 1] ?? 0 };
}

/** How well a score suits, 1 for what suits best; below 0 for what suits less than most. Whom all suits alike, all suits. */
export function satisfaction(score: number, { middling, best }: Scale): number {
  return best > middling ? (score - middling) / (best - middling) : 1;
}

/** As it is shown: 0 to 1. */
export function shownSatisfaction(value: number): number {
  return Math.min(1, Math.max(0, value));
}

/** Less than so much is no sacrifice. */
const SACRIFICE = 0.1;

/** The place of whom a title suits least, where it suits somebody else better by a tenth or more; null where it suits all about alike. */
export function givesWay(shown: readonly number[]): number | null {
  const least = shown.indexOf(Math.min(...shown));
  return shown.length > 1 && Math.max(...shown) - (shown[least] ?? 0) >= SACRIFICE - 1e-9 ? least : null;
}
