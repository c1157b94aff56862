import { inverse, Matrix } from 'ml-matrix';
import { attributeMap, writeMapped } from '../../core/attribute-map';
import { columnsOf } from '../../core/columns';
import { normal, seeded } from '../../core/random';
import { atOnce } from '../../core/steps';
import { TitleKind } from '../../core/title';
import { someFacts } from '../support/facts';

const K = 3;
const random = seeded(4);
const trainedFilms = Array.from({ length: 40 }, (_, at) =>
  someFacts(at + 1, {
    genres: at % 2 === 0 ? ['Space'] : ['Love', 'Sad'],
    year: 1990 + (at % 10),
    category: at % 3 === 0 ? 'Shelf' : null,
  }),
);
const fresh = [
  someFacts(101, { genres: ['Space'], year: 1992 }),
  someFacts(102, { genres: ['Love'], year: 1992, category: 'Shelf' }),
  someFacts(103, { genres: ['Unheard of'], year: 2050, kind: TitleKind.BOOK, category: 'Elsewhere', attributes: { language: 'fi' } }),
];
const columns = columnsOf([...trainedFilms, ...fresh]);
const trained = Uint8Array.from(columns.ids, (id) => (id < 100 ? 1 : 0));
const vectors = Float32Array.from({ length: columns.size * K }, (_, at) => (Math.floor(at / K) < 40 ? normal(random) : 0));

function mapped(row: number): Float32Array {
  const written = vectors.slice();
  writeMapped(atOnce(attributeMap(columns, vectors, trained)), columns, row, written);
  return written.subarray(row * K, (row + 1) * K);
}

describe('the map from attributes to factors', () => {
  it('is the ridge regression that ml-matrix finds by the inverse', () => {
    // Kind, decade, year, shelf and genres of the films, a column each.
    const names = ['kind', '199x', ...Array.from({ length: 10 }, (_, at) => `y${at}`), 'Shelf', 'Space', 'Love', 'Sad'];
    const features = (at: number): number[] => {
      const has = new Set([
        'kind',
        '199x',
        `y${at % 10}`,
        ...(at % 3 === 0 ? ['Shelf'] : []),
        ...(at % 2 === 0 ? ['Space'] : ['Love', 'Sad']),
      ]);
      return names.map((name) => (has.has(name) ? 1 : 0));
    };
    const f = new Matrix(trainedFilms.map((_, at) => features(at)));
    const y = Matrix.from1DArray(40, K, [...vectors.subarray(0, 40 * K)]);
    const left = f.transpose().mmul(f).add(Matrix.eye(names.length, names.length).mul(10));
    const coefficients = inverse(left).mmul(f.transpose()).mmul(y);
    const wanted = names.map((name) => (['kind', '199x', 'y2', 'Space'].includes(name) ? 1 : 0));
    const expected = new Matrix([wanted]).mmul(coefficients).to1DArray();
    mapped(40).forEach((value, at) => {
      expect(value).toBeCloseTo(expected[at] ?? Number.NaN, 5);
    });
  });

  it('places titles by category too, and one of which nothing is like the trained ones at the origin', () => {
    expect(mapped(41)).not.toEqual(mapped(40));
    expect([...mapped(42)]).toEqual([0, 0, 0]);
  });

  it('is empty where nothing was trained', () => {
    const { coefficients } = atOnce(attributeMap(columns, vectors, new Uint8Array(columns.size)));
    expect(coefficients).toHaveLength(0);
    expect(atOnce(attributeMap(columnsOf([]), new Float32Array(0), new Uint8Array(0))).coefficients).toHaveLength(0);
  });
});
