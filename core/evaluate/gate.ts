import { compare, type Estimate } from './bootstrap';

/** NDCG@10 of each case under three rankers, on one split and in one order. */
export interface Contest {
  readonly candidate: Float64Array;
  readonly popularity: Float64Array;
  /** Of the settings of the live model, trained on the same part; null: nothing is live. */
  readonly live: Float64Array | null;
  /** Of the bootstrap. Default 1. */
  readonly seed?: number;
}

/** Whether a candidate may go live by itself, and why: one sentence with the numbers. */
export interface Verdict {
  readonly promote: boolean;
  readonly why: string;
}

/** With fewer people an interval says nothing. */
const FEWEST = 20;

/**
 * The gate: a candidate goes live by itself when it is surely better than popularity (lower end of the ratio above 1) and not surely
 * worse than what is live (upper end of the difference not below 0). Too few people to tell: only where nothing is live.
 */
export function judge({ candidate, popularity, live, seed = 1 }: Contest): Verdict {
  const people = candidate.length;
  if (people < FEWEST) return tooFew(people, live === null);
  const { ratio, difference } = compare(candidate, popularity, { seed });
  const than = ratio === null ? `${signed(difference)} over popularity, which found nothing` : `${times(ratio)} times popularity's`;
  const measured = `NDCG@10 of ${people} people is ${than}`;
  const better = ratio === null ? difference.low > 0 : ratio.low > 1;
  if (!better) return { promote: false, why: `Not promoted: ${measured}, which is not surely better.` };
  if (live === null) return { promote: true, why: `Promoted: ${measured}, and no model was live.` };
  const { difference: change } = compare(candidate, live, { seed });
  const beside = `and ${signed(change)} against the live settings`;
  if (change.high < 0) return { promote: false, why: `Not promoted: ${measured}, ${beside}, which is surely worse.` };
  return { promote: true, why: `Promoted: ${measured}, ${beside}.` };
}

function tooFew(people: number, first: boolean): Verdict {
  const judged = `only ${people} ${people === 1 ? 'person' : 'people'} can be judged, fewer than the ${FEWEST} that it takes to tell`;
  if (first) return { promote: true, why: `Promoted: no model was live, though ${judged}.` };
  return { promote: false, why: `Not promoted: ${judged}.` };
}

function times({ value, low, high }: Estimate): string {
  return `${value.toFixed(2)} (${low.toFixed(2)} to ${high.toFixed(2)})`;
}

function signed({ value, low, high }: Estimate): string {
  const sign = (number: number): string => `${number < 0 ? '-' : '+'}${Math.abs(number).toFixed(4)}`;
  return `${sign(value)} (${sign(low)} to ${sign(high)})`;
}
