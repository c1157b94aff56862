import { DEFAULT_SETTINGS } from '../../core/als-settings';
import { ErrorCode } from '../../core/errors';
import { bestPlaces, narrowed, rungsOf, sameStrength, spread, TUNE_RANGES } from '../../core/evaluate/halving';
import { metricsOf } from '../../core/evaluate/metrics';
import { lastFifth } from '../../core/evaluate/timed-split';
import { below, seeded } from '../../core/random';
import { climb, type Trials } from '../../engine/training/trials';
import { type Tuning, tuneSettings } from '../../engine/training/tune';
import { type Entry, timedMatrix } from '../support/timed-matrix';

/** People of eight tastes with a few words of noise: what is right can be learned, but not by any settings. */
function tastes(people: number, titles: number) {
  const random = seeded(7);
  const rows = Array.from({ length: people }, (_, user): Entry[] => {
    const columns = new Set(Array.from({ length: 12 }, () => 8 * below(random, titles / 8) + (user % 8)));
    for (let n = 0; n < 3; n++) columns.add(below(random, titles));
    return [...columns].map((column) => ({ column, time: below(random, 1_000) }));
  });
  return timedMatrix(rows, titles);
}

const ranges = { k: { least: 2, most: 16 }, iterations: { least: 2, most: 8 } };
const withoutSeconds = ({ trials, ...rest }: Tuning) => ({
  ...rest,
  seconds: 0,
  trials: trials.map((trial) => ({ ...trial, seconds: 0 })),
});

describe('configurations to try', () => {
  it('fill every range, whole where they must be, and are the same for the same seed', () => {
    const drawn = spread(TUNE_RANGES, 60, { base: DEFAULT_SETTINGS, seed: 4 });
    expect(drawn).toEqual(spread(TUNE_RANGES, 60, { base: DEFAULT_SETTINGS, seed: 4 }));
    expect(drawn).not.toEqual(spread(TUNE_RANGES, 60, { base: DEFAULT_SETTINGS, seed: 5 }));
    for (const name of ['k', 'regularization', 'frequencyExponent', 'unobservedWeight'] as const) {
      const { least, most } = TUNE_RANGES[name];
      const values = drawn.map((settings) => settings[name]);
      expect(Math.min(...values)).toBeGreaterThanOrEqual(least);
      expect(Math.max(...values)).toBeLessThanOrEqual(most);
      // Of a range that is drawn from by its logarithm, half of the draws lie below the geometric mean.
      const middle = name === 'frequencyExponent' ? (least + most) / 2 : Math.sqrt(least * most);
      const low = values.filter((value) => value < middle).length;
      expect(low).toBeGreaterThan(20);
      expect(low).toBeLessThan(40);
    }
    expect(drawn.every(({ k }) => k % 8 === 0)).toBe(true);
    expect(drawn.every(({ iterations }) => iterations === DEFAULT_SETTINGS.iterations)).toBe(true);
  });

  it('lie closer around a configuration in the second bracket, and never outside the first', () => {
    for (const around of spread(TUNE_RANGES, 20, { base: DEFAULT_SETTINGS, seed: 1 })) {
      const near = narrowed(TUNE_RANGES, around);
      for (const name of ['k', 'regularization', 'frequencyExponent', 'unobservedWeight'] as const) {
        expect(near[name].least).toBeGreaterThanOrEqual(TUNE_RANGES[name].least - 1e-9);
        expect(near[name].most).toBeLessThanOrEqual(TUNE_RANGES[name].most + 1e-9);
        expect(around[name]).toBeGreaterThanOrEqual(near[name].least - 1e-9);
        expect(around[name]).toBeLessThanOrEqual(near[name].most + 1e-9);
      }
    }
  });

  it('go up three rungs, a third at a time', () => {
    expect(rungsOf(16, { least: 4, most: 16 })).toEqual([
      { configurations: 16, iterations: 4, people: 1_000 },
      { configurations: 6, iterations: 8, people: 2_000 },
      { configurations: 2, iterations: 16, people: 5_000 },
    ]);
    expect(bestPlaces([1, 3, 2, 3], 3)).toEqual([1, 3, 2]);
  });

  it('are regularised as strongly with one exponent as with another', () => {
    const matrix = timedMatrix([[{ column: 0, time: 0 }], [0, 1, 2].map((column) => ({ column, time: 0 }))], 3);
    const weighing = { unobservedWeight: 0.5, frequencyExponent: 1 };
    expect(sameStrength(matrix, weighing)).toBe(1);
    // Rows of 1 + 1.5 and 3 + 1.5, columns of 2 + 1, 1 + 1, 1 + 1: with exponent 0 each of the five counts 1.
    expect(sameStrength(matrix, { ...weighing, frequencyExponent: 0 })).toBeCloseTo((2.5 + 4.5 + 3 + 2 + 2) / 5, 12);
  });
});

describe('a climb', () => {
  it('goes on without what cannot be trained here', async () => {
    const metrics = metricsOf({ ranks: [], relevant: 1 });
    const trials: Trials = {
      made: [],
      judge: async () => [],
      try: async (drawn) => (drawn.k > 32 ? [] : [{ drawn, trial: { settings: drawn, lists: 1, metrics, seconds: 0 }, value: drawn.k }]),
    };
    const drawn = [8, 16, 32, 64, 128].map((k) => ({ ...DEFAULT_SETTINGS, k }));
    const rungs = rungsOf(5, { least: 2, most: 8 });
    expect((await climb(trials, drawn, rungs)).map(({ value }) => value)).toEqual([32]);
    expect(await climb(trials, drawn.slice(3), rungs)).toEqual([]);
  });
});

describe('a search for settings', () => {
  it('finds better ones than a bad start, on people it holds out itself', async () => {
    const matrix = tastes(80, 160);
    const base = { ...DEFAULT_SETTINGS, k: 2, iterations: 2, regularization: 5, unobservedWeight: 3 };
    const tuning = await tuneSettings({ matrix, base, ranges, trials: 9 });
    expect(tuning.value).toBeGreaterThan(1.2 * tuning.baseValue);
    // Few people: asked about their newest fifth, and once more about the newest fifth of the rest.
    expect(tuning.lists).toBe(lastFifth(matrix).cases.length + lastFifth(lastFifth(matrix).train).cases.length);
    expect(tuning.trials[0]?.settings).toEqual(base);
    expect(tuning.trials.some(({ settings }) => settings === tuning.best)).toBe(true);
    expect(tuning.best).toMatchObject({ preset: base.preset, seed: base.seed, solver: base.solver });
  });

  it('is the same for the same seed', async () => {
    const search = { matrix: tastes(30, 80), ranges, trials: 4, seed: 3 };
    expect(withoutSeconds(await tuneSettings(search))).toEqual(withoutSeconds(await tuneSettings(search)));
  });

  it('keeps the settings it began with when it may try nothing else, and when nobody can be asked', async () => {
    const alone = await tuneSettings({ matrix: tastes(20, 80), base: { ...DEFAULT_SETTINGS, k: 4, iterations: 2 }, ranges, trials: 1 });
    expect(alone.best).toMatchObject({ k: 4 });
    expect(alone.value).toBeGreaterThanOrEqual(alone.baseValue);
    const nobody = await tuneSettings({ matrix: timedMatrix([[{ column: 0, time: 0 }]], 2) });
    expect(nobody).toMatchObject({ best: DEFAULT_SETTINGS, lists: 0, trials: [] });
  });

  it('tells how far it is, and ends between trainings when it is told to', async () => {
    const told: number[] = [];
    const stop = new AbortController();
    const onProgress = (fraction: number): void => {
      told.push(fraction);
      if (told.length === 3) stop.abort(new Error('no longer wanted'));
    };
    const search = tuneSettings({ matrix: tastes(30, 80), ranges, trials: 9, onProgress, signal: stop.signal });
    await expect(search).rejects.toThrow('no longer wanted');
    expect(told).toHaveLength(3);
    expect(told).toEqual([...told].sort((a, b) => a - b));
  });

  it('refuses trials and ranges that are none, by name', async () => {
    const matrix = timedMatrix([], 0);
    const refused = (field: string) => ({ code: ErrorCode.BAD_INPUT, field });
    await expect(tuneSettings({ matrix, trials: 0 })).rejects.toMatchObject(refused('trials'));
    await expect(tuneSettings({ matrix, trials: 101 })).rejects.toMatchObject(refused('trials'));
    await expect(tuneSettings({ matrix, ranges: { k: { least: 0, most: 8 } } })).rejects.toMatchObject(refused('ranges.k'));
    await expect(tuneSettings({ matrix, ranges: { k: { least: 9, most: 8 } } })).rejects.toMatchObject(refused('ranges.k'));
  });
});
