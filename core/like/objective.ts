import { below, seeded } from '../random';
import type { Objective } from './boost';

/** The chance that a score of log-odds means. */
export const chanceOf = (score: number): number => 1 / (1 + Math.exp(-score));

/** Likes as yes or no: the logistic loss, begun at the log-odds of all rows. */
export function logistic(liked: Uint8Array): Objective {
  const share = (liked.reduce((sum, one) => sum + one, 0) + 1) / (liked.length + 2);
  return {
    base: Math.log(share / (1 - share)),
    derive(scores, gradient, hessian) {
      for (let row = 0; row < liked.length; row++) {
        const chance = chanceOf(scores[row] as number);
        gradient[row] = chance - (liked[row] as number);
        hessian[row] = chance * (1 - chance);
      }
    },
  };
}

/** How surprised log-odds are by what was liked, in nats a row. */
export function logLoss(scores: Float64Array, liked: Uint8Array): number {
  let sum = 0;
  for (let row = 0; row < liked.length; row++) sum += softplus(liked[row] === 1 ? -(scores[row] as number) : (scores[row] as number));
  return sum / liked.length;
}

/** Likes as numbers 0 and 1: half the squared error, begun at their mean. */
export function squared(liked: Uint8Array): Objective {
  return {
    base: liked.reduce((sum, one) => sum + one, 0) / Math.max(1, liked.length),
    derive(scores, gradient, hessian) {
      for (let row = 0; row < liked.length; row++) gradient[row] = (scores[row] as number) - (liked[row] as number);
      hessian.fill(1);
    },
  };
}

export function squaredLoss(scores: Float64Array, liked: Uint8Array): number {
  let sum = 0;
  for (let row = 0; row < liked.length; row++) sum += ((scores[row] as number) - (liked[row] as number)) ** 2;
  return sum / Math.max(1, liked.length);
}

/** Places of a liked row and of one that the same person did not like. */
export interface Pairs {
  readonly liked: Int32Array;
  readonly other: Int32Array;
}

const PAIRS_A_LIKE = 10;

/** Pairs within each person, at most ten for each row that was liked, drawn by `seed`. */
export function pairsOf({ person, liked }: { person: Int32Array; liked: Uint8Array }, seed: number): Pairs {
  const random = seeded(seed);
  const others = new Map<number, number[]>();
  person.forEach((who, row) => {
    if (liked[row] === 1) return;
    const known = others.get(who);
    if (known === undefined) others.set(who, [row]);
    else known.push(row);
  });
  const [first, second]: [number[], number[]] = [[], []];
  person.forEach((who, row) => {
    const mine = others.get(who);
    if (liked[row] !== 1 || mine === undefined) return;
    for (let pair = 0; pair < Math.min(PAIRS_A_LIKE, mine.length); pair++) {
      first.push(row);
      second.push(mine[below(random, mine.length)] as number);
    }
  });
  return { liked: Int32Array.from(first), other: Int32Array.from(second) };
}

/** What was liked before what was not, by the same person: the loss of RankNet (Burges 2010, section 2), the people being its groups. */
export function pairwise(pairs: Pairs): Objective {
  return {
    base: 0,
    derive(scores, gradient, hessian) {
      gradient.fill(0);
      hessian.fill(0);
      for (let pair = 0; pair < pairs.liked.length; pair++) {
        const [up, down] = [pairs.liked[pair] as number, pairs.other[pair] as number];
        const wrong = chanceOf((scores[down] as number) - (scores[up] as number));
        gradient[up] = (gradient[up] as number) - wrong;
        gradient[down] = (gradient[down] as number) + wrong;
        hessian[up] = (hessian[up] as number) + wrong * (1 - wrong);
        hessian[down] = (hessian[down] as number) + wrong * (1 - wrong);
      }
    },
  };
}

export function pairLoss(scores: Float64Array, pairs: Pairs): number {
  let sum = 0;
  for (let pair = 0; pair < pairs.liked.length; pair++)
    sum += softplus((scores[pairs.other[pair] as number] as number) - (scores[pairs.liked[pair] as number] as number));
  return sum / Math.max(1, pairs.liked.length);
}

/** log(1 + e^x) without an overflow. */
const softplus = (x: number): number => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
