import { CholeskyDecomposition, Matrix } from 'ml-matrix';
import { type Columns, genresOf, KINDS, UNKNOWN_YEAR } from './columns';

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
export function attributeMap(columns: Columns, vectors: Float32Array, trained: Uint8Array): AttributeMap {
  const k = columns.size === 0 ? 0 : vectors.length / columns.size;
  const width = featureCount(columns);
  const left = Matrix.eye(width, width, RIDGE);
  const right = Matrix.zeros(width, k);
  trained.forEach((known, row) => {
    if (known !== 1) return;
    const features = featuresOf(columns, row);
    for (const a of features) {
      for (const b of features) left.set(a, b, left.get(a, b) + 1);
      for (let i = 0; i < k; i++) right.set(a, i, right.get(a, i) + (vectors[row * k + i] as number));
    }
  });
  const solved = width === 0 || k === 0 ? right : new CholeskyDecomposition(left).solve(right);
  return { k, coefficients: Float64Array.from(solved.to1DArray()) };
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
