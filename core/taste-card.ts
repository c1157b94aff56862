import { solve } from './cholesky';
import { badInput } from './errors';

/** Why a title is put before a person. */
export enum TasteCardReason {
  /** Its answer tells the model most of their taste. */
  LEARNS = 'LEARNS',
  /** Most people know it; no model ranks its kind. */
  KNOWN = 'KNOWN',
}

/** A title that a person is asked about: LIKE, DISLIKE or DONT_KNOW. */
export interface TasteCard {
  readonly titleId: number;
  readonly reason: TasteCardReason;
  /** Expected part of the uncertainty about their taste that an answer takes away, 0 to 1; null where no model can say. */
  readonly gain: number | null;
}

const MOST_CARDS = 20;

/** Throws BAD_INPUT for a number of cards that means nothing. */
export function checkCardCount(first: number): void {
  if (!(Number.isInteger(first) && first >= 1 && first <= MOST_CARDS))
    throw badInput('input.first', `first is out of range: it came as ${first}.`, `a whole number from 1 to ${MOST_CARDS}`);
}

/** What is known of a person's factors before an answer: R of R'R, their normal equations, as a fold-in leaves it. */
export interface Uncertainty {
  /** The upper triangle, row after row, of `width` rows. */
  readonly cholesky: Float32Array;
  readonly width: number;
}

/** Titles that may be asked about, a vector of `width` floats each. */
export interface Askable {
  readonly count: number;
  vector(at: number): Float32Array;
}

/** The titles left to ask about; an answer that is expected changes what others can still teach. */
export interface CardGains {
  /** Share of the uncertainty that an answer about `at` takes away, 0 to 1. */
  gain(at: number): number;
  /** As if `at` had been answered. */
  answer(at: number): void;
}

/**
 * How much an answer about each title would teach. A person's factors are normal with covariance A^-1, A being their normal equations (Hu et
 * al. 2008, equation 4), and an answer of weight w about a title of factors v makes them (A + w v v')^-1. What matters is how sure the scores
 * of all titles become, so with C the second moment of the titles' factors
 *
 *     gain(v) = w u'Cu / ((1 + w v'u) trace(C A^-1)),   u = A^-1 v
 *
 * which is the V-optimal choice of experimental design (Chaloner and Verdinelli 1995), as active learning for recommenders has it (Rubens,
 * Elahi, Sugiyama and Kaplan 2015). `moment` is C, width x width.
 */
export function cardGains(before: Uncertainty, moment: Float64Array, { titles, weight }: { titles: Askable; weight: number }): CardGains {
  const { width } = before;
  const lower = lowerOf(before);
  const vectors = Array.from({ length: titles.count }, (_, at) => Float64Array.from(titles.vector(at)));
  const away = vectors.map((vector) => solved(lower, width, vector));
  const all = traceOf(lower, moment, width);
  return {
    gain(at) {
      const [u, v] = [away[at] as Float64Array, vectors[at] as Float64Array];
      return all === 0 ? 0 : (weight * quadratic(moment, u)) / ((1 + weight * dot(v, u)) * all);
    },
    answer(at) {
      const [u, v] = [Float64Array.from(away[at] as Float64Array), vectors[at] as Float64Array];
      const scale = weight / (1 + weight * dot(v, u));
      // Sherman and Morrison: (A + w v v')^-1 x = A^-1 x - w u (u'x) / (1 + w v'u).
      vectors.forEach((vector, other) => {
        const part = scale * dot(u, vector);
        const own = away[other] as Float64Array;
        for (let i = 0; i < width; i++) own[i] = (own[i] as number) - part * (u[i] as number);
      });
    },
  };
}

/** L = R' as a whole matrix, from the packed R. */
function lowerOf({ cholesky, width }: Uncertainty): Float64Array {
  const lower = new Float64Array(width * width);
  let at = 0;
  for (let row = 0; row < width; row++)
    for (let column = row; column < width; column++) lower[column * width + row] = cholesky[at++] as number;
  return lower;
}

function solved(lower: Float64Array, width: number, b: ArrayLike<number>): Float64Array {
  const x = Float64Array.from(b);
  solve(lower, x, width);
  return x;
}

/** trace(C A^-1). */
function traceOf(lower: Float64Array, moment: Float64Array, width: number): number {
  let sum = 0;
  for (let i = 0; i < width; i++) sum += solved(lower, width, moment.subarray(i * width, (i + 1) * width))[i] as number;
  return sum;
}

function quadratic(matrix: Float64Array, x: Float64Array): number {
  const width = x.length;
  let sum = 0;
  for (let row = 0; row < width; row++) {
    let product = 0;
    for (let column = 0; column < width; column++) product += (matrix[row * width + column] as number) * (x[column] as number);
    sum += product * (x[row] as number);
  }
  return sum;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}
