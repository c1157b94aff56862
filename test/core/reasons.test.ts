import { foldIn } from '../../core/fold-in';
import { normal, seeded } from '../../core/random';
import { strongest } from '../../core/reasons';
import { SMALL_SETTINGS } from '../support/factors';
import { itemSideOf } from '../support/serving';

const K = 6;
const TITLES = 30;

function aPerson() {
  const random = seeded(4);
  const vectors = Float32Array.from({ length: TITLES * K }, () => normal(random));
  const watched = Array.from({ length: TITLES }, (_, row) => row).filter(() => random() < 0.3);
  const side = itemSideOf(vectors, { ...SMALL_SETTINGS, k: K, regularization: 0.05 });
  const past = {
    index: Int32Array.from(watched),
    weight: Float64Array.from(watched, () => 0.5 + 5 * random()),
    preference: Uint8Array.from(watched, () => (random() < 0.7 ? 1 : 0)),
  };
  const taste = foldIn(past, side);
  if (taste === null) throw new Error('This person likes something.');
  return { taste, kernel: side.kernel };
}

// That the parts sum to the score is proven for any person in serving.test.ts.
describe('the strongest reason', () => {
  it('names the title of the past that adds most, and never one that may not be named', () => {
    const { taste, kernel } = aPerson();
    const most = Math.max(...kernel.contributions(0, taste.folded, taste.past));
    const best = strongest(0, taste, { kernel, mayName: () => true });
    expect(best?.contribution).toBe(most);
    const second = strongest(0, taste, { kernel, mayName: (index) => index !== best?.index });
    expect(second?.index).not.toBe(best?.index);
    expect(strongest(0, taste, { kernel, mayName: () => false })).toBeNull();
  });
});
