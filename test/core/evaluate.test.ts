import { DEFAULT_SETTINGS } from '../../core/als-settings';
import { METRIC_NAMES } from '../../core/evaluate/metric';
import { popularityRanker, randomRanker } from '../../core/evaluate/ranker';
import { byTime, lastFifth, leaveLastOut } from '../../core/evaluate/timed-split';
import { evaluateSettings } from '../../engine/training/evaluate';
import { type Entry, timedMatrix } from '../support/timed-matrix';

const settings = { ...DEFAULT_SETTINGS, k: 4, iterations: 5 };

/** Even people like even titles, odd ones odd titles, each in an order of their own. */
function camps(people: number, titles: number) {
  const rows = Array.from({ length: people }, (_, user) =>
    Array.from({ length: titles }, (_, column) => ({ column, time: (column * 7 + user * 13) % 101 })).filter(
      ({ column }) => column % 2 === user % 2,
    ),
  );
  return timedMatrix(rows, titles);
}

describe('an evaluation', () => {
  it('finds what is known to be right, and popularity and chance do not', async () => {
    const { report, perUser } = await evaluateSettings({ split: lastFifth(camps(40, 60)), settings });
    expect(report.users).toBe(40);
    // Six of each person's thirty are held out, and the others of the camp are seen: nothing else is left to list first.
    expect(report.model.metrics['recall@10']).toBe(1);
    expect(report.model.metrics['ndcg@10']).toBeCloseTo(1, 9);
    expect(report.popularity.metrics['ndcg@10']).toBeLessThan(0.6);
    expect(report.random.metrics['ndcg@10']).toBeLessThan(0.6);
    expect(report.ratioToPopularity?.low).toBeGreaterThan(1);
    expect(report.segments.light.users).toBe(40);
    expect(report.segments.light.model['ndcg@10']).toBeCloseTo(1, 9);
    expect(report.segments.cold).toMatchObject({ users: 0, model: { 'ndcg@10': 0 } });
    expect(perUser.model['ndcg@10']).toHaveLength(40);
  });

  it('is plain JSON, whole, and the same for the same seed but for its seconds', async () => {
    const split = leaveLastOut(camps(12, 30), { negatives: 5 });
    const { report } = await evaluateSettings({ split, settings, seed: 3 });
    const { report: again } = await evaluateSettings({ split, settings, seed: 3 });
    expect(JSON.parse(JSON.stringify(report))).toEqual(report);
    expect({ ...again, trainedSeconds: 0 }).toEqual({ ...report, trainedSeconds: 0 });
    for (const name of METRIC_NAMES) {
      expect(report.model.intervals[name].low).toBeLessThanOrEqual(report.model.metrics[name] + 1e-12);
      expect(report.model.intervals[name].high).toBeGreaterThanOrEqual(report.model.metrics[name] - 1e-12);
    }
  });

  it('ranks a title among its negatives only', async () => {
    const { report } = await evaluateSettings({ split: leaveLastOut(camps(20, 30), { negatives: 3 }), settings });
    expect(report.lists).toBe(20);
    expect(report.model.metrics['mrr@25']).toBeGreaterThan(report.random.metrics['mrr@25']);
    // Four titles are ranked, so the one that is asked for is always among the first ten.
    expect(report.random.metrics['hitRate@10']).toBe(1);
  });

  it('gives what is popular to someone of whom nothing liked is known', async () => {
    const dislikes: Entry[] = [0, 1, 2, 3].map((column) => ({ column, time: column, preference: 0 }));
    const stranger = [...dislikes, { column: 9, time: 9 }];
    const others = Array.from({ length: 6 }, () => [4, 5, 6, 9].map((column) => ({ column, time: column })));
    const { perUser, report } = await evaluateSettings({ split: byTime(timedMatrix([stranger, ...others], 12), { moment: 9 }), settings });
    expect(report.segments.cold.users).toBe(7);
    expect(perUser.model['ndcg@100'][0]).toBe(perUser.popularity['ndcg@100'][0]);
  });

  it('of nobody is a report of zeros, and not a fault', async () => {
    const { report } = await evaluateSettings({ split: lastFifth(timedMatrix([[{ column: 0, time: 1 }]], 3)), settings });
    expect(report).toMatchObject({ users: 0, lists: 0, ratioToPopularity: null, model: { users: 0, metrics: { 'ndcg@10': 0 } } });
    expect(JSON.parse(JSON.stringify(report))).toEqual(report);
  });

  it('tells how far it is and ends when it is told to', async () => {
    const split = lastFifth(camps(20, 20));
    const told: number[] = [];
    await evaluateSettings({ split, settings, onProgress: (fraction) => told.push(fraction) });
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect(told.at(-1)).toBe(1);
    const stopped = evaluateSettings({ split, settings, signal: AbortSignal.abort(new Error('no longer wanted')) });
    await expect(stopped).rejects.toThrow('no longer wanted');
  });
});

describe('the rankers beside the model', () => {
  const liked = (...columns: number[]) => columns.map((column) => ({ column, time: 1 }));
  const train = timedMatrix([liked(2, 3), liked(2, 1), liked(3, 2), [{ column: 4, time: 1, preference: 0 }]], 6);
  const everything = { user: 3, relevant: Int32Array.of(0), negatives: null };

  it('list what most people like, without the past; equals in the order of rows', () => {
    const popular = popularityRanker(train);
    expect([...popular(everything)]).toEqual([2, 3, 1, 0, 5]);
    expect([...popular({ ...everything, user: 0 })]).toEqual([1, 0, 4, 5]);
    expect([...popular({ user: 0, relevant: Int32Array.of(3), negatives: Int32Array.of(5, 2, 0) })]).toEqual([2, 3, 0, 5]);
  });

  it('list by chance, the same for one seed, each title once and none of the past', () => {
    const chance = randomRanker(train, 1);
    expect([...chance(everything)].sort()).toEqual([0, 1, 2, 3, 5]);
    expect(chance(everything)).toEqual(randomRanker(train, 1)(everything));
    expect([...chance({ user: 0, relevant: Int32Array.of(3), negatives: Int32Array.of(5, 2, 0) })].sort()).toEqual([0, 2, 3, 5]);
  });
});
