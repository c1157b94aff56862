import { type Compact, columnsIn } from '../../core/evaluate/matrix-part';
import { among, LIST_LENGTH, type Ranker } from '../../core/evaluate/ranker';
import type { Past } from '../../core/fold-in';
import type { InteractionMatrix } from '../../core/interaction-matrix';
import type { AlsSettings } from '../../core/model';
import { createScorer } from './scorer';

/** Which columns of a split have factors, and in which rows of those. */
export type FactorPlaces = Pick<Compact, 'columns' | 'placeOf'>;

interface ModelRankerOptions {
  readonly train: InteractionMatrix;
  readonly compact: FactorPlaces;
  /** A row for each of `compact.columns`, x k. */
  readonly items: Float32Array;
  readonly settings: AlsSettings;
  /** Who ranks for someone of whom nothing liked is known. */
  readonly fallback: Ranker;
}

/**
 * Ranks as a request does: the person's past is folded in, so that what training itself made of the person is never looked at. A title
 * without factors stands behind all that have some.
 */
export function modelRanker({ train, compact: { columns, placeOf }, items, settings, fallback }: ModelRankerOptions): Ranker {
  const scorer = createScorer(items, settings);
  const scoresOf = (factors: Float32Array, rows: Int32Array): Float32Array => {
    const places = rows.map((row) => placeOf[row] as number);
    const scores = new Float32Array(rows.length).fill(Number.NEGATIVE_INFINITY);
    const found = scorer.scores(
      factors,
      places.filter((place) => place >= 0),
    );
    let next = 0;
    for (const [at, place] of places.entries()) if (place >= 0) scores[at] = found[next++] as number;
    return scores;
  };
  return (asked) => {
    const past = pastIn(train, asked.user, placeOf);
    const factors = past.index.length === 0 ? null : scorer.foldIn(past);
    if (factors === null) return fallback(asked);
    if (asked.negatives !== null) return among(asked, (rows) => scoresOf(factors, rows));
    return scorer.top(factors, LIST_LENGTH, past.index).rows.map((place) => columns[place] as number);
  };
}

/** What a row of the train part says, as rows of the factors; what has none is left out. */
export function pastIn(train: InteractionMatrix, row: number, placeOf: Int32Array): Past {
  const from = train.start[row] as number;
  const known = columnsIn(train, row)
    .map((column, at) => ((placeOf[column] as number) < 0 ? -1 : from + at))
    .filter((entry) => entry >= 0);
  return {
    index: known.map((entry) => placeOf[train.column[entry] as number] as number),
    weight: Float64Array.from(known, (entry) => train.weight[entry] as number),
    preference: Uint8Array.from(known, (entry) => train.preference[entry] as number),
  };
}
