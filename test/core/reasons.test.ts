import fc from 'fast-check';
import { dotRows } from '../../core/dot';
import { foldIn } from '../../core/fold-in';
import { AlsSolver, ConfidencePreset } from '../../core/model';
import { gramOf } from '../../core/normal-equations';
import { normal, seeded } from '../../core/random';
import { contributionsTo, strongest } from '../../core/reasons';

const K = 6;
const TITLES = 30;

function aPerson(seed: number) {
  const random = seeded(seed);
  const vectors = Float32Array.from({ length: TITLES * K }, () => normal(random));
  const watched = Array.from({ length: TITLES }, (_, row) => row).filter(() => random() < 0.3);
  const side = {
    settings: {
      k: K,
      iterations: 1,
      regularization: 0.05,
      frequencyExponent: 1,
      unobservedWeight: 0.1,
      preset: ConfidencePreset.COVERAGE,
      halfLifeDays: null,
      seed,
      solver: AlsSolver.CHOLESKY,
    },
    vectors,
    gram: gramOf(vectors, K, 0.1),
    trained: TITLES,
  };
  const past = {
    index: Int32Array.from(watched),
    weight: Float64Array.from(watched, () => 0.5 + 5 * random()),
    preference: Uint8Array.from(watched, () => (random() < 0.7 ? 1 : 0)),
  };
  return { taste: foldIn(past, side), vectors };
}

describe('reasons', () => {
  it('are parts that sum to the score', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 0, max: TITLES - 1 }), (seed, row) => {
        const { taste, vectors } = aPerson(seed);
        fc.pre(taste !== null);
        if (taste === null) return;
        const sum = contributionsTo(row, taste, vectors).reduce((total, part) => total + part, 0);
        const [score] = dotRows(taste.factors, vectors, Int32Array.of(row));
        expect(sum).toBeCloseTo(score ?? Number.NaN, 8);
      }),
    );
  });

  it('name the title of the past that adds most, and never one that may not be named', () => {
    const { taste, vectors } = aPerson(4);
    if (taste === null) throw new Error('This person likes something.');
    const parts = contributionsTo(0, taste, vectors);
    const best = strongest(0, taste, { vectors, mayName: () => true });
    expect(best?.contribution).toBe(Math.max(...parts));
    const second = strongest(0, taste, { vectors, mayName: (index) => index !== best?.index });
    expect(second?.index).not.toBe(best?.index);
    expect(strongest(0, taste, { vectors, mayName: () => false })).toBeNull();
  });

  it('do not exist for someone who liked nothing', () => {
    const { vectors } = aPerson(1);
    const past = { index: Int32Array.of(3), weight: Float64Array.of(2), preference: Uint8Array.of(0) };
    const settings = {
      k: K,
      iterations: 1,
      regularization: 0.1,
      frequencyExponent: 0,
      unobservedWeight: 1,
      preset: ConfidencePreset.COVERAGE,
      halfLifeDays: null,
      seed: 1,
      solver: AlsSolver.CHOLESKY,
    };
    expect(foldIn(past, { settings, vectors, gram: gramOf(vectors, K, 1), trained: TITLES })).toBeNull();
  });
});
