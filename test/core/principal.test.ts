import fc from 'fast-check';
import { principalMap } from '../../engine/local/principal-map';

const unit = (...vector: number[]): number[] => {
  const length = Math.hypot(...vector);
  return vector.map((value) => value / length);
};

/** Directions on a circle of four dimensions, most of whose spread lies along the first two. */
function aCloud(seed: number, count: number): number[][] {
  const angle = (at: number): number => ((at * 2 * Math.PI) / count) * 3 + seed;
  return Array.from({ length: count }, (_, at) =>
    unit(3 * Math.cos(angle(at)), 2 * Math.sin(angle(at)), Math.sin(at * 5 + seed) / 3, Math.cos(at * 3) / 4),
  );
}

const flat = (rows: readonly number[][]): Float32Array => Float32Array.from(rows.flat());
const distance = ({ x, y }: { x: Float32Array; y: Float32Array }, a: number, b: number): number =>
  Math.hypot((x[a] as number) - (x[b] as number), (y[a] as number) - (y[b] as number));

const alike = (count: number): Float64Array => new Float64Array(count).fill(1);
const mapOf = (rows: readonly number[][], weights = alike(rows.length)) => principalMap(flat(rows), rows[0]?.length ?? 0, weights);

describe('a map of vectors', () => {
  it('of a plane shows the plane: the known components, the known shares, signs that stay', async () => {
    // Mean 0 and variance 1/2 along each of two axes of three: nothing along the third.
    const rows = [
      [1, 0, 0],
      [-1, 0, 0],
      [0, 1, 0],
      [0, -1, 0],
      [1, 0, 0],
      [-1, 0, 0],
    ];
    const { x, y, explained } = await mapOf(rows);
    expect(explained[0]).toBeCloseTo(4 / 6);
    expect(explained[1]).toBeCloseTo(2 / 6);
    expect(Array.from(x, (value) => value + 0)).toEqual([1, -1, 0, 0, 1, -1].map((value) => expect.closeTo(value)));
    expect(Array.from(y, (value) => value + 0)).toEqual([0, 0, 1, -1, 0, 0].map((value) => expect.closeTo(value)));
  });

  it('weighs a title as much as so many of it, and one that nobody likes not at all', async () => {
    const rows = aCloud(1, 30);
    const stray = [...rows, [90, -40, 70, 20]];
    const weights = Float64Array.from(stray, (_, at) => (at === 30 ? 0 : 1 + (at % 3)));
    const repeated = rows.flatMap((row, at) => Array.from({ length: 1 + (at % 3) }, () => row));
    const [weighted, spelt] = [await mapOf(stray, weights), await mapOf(repeated)];
    expect(weighted.explained[0]).toBeCloseTo(spelt.explained[0], 6);
    expect(distance(weighted, 0, 1)).toBeCloseTo(distance(spelt, 0, 1), 4);
    expect((await mapOf(rows, new Float64Array(30))).x).toEqual((await mapOf(rows)).x);
  });

  it('is the same for the same vectors, and explains the most that two dimensions can', async () => {
    const rows = aCloud(2, 40);
    const [one, again] = [await mapOf(rows), await mapOf(rows)];
    expect(again).toEqual(one);
    expect(one.explained[0]).toBeGreaterThanOrEqual(one.explained[1]);
    expect(one.explained[0] + one.explained[1]).toBeGreaterThan(0.8);
    expect(one.explained[0] + one.explained[1]).toBeLessThanOrEqual(1.000001);
    const variance = (values: Float32Array): number => values.reduce((sum, value) => sum + value * value, 0) / values.length;
    expect(variance(one.x) / variance(one.y)).toBeCloseTo(one.explained[0] / one.explained[1], 4);
  });

  it('keeps its distances when all vectors are turned', async () => {
    await fc.assert(
      fc.asyncProperty(fc.double({ min: 0.1, max: 3, noNaN: true }), fc.integer({ min: 0, max: 50 }), async (angle, seed) => {
        const rows = aCloud(seed, 25);
        const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
        // In the plane of the first and the third dimension, then of the second and the fourth.
        const turned = rows.map(([a = 0, b = 0, c = 0, d = 0]) => [
          cos * a - sin * c,
          cos * b - sin * d,
          sin * a + cos * c,
          sin * b + cos * d,
        ]);
        const [before, after] = [await mapOf(rows), await mapOf(turned)];
        expect(after.explained[0]).toBeCloseTo(before.explained[0], 4);
        for (let at = 1; at < 25; at++) expect(distance(after, 0, at)).toBeCloseTo(distance(before, 0, at), 3);
      }),
      { numRuns: 8 },
    );
  });

  it('of nothing, of one title and of vectors without length is a map all the same', async () => {
    expect((await principalMap(new Float32Array(0), 3, alike(0))).x).toHaveLength(0);
    const { x, y, explained } = await mapOf([
      [0, 0],
      [1, 0],
    ]);
    expect([...x, ...y, ...explained].every(Number.isFinite)).toBe(true);
  });
});
