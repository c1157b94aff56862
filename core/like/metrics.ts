import { averagePrecision } from '../evaluate/metrics';
import { type LikeRows, rowsOfPeople } from './rows';

/** How well a guess of likes is. */
export interface LikeMetrics {
  /** Share of rows that a threshold of 0.5 puts on the right side; null where a guess is no chance. */
  readonly accuracy: number | null;
  /** 2 TP / (2 TP + FP + FN) of what was liked; null as `accuracy`. */
  readonly f1: number | null;
  /** Over all rows; null as `accuracy`: an order compares within one person only. */
  readonly rocAuc: number | null;
  /** The mean of each person's own, of those who liked some rows and not others. */
  readonly personAuc: number;
  readonly mapAt3: number;
  readonly mapAt10: number;
  /** Of chances against 0 and 1, over observed rows only; null as `accuracy`. */
  readonly rmse: number | null;
}

/** Every metric of guesses `scores` for `rows`; `isChance`: they are chances of a like, and not only an order. */
export function likeMetrics(rows: LikeRows, scores: Float64Array, { isChance }: { readonly isChance: boolean }): LikeMetrics {
  return {
    ...(isChance
      ? { ...atHalf(rows.liked, scores), rmse: rmse(rows.liked, scores), rocAuc: rocAuc(rows.liked, scores) }
      : { accuracy: null, f1: null, rmse: null, rocAuc: null }),
    personAuc: meanAuc(rows, scores),
    mapAt3: meanPrecision(rows, scores, 3),
    mapAt10: meanPrecision(rows, scores, 10),
  };
}

function atHalf(liked: Uint8Array, chances: Float64Array): { readonly accuracy: number; readonly f1: number } {
  let [right, truePositives, wrong] = [0, 0, 0];
  liked.forEach((one, row) => {
    const said = (chances[row] as number) >= 0.5 ? 1 : 0;
    if (said === one) right += 1;
    else wrong += 1;
    if (said === 1 && one === 1) truePositives += 1;
  });
  return { accuracy: right / liked.length, f1: truePositives === 0 ? 0 : (2 * truePositives) / (2 * truePositives + wrong) };
}

function rmse(liked: Uint8Array, chances: Float64Array): number {
  return Math.sqrt(liked.reduce((sum, one, row) => sum + ((chances[row] as number) - one) ** 2, 0) / liked.length);
}

/** The chance that a liked row is scored above one that was not, equal scores counting half (Mann and Whitney, by ranks); NaN without both. */
export function rocAuc(liked: Uint8Array, scores: Float64Array): number {
  const order = [...scores.keys()].sort((a, b) => (scores[a] as number) - (scores[b] as number));
  let [ranks, positives] = [0, 0];
  for (let from = 0; from < order.length; ) {
    let to = from;
    while (to < order.length && scores[order[to] as number] === scores[order[from] as number]) to++;
    const mean = (from + to + 1) / 2;
    for (let at = from; at < to; at++) {
      if (liked[order[at] as number] !== 1) continue;
      ranks += mean;
      positives += 1;
    }
    from = to;
  }
  const negatives = order.length - positives;
  return (ranks - (positives * (positives + 1)) / 2) / (positives * negatives);
}

/**
 * Average precision of each person's rows in the order of their scores, over the people who liked one and have more rows than n: of fewer rows
 * every order is good, which is what made the original's figures high. Equal scores stand in the order of titles.
 */
export function meanPrecision({ person, title, liked }: LikeRows, scores: Float64Array, n: number): number {
  let [sum, people] = [0, 0];
  for (const rows of rowsOfPeople(person)) {
    const relevant = rows.filter((row) => liked[row] === 1).length;
    if (relevant === 0 || rows.length <= n) continue;
    rows.sort((a, b) => (scores[b] as number) - (scores[a] as number) || (title[a] as number) - (title[b] as number));
    const ranks = rows.flatMap((row, at) => (liked[row] === 1 ? [at + 1] : []));
    sum += averagePrecision({ ranks, relevant }, n);
    people += 1;
  }
  return sum / people;
}

function meanAuc({ person, liked }: LikeRows, scores: Float64Array): number {
  const each = rowsOfPeople(person).map((rows) =>
    rocAuc(
      Uint8Array.from(rows, (row) => liked[row] as number),
      Float64Array.from(rows, (row) => scores[row] as number),
    ),
  );
  const known = each.filter((auc) => !Number.isNaN(auc));
  return known.reduce((sum, auc) => sum + auc, 0) / known.length;
}
