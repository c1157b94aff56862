import { CholeskyDecomposition, Matrix } from 'ml-matrix';
import { type Columns, genresOf, KINDS, UNKNOWN_YEAR } from './columns';
import { ROWS_A_STEP, type Steps } from './steps';

/** Coefficients of one attribute per row (features x k, row-major): what a genre, a kind or a decade adds to each factor. */
export interface AttributeMap {
  readonly k: number;
  readonly coefficients: Float64Array;
}

// As much doubt as ten titles that share an attribute would settle.
const RIDGE = 10;
const FIRST_DECADE = 1900;
const DECADES = 15;

/**
 * Ridge regression from attributes (genres, kind, decade) to trained factors, W = (F'F + ridge I)^-1 F'Y, over the catalogue rows
 * with 1 in `trained`. `vectors` holds k numbers per catalogue row. With it a title that nobody has watched can be scored.
 */
export function* attributeMap(columns: Columns, vectors: Float32Array, trained: Uint8Array): Steps<AttributeMap> {
  const k = columns.size === 0 ? 0 : vectors.length / columns.size;
  const width = featureCount(columns);
  const left = new Float64Array(width * width);
  const right = new Float64Array(width * k);
  for (let a = 0; a < width; a++) left[a * width + a] = RIDGE;
  for (let row = 0; row < columns.size; row++) {
    if (row % ROWS_A_STEP === 0) yield;
    if (trained[row] !== 1) continue;
    const features = featuresOf(columns, row);
    for (const a of features) {
      for (const b of features) left[a * width + b] = (left[a * width + b] as number) + 1;
      for (let i = 0; i < k; i++) right[a * k + i] = (right[a * k + i] as number) + (vectors[row * k + i] as number);
    }
  }
  if (k === 0) return { k, coefficients: right };
  const normal = new CholeskyDecomposition(Matrix.from1DArray(width, width, left));
  return { k, coefficients: Float64Array.from(normal.solve(Matrix.from1DArray(width, k, right)).to1DArray()) };
}

/** Writes the factors that the attributes of `row` suggest into `vectors`. */
export function writeMapped(map: AttributeMap, columns: Columns, row: number, vectors: Float32Array): void {
  for (const feature of featuresOf(columns, row)) {
    for (let i = 0; i < map.k; i++) {
      vectors[row * map.k + i] = (vectors[row * map.k + i] as number) + (map.coefficients[feature * map.k + i] as number);
    }
  }
}

function featureCount(columns: Columns): number {
  return KINDS.length + DECADES + columns.genreNames.names.length;
}

function featuresOf(columns: Columns, row: number): number[] {
  const features = [columns.kind[row] as number];
  const year = columns.year[row] as number;
  const decade = Math.min(DECADES - 1, Math.max(0, Math.floor((year - FIRST_DECADE) / 10)));
  if (year !== UNKNOWN_YEAR) features.push(KINDS.length + decade);
  for (const genre of genresOf(columns, row)) features.push(KINDS.length + DECADES + genre);
  return features;
}
