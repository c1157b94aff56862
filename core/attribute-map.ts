import { CholeskyDecomposition, Matrix } from 'ml-matrix';
import { type Columns, genresOf, KINDS, UNKNOWN_YEAR } from './columns';
import { ROWS_A_STEP, type Steps } from './steps';

/** What each attribute adds to each factor. */
export interface AttributeMap {
  readonly k: number;
  /** The row of `coefficients` of each attribute that a trained title has. */
  readonly placeOf: ReadonlyMap<number, number>;
  /** Row-major, k a row. */
  readonly coefficients: Float64Array;
}

// As much doubt as ten titles that share an attribute would settle.
const RIDGE = 10;
const FIRST_YEAR = 1900;
const YEARS = 150;
const DECADES = YEARS / 10;
/** More genres than these, or more words of categories and languages, say nothing: their square is what the map costs. */
const MOST_GENRES = 100;
const MOST_WORDS = 50;

/**
 * Ridge regression from attributes (kind, genres, decade, year, category, language) to trained factors, W = (F'F + ridge I)^-1 F'Y, over
 * the catalogue rows with 1 in `trained`. `vectors` holds k numbers per catalogue row. With it a title that nobody has watched can be
 * scored; how well, bench/cold-start.ts measures. Tags are no attribute: in MovieLens they come from those who watched, and what they
 * tell of a title is above all that it has been watched (their number alone says more than the words).
 */
export function* attributeMap(columns: Columns, vectors: Float32Array, trained: Uint8Array): Steps<AttributeMap> {
  const k = columns.size === 0 ? 0 : vectors.length / columns.size;
  const placeOf = yield* placesOf(columns, trained);
  const width = placeOf.size;
  const left = new Float64Array(width * width);
  const right = new Float64Array(width * k);
  for (let a = 0; a < width; a++) left[a * width + a] = RIDGE;
  for (let row = 0; row < columns.size; row++) {
    if (row % ROWS_A_STEP === 0) yield;
    if (trained[row] !== 1) continue;
    const places = featuresOf(columns, row).map((feature) => placeOf.get(feature) as number);
    for (const a of places) {
      for (const b of places) left[a * width + b] = (left[a * width + b] as number) + 1;
      for (let i = 0; i < k; i++) right[a * k + i] = (right[a * k + i] as number) + (vectors[row * k + i] as number);
    }
  }
  return { k, placeOf, coefficients: yield* solved(left, right, { width, k }) };
}

/** Writes the factors that the attributes of `row` suggest into `vectors`; an attribute that no trained title has adds nothing. */
export function writeMapped({ k, placeOf, coefficients }: AttributeMap, columns: Columns, row: number, vectors: Float32Array): void {
  for (const feature of featuresOf(columns, row)) {
    const place = placeOf.get(feature);
    if (place === undefined) continue;
    for (let i = 0; i < k; i++) {
      vectors[row * k + i] = (vectors[row * k + i] as number) + (coefficients[place * k + i] as number);
    }
  }
}

// A few factors at a time: with all attributes there can be, all at once hold the event loop for a tenth of a second.
const FACTORS_A_STEP = 8;

function* solved(left: Float64Array, right: Float64Array, { width, k }: { width: number; k: number }): Steps<Float64Array> {
  const coefficients = new Float64Array(width * k);
  if (coefficients.length === 0) return coefficients;
  yield;
  const normal = new CholeskyDecomposition(Matrix.from1DArray(width, width, left));
  const targets = Matrix.from1DArray(width, k, right);
  for (let from = 0; from < k; from += FACTORS_A_STEP) {
    yield;
    const to = Math.min(k, from + FACTORS_A_STEP);
    const some = normal.solve(targets.subMatrix(0, width - 1, from, to - 1));
    for (let a = 0; a < width; a++) for (let i = from; i < to; i++) coefficients[a * k + i] = some.get(a, i - from);
  }
  return coefficients;
}

// Only attributes that occur: the equations grow with the square of their number.
function* placesOf(columns: Columns, trained: Uint8Array): Steps<Map<number, number>> {
  const places = new Map<number, number>();
  for (let row = 0; row < columns.size; row++) {
    if (row % ROWS_A_STEP === 0) yield;
    if (trained[row] !== 1) continue;
    for (const feature of featuresOf(columns, row)) if (!places.has(feature)) places.set(feature, places.size);
  }
  return places;
}

// Where each sort of attribute begins.
const DECADE = KINDS.length;
const YEAR = DECADE + DECADES;
const WORD = YEAR + YEARS;
const GENRE = WORD + 2 * MOST_WORDS;

function featuresOf(columns: Columns, row: number): number[] {
  const features = [columns.kind[row] as number];
  if (columns.year[row] !== UNKNOWN_YEAR) {
    const year = Math.min(YEARS - 1, Math.max(0, (columns.year[row] as number) - FIRST_YEAR));
    features.push(DECADE + Math.floor(year / 10), YEAR + year);
  }
  const [category, language] = [columns.category[row] as number, columns.language[row] as number];
  if (category >= 0 && category < MOST_WORDS) features.push(WORD + category);
  if (language >= 0 && language < MOST_WORDS) features.push(WORD + MOST_WORDS + language);
  for (const genre of genresOf(columns, row)) if (genre < MOST_GENRES) features.push(GENRE + genre);
  return features;
}
