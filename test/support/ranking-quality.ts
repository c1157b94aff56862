import type { Interaction } from '../../core/interaction';

/** How good the first ten of a list are, the mean over people who liked something that was withheld. */
export interface Quality {
  readonly people: number;
  /** Withheld liked titles among the first ten, of as many as could be there. */
  readonly recallAt10: number;
  /** Normalised discounted cumulative gain of the first ten. */
  readonly ndcgAt10: number;
}

const LIKED_FROM = 3.5;

/** Measures lists of title ids against what was withheld; a rating of 3.5 and more is liked. */
export function qualityOf<P extends { readonly withheld: readonly Interaction[] }>(
  people: readonly P[],
  listFor: (person: P) => readonly number[],
): Quality {
  const sums = { people: 0, recallAt10: 0, ndcgAt10: 0 };
  for (const person of people) {
    const liked = new Set(person.withheld.filter(({ rating }) => (rating ?? 0) >= LIKED_FROM).map(({ titleId }) => titleId));
    if (liked.size === 0) continue;
    const hits = listFor(person)
      .slice(0, 10)
      .map((titleId) => (liked.has(titleId) ? 1 : 0));
    const possible = Math.min(10, liked.size);
    sums.people += 1;
    sums.recallAt10 += sum(hits) / possible;
    sums.ndcgAt10 += gain(hits) / gain(new Array<number>(possible).fill(1));
  }
  return { people: sums.people, recallAt10: sums.recallAt10 / sums.people, ndcgAt10: sums.ndcgAt10 / sums.people };
}

function gain(hits: readonly number[]): number {
  return sum(hits.map((hit, at) => hit / Math.log2(at + 2)));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
