import fc from 'fast-check';
import { topRows, topRowsPerGroup } from '../../core/rank';

const keyed = fc.array(fc.record({ key: fc.integer({ min: -3, max: 3 }), id: fc.integer({ min: 1, max: 50 }), passes: fc.boolean() }), {
  maxLength: 60,
});

function columnsFrom(rows: readonly { key: number; id: number; passes: boolean }[]) {
  return {
    mask: Uint8Array.from(rows, ({ passes }) => (passes ? 1 : 0)),
    ranking: { keys: Float64Array.from(rows, ({ key }) => key), ids: Float64Array.from(rows, ({ id }, at) => id * 100 + at) },
  };
}

describe('ranking', () => {
  it('finds what sorting everything would find, equal keys in the order of ids', () => {
    fc.assert(
      fc.property(keyed, fc.integer({ min: 0, max: 70 }), (rows, count) => {
        const { mask, ranking } = columnsFrom(rows);
        const sorted = rows
          .map((_, row) => row)
          .filter((row) => mask[row] === 1)
          .sort((a, b) => (ranking.keys[b] ?? 0) - (ranking.keys[a] ?? 0) || (ranking.ids[a] ?? 0) - (ranking.ids[b] ?? 0));
        expect(topRows(mask, ranking, count)).toEqual(sorted.slice(0, count));
      }),
    );
  });

  it('takes so many of each kind, in one order', () => {
    const keys = Float64Array.of(9, 8, 7, 6, 5);
    const group = Uint8Array.of(0, 0, 0, 1, 1);
    const ranking = { keys, ids: Float64Array.of(1, 2, 3, 4, 5) };
    expect(topRowsPerGroup(new Uint8Array(5).fill(1), ranking, { group, perGroup: 2 })).toEqual([0, 1, 3, 4]);
  });
});
