import { factorize, solve } from '../core/cholesky';
import { predictedRating, trainExplicit } from '../core/explicit-als';
import type { LikeFacts } from '../core/like/features';
import { shareAt } from '../core/like/features';
import type { Features, LikeRows } from '../core/like/rows';

/** Other ways to guess likes, to be measured beside ours: each answers a number per row of `asked`, near 0 and 1. */
interface Guessing {
  readonly rows: LikeRows;
  readonly asked: LikeRows;
  readonly people: number;
  readonly titles: number;
}

/** Ridge regression of likes on features, with a constant: (X'X + lambda I) b = X'y. */
export function linearGuess(features: Features, liked: Uint8Array, asked: Features, ridge = 1): Float64Array {
  const width = features.width + 1;
  const [a, b] = [new Float64Array(width * width), new Float64Array(width)];
  const at = ({ values }: Features, row: number, i: number): number =>
    i === features.width ? 1 : (values[row * features.width + i] as number);
  for (let row = 0; row < liked.length; row++)
    for (let i = 0; i < width; i++) {
      const own = at(features, row, i);
      if (own === 0) continue;
      b[i] = (b[i] as number) + own * (liked[row] as number);
      for (let j = 0; j <= i; j++) a[i * width + j] = (a[i * width + j] as number) + own * at(features, row, j);
    }
  for (let i = 0; i < width; i++) a[i * width + i] = (a[i * width + i] as number) + ridge;
  factorize(a, width);
  solve(a, b, width);
  return Float64Array.from({ length: asked.values.length / asked.width }, (_, row) =>
    b.reduce((sum, weight, i) => sum + weight * at(asked, row, i), 0),
  );
}

const RANK = 8;

/**
 * Factors of what deviates from the shares of title and person (regularised SVD of observed rows only, by ALS): share + x.y. The original's
 * truncated SVD filled what nobody rated with zeros.
 */
export function factorGuess({ rows, asked, people, titles }: Guessing, facts: LikeFacts): Float64Array {
  const usual = ({ person, title }: LikeRows, row: number): number =>
    shareAt(facts.people, person[row] as number, facts.share) + shareAt(facts.titles, title[row] as number, facts.share) - facts.share;
  const value = Float64Array.from(rows.liked, (liked, row) => liked - usual(rows, row));
  const settings = { rank: RANK, iterations: 10, regularization: 0.1, seed: 1 };
  const factors = trainExplicit({ users: people, items: titles, user: rows.person, item: rows.title, value }, settings);
  return Float64Array.from(
    asked.liked,
    (_, row) => usual(asked, row) + predictedRating(factors, asked.person[row] as number, asked.title[row] as number),
  );
}

const NEIGHBOURS = 30;
/** Two people who share fewer titles than this count less. */
const SURE_FROM = 50;

/**
 * The likes of the nearest people who met a title: own share + the mean of their deviations, weighted by Pearson correlation over shared
 * titles x min(shared, 50) / 50 (Herlocker, Konstan, Borchers and Riedl 1999).
 */
export function neighbourGuess({ rows, asked, people }: Guessing, facts: LikeFacts): Float64Array {
  const share = (who: number): number => shareAt(facts.people, who, facts.share);
  const pasts = Array.from({ length: people }, () => new Map<number, number>());
  rows.person.forEach((who, row) => {
    pasts[who]?.set(rows.title[row] as number, (rows.liked[row] as number) - share(who));
  });
  const met = new Map<number, number[]>();
  rows.title.forEach((title, row) => {
    const known = met.get(title);
    if (known === undefined) met.set(title, [rows.person[row] as number]);
    else known.push(rows.person[row] as number);
  });
  const known = new Map<number, number>();
  const alike = (a: number, b: number): number => {
    const key = Math.min(a, b) * people + Math.max(a, b);
    const found = known.get(key) ?? correlation(pasts[a] as Map<number, number>, pasts[b] as Map<number, number>);
    known.set(key, found);
    return found;
  };
  return Float64Array.from(asked.liked, (_, row) => {
    const [who, title] = [asked.person[row] as number, asked.title[row] as number];
    const near = (met.get(title) ?? [])
      .filter((other) => other !== who)
      .map((other) => ({ other, weight: alike(who, other) }))
      .filter(({ weight }) => weight > 0)
      .sort((a, b) => b.weight - a.weight)
      .slice(0, NEIGHBOURS);
    const all = near.reduce((sum, { weight }) => sum + weight, 0);
    return share(who) + (all === 0 ? 0 : near.reduce((sum, { other, weight }) => sum + weight * (pasts[other]?.get(title) ?? 0), 0) / all);
  });
}

function correlation(a: ReadonlyMap<number, number>, b: ReadonlyMap<number, number>): number {
  const [few, many] = a.size < b.size ? [a, b] : [b, a];
  let [both, own, other, shared] = [0, 0, 0, 0];
  for (const [title, x] of few) {
    const y = many.get(title);
    if (y === undefined) continue;
    both += x * y;
    own += x * x;
    other += y * y;
    shared += 1;
  }
  return shared === 0 || own === 0 || other === 0 ? 0 : (both / Math.sqrt(own * other)) * (Math.min(shared, SURE_FROM) / SURE_FROM);
}
