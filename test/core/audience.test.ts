import { mostWatched, retention } from '../../core/audience';

const scenes = (...parts: readonly (readonly [scenes: number, plays: number])[]): readonly number[] =>
  parts.flatMap(([length, plays]) => new Array<number>(length).fill(plays));

describe('the audience of a title', () => {
  it('leaves scene by scene, measured by those who began', () => {
    expect(retention(scenes([1, 0], [49, 20], [50, 5]))).toEqual(scenes([1, 0], [49, 1], [50, 0.25]));
    expect(retention(scenes([50, 0], [50, 3]))).toBeNull();
    expect(retention([])).toBeNull();
  });

  it('plays again what stands out, the strongest first', () => {
    expect(mostWatched(scenes([20, 10], [5, 30], [55, 10], [10, 40], [10, 10]))).toEqual([
      { from: 0.8, to: 0.9, plays: 40 },
      { from: 0.2, to: 0.25, plays: 30 },
    ]);
    // A beginning that everybody sees is no scene that they come back to.
    expect(mostWatched(scenes([30, 100], [40, 50], [30, 20]))).toEqual([]);
    expect(mostWatched(scenes([50, 20], [10, 10], [10, 25], [30, 5]))).toEqual([{ from: 0.6, to: 0.7, plays: 25 }]);
    expect(mostWatched(scenes([100, 10]))).toEqual([]);
    expect(mostWatched([])).toEqual([]);
  });
});
