import { spawn } from 'node:child_process';
import { METRIC_NAMES } from '../../core/evaluate/metric';
import { ended, twoTastes, withOffline } from '../support/offline';

const offline = withOffline();
const FEW = ['--factors', '8', '--iterations', '4'];
const lines = (rows: readonly string[]): string => `${rows.join('\n')}\n`;

describe('npm run evaluate', () => {
  it('prints one JSON object and nothing else, and tells its stages on standard error', async () => {
    const file = offline.file('a.csv', lines(twoTastes()));
    const { code, printed, complained } = await ended(spawn('npm', ['run', '-s', 'evaluate', '--', '--interactions', file, ...FEW]));
    expect(code).toBe(0);
    const result = JSON.parse(printed);
    for (const ranker of [result, result.popularity, result.random])
      for (const name of METRIC_NAMES) {
        expect(ranker[name]).toBeGreaterThanOrEqual(0);
        expect(ranker.intervals[name].low).toBeLessThanOrEqual(ranker[name]);
      }
    expect(result).toMatchObject({
      users: 40,
      lists: 40,
      interactions: 40 * 11,
      malformed: 0,
      duplicates: 0,
      split: { name: 'last-fifth' },
      settings: { factors: 8, iterations: 4, alpha: 1, solver: 'cg', seed: 1 },
    });
    expect(result['ndcg@10']).toBeGreaterThan(result.popularity['ndcg@10']);
    expect(result.popularity['ndcg@10']).toBeGreaterThan(0);
    expect(result.trainedSeconds).toBeGreaterThan(0);
    expect(complained.split('\n').filter((line) => /^(Reading|Training) /.test(line))).toHaveLength(2);
  });

  it('measures popularity by hand where train and test were split before', async () => {
    // Liked by 3, 2 and 1 people: a, b, c. Ann does not know b and c, Dan knows nothing but d.
    const train = offline.file('hand-train.csv', lines(['ann,a', 'bob,a', 'cid,a', 'bob,b', 'cid,b', 'cid,c', 'dan,d']));
    const test = offline.file('hand-test.csv', lines(['ann,c', 'dan,a']));
    const result = await offline.result('evaluate', '--train', train, '--test', test, '--factors', '2');
    // Ann: b, c (equal to d, but met before). Rank 2. Dan: a, b, c. Rank 1.
    expect(result.popularity['ndcg@10']).toBeCloseTo((1 / Math.log2(3) + 1) / 2, 12);
    expect(result.popularity['mrr@25']).toBeCloseTo(0.75, 12);
    expect(result.popularity['precision@5']).toBeCloseTo(0.2, 12);
    expect(result).toMatchObject({ users: 2, items: 4, interactions: 7, split: { name: 'given' } });
  });

  it('ranks a title among its negatives, and one that is among its own negatives once', async () => {
    const train = offline.file('n-train.csv', lines(['1,10', '2,10', '3,10', '1,20', '2,20', '3,30']));
    const test = offline.file('n-test.csv', lines(['3,20']));
    const negatives = offline.file('n.csv', lines(['3,20,10,20,40', '1,30,10,20,50']));
    const result = await offline.result('evaluate', '--train', train, '--test', test, '--negatives', negatives, '--factors', '2');
    // 20 is second to 10 by popularity; 30 is third to 10 and 20.
    expect(result.popularity['mrr@25']).toBeCloseTo((1 / 2 + 1 / 3) / 2, 12);
    expect(result.popularity['hitRate@10']).toBe(1);
    expect(result).toMatchObject({ users: 2, lists: 2 });
    expect(result.warnings).toEqual([expect.stringContaining('not in the test part')]);
    const alone = await offline.result('evaluate', '--train', train, '--negatives', negatives, '--factors', '2');
    expect(alone.popularity).toEqual(result.popularity);
    expect(alone.warnings).toEqual([]);
  });

  it('writes lists that give the metrics again', async () => {
    const rows = twoTastes();
    const isTest = (at: number): boolean => at % 14 > 11;
    const train = offline.file('l-train.csv', lines(rows.filter((_, at) => !isTest(at))));
    const test = offline.file('l-test.csv', lines(rows.filter((_, at) => isTest(at))));
    const out = offline.path('lists.csv');
    const result = await offline.result('evaluate', '--train', train, '--test', test, '--out', out, '--top', '10', ...FEW);
    const [header, ...lists] = offline.read('lists.csv').trim().split('\n');
    expect(header).toBe('user,item,rank,score');
    const relevant = new Set(rows.filter((_, at) => isTest(at)).map((row) => row.split(',').slice(0, 2).join(',')));
    const gain = lists
      .map((line) => line.split(','))
      .filter(([user, item]) => relevant.has(`${user},${item}`))
      .reduce((sum, [, , rank]) => sum + 1 / Math.log2(Number(rank) + 1), 0);
    expect(result['ndcg@10']).toBeCloseTo(gain / (1 + 1 / Math.log2(3)) / 40, 9);
    expect(lists).toHaveLength(400);
    const scores = lists.slice(0, 10).map((line) => Number(line.split(',')[3]));
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
  });

  it('answers the same for the same files and seed, with one thread or two', async () => {
    const file = offline.file('same.csv', lines(twoTastes()));
    const [one, two] = await Promise.all(
      ['1', '2'].map((threads) => offline.result('evaluate', '--interactions', file, '--threads', threads, ...FEW)),
    );
    expect({ ...one, trainedSeconds: 0 }).toEqual({ ...two, trainedSeconds: 0 });
  });

  it('multiplies weights by alpha', async () => {
    const rows = twoTastes();
    const light = offline.file('light.csv', lines(rows));
    const heavy = offline.file('heavy.csv', lines(rows.map((row) => row.replace(',1,', ',3,'))));
    const [multiplied, written, plain] = await Promise.all([
      offline.result('evaluate', '--interactions', light, '--alpha', '3', ...FEW),
      offline.result('evaluate', '--interactions', heavy, ...FEW),
      offline.result('evaluate', '--interactions', light, ...FEW),
    ]);
    expect(multiplied.diversity).toBe(written.diversity);
    expect(multiplied.diversity).not.toBe(plain.diversity);
  });

  it.each(['time', 'leave-last-out'])('splits by %s', async (split) => {
    const file = offline.file('split.csv', lines(twoTastes()));
    const result = await offline.result('evaluate', '--interactions', file, '--split', split, ...FEW);
    expect(result).toMatchObject({ users: 40, split: { name: split } });
    expect(result['ndcg@10']).toBeGreaterThan(0);
  });

  it('searches for settings and says which it tried', async () => {
    const file = offline.file('tune.csv', lines(twoTastes()));
    const result = await offline.result('evaluate', '--interactions', file, '--tune', '--trials', '4', '--alpha', '2', ...FEW);
    const tuning = result.tuning as { trials: object[]; value: number; baseValue: number };
    expect(tuning.trials.length).toBeGreaterThanOrEqual(4);
    expect(tuning.trials[0]).toMatchObject({ factors: 8, alpha: 2 });
    expect(tuning.value).toBeGreaterThanOrEqual(tuning.baseValue);
    expect(result.settings).toMatchObject({ alpha: 2, seed: 1 });
  });
});
