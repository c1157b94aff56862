import { chmodSync } from 'node:fs';
import { evaluateOptions } from '../../jobs/offline/evaluate-options';
import { UsageFault, WorkFault } from '../../jobs/offline/usage';
import { twoTastes, withOffline } from '../support/offline';

const offline = withOffline();
const lines = (rows: readonly string[]): string => `${rows.join('\n')}\n`;
const FEW = ['--factors', '4', '--iterations', '3'];

describe('the offline tool', () => {
  it.each([
    [['predict'], 2, 'npm run evaluate'],
    [['evaluate', '--interactions', 'a.csv', '--factors', '0'], 2, '--factors: a whole number from 1 to 512 is expected.\n'],
    [['evaluate', '--interactions', 'nowhere.csv'], 1, 'nowhere.csv is not there.\n'],
  ])('ends with a code and a sentence: %j', async (args, code, sentence) => {
    const said = await offline.run(...args);
    expect(said).toMatchObject({ code, printed: '' });
    expect(said.complained).toContain(sentence);
  });

  it.each([
    ['', '--interactions'],
    ['--interactions a.csv --lambda 1', '--lambda: there is no such option'],
    ['--interactions a.csv --factors many', '--factors: a whole number from 1 to 512 is expected'],
    ['--interactions a.csv --regularization -1', '--regularization: a number from'],
    ['--interactions a.csv --solver qr', '--solver: one of cg, cholesky is expected'],
    ['--interactions a.csv --split half', '--split: one of last-fifth, time, leave-last-out is expected'],
    ['--interactions a.csv --threads 1.5', '--threads: a whole number'],
    ['--interactions a.csv --seed=', '--seed: a whole number'],
    ['--interactions a.csv --alpha Infinity', '--alpha: a number from'],
    ['--interactions --tune', '--interactions: the path of a file is expected'],
    ['--interactions', '--interactions: the path of a file is expected'],
    ['--interactions a.csv --tune=yes', '--tune: no value is expected'],
    ['--interactions a.csv --interactions b.csv', '--interactions: it is given twice'],
    ['--interactions a.csv --test b.csv', '--test: it does not go with --interactions'],
    ['--train a.csv', '--test: a file is expected'],
    ['--train a.csv --test b.csv --split time', '--split: it goes with --interactions'],
    ['--train a.csv --test b.csv --top 5', '--top: it needs --out'],
    ['--train a.csv --test b.csv --trials 5', '--trials: it needs --tune'],
    ['--train a.csv --test b.csv --model m --factors 5', '--factors: it does not go with --model'],
    ['a.csv', '"a.csv": an option is expected'],
  ])('names the option: evaluate %s', (args, sentence) => {
    expect(() => evaluateOptions(args.split(' ').filter((arg) => arg !== ''))).toThrow(UsageFault);
    expect(() => evaluateOptions(args.split(' ').filter((arg) => arg !== ''))).toThrow(sentence);
  });

  it.each([
    ['a folder', () => offline.path('.'), 'is a folder; a file is expected'],
    ['an empty file', () => offline.file('empty.csv', ''), 'empty.csv holds no interactions'],
    ['a file of single words', () => offline.file('words.csv', 'once\nthere\nwas\n'), 'line 1 has too few fields'],
    [
      'a file that is mostly malformed',
      () => offline.file('bad.csv', '1,2,x\n1,3,-1\n1,4,1\n'),
      'line 1 has a weight that is no number, line 2 has a negative weight',
    ],
    ['an archive', () => offline.file('packed.csv', Buffer.from([0x1f, 0x8b, 8, 0, 0])), 'packed.csv is compressed'],
    ['one user and one title', () => offline.file('one.csv', '1,1\n'), 'Nobody can be asked about: nobody has five interactions or more'],
    ['users without items', () => offline.file('alone.txt', '1\n2\n3\n4 5\n'), 'Nobody can be asked about'],
    ['weights of 0 alone', () => offline.file('zero.csv', '1,1,0\n1,2,0\n'), 'Nobody can be asked about'],
  ])('has a sentence for %s', async (_what, path, sentence) => {
    const attempt = offline.result('evaluate', '--interactions', path());
    await expect(attempt).rejects.toThrow(WorkFault);
    await expect(attempt).rejects.toThrow(sentence);
  });

  it('says that a file may not be read', async () => {
    const path = offline.file('secret.csv', '1,2\n');
    chmodSync(path, 0);
    // Whoever may read everything reads it, and finds too little.
    await expect(offline.result('evaluate', '--interactions', path)).rejects.toThrow(/may not be read|Nobody can be asked about/);
  });

  it('names malformed lines and counts them, and duplicates', async () => {
    const rows = twoTastes();
    const file = offline.file(
      'some-bad.csv',
      lines(['user,item,weight,timestamp', '1,2,NaN,1', '1', ...rows, rows[0] ?? '', '7,8,1']).trimEnd(),
    );
    const { code, printed, complained } = await offline.run('evaluate', '--interactions', file, ...FEW);
    expect(code).toBe(0);
    expect(JSON.parse(printed)).toMatchObject({
      malformed: 3,
      duplicates: 1,
      files: [
        {
          lines: rows.length + 4,
          malformedLines: ['line 2 has a weight that is no number', 'line 3 has too few fields', expect.stringContaining('is cut off')],
        },
      ],
    });
    expect(complained).toContain('3 of 564 lines are malformed');
    expect(complained).toContain('line 2 has a weight that is no number');
  });

  it('does not take the test part for the train part', async () => {
    const rows = twoTastes();
    const train = offline.file('big.csv', lines(rows.filter((_, at) => at % 5 > 0)));
    const test = offline.file('small.csv', lines(rows.filter((_, at) => at % 5 === 0)));
    await expect(offline.result('evaluate', '--train', test, '--test', train)).rejects.toThrow('they look swapped');
  });

  it('says when nobody of the test part is known', async () => {
    const train = offline.file('here.csv', lines(twoTastes()));
    const test = offline.file('there.csv', 'x,100\ny,101\n');
    await expect(offline.result('evaluate', '--train', train, '--test', test)).rejects.toThrow('Nobody in the test part');
  });

  it('counts what stands in both parts and does not ask for it', async () => {
    const rows = twoTastes();
    const train = offline.file('first.csv', lines(rows.slice(0, -20)));
    const test = offline.file('second.csv', lines(rows.slice(-25)));
    const result = await offline.result('evaluate', '--train', train, '--test', test, ...FEW);
    expect(result.warnings).toContainEqual(expect.stringMatching(/In both parts.*5 liked pairs/));
  });

  it('says that there are no times to split by, and draws by chance where it can', async () => {
    const file = offline.file('timeless.csv', lines(twoTastes().map((row) => row.split(',').slice(0, 2).join(','))));
    await expect(offline.result('evaluate', '--interactions', file, '--split', 'time')).rejects.toThrow('has no timestamps');
    expect((await offline.result('evaluate', '--interactions', file, ...FEW)).warnings).toContainEqual(
      expect.stringContaining('drawn by chance'),
    );
  });

  it('works with more factors than titles, and says so', async () => {
    const file = offline.file('narrow.csv', lines(twoTastes({ users: 12, items: 20, likes: 6 })));
    const result = await offline.result('evaluate', '--interactions', file, '--factors', '64', '--iterations', '3');
    expect(result.warnings).toEqual([expect.stringMatching(/more factors \(64\) than items/)]);
    expect(Number.isFinite(result['ndcg@10'])).toBe(true);
  });

  it('says before it trains that lists cannot be written', async () => {
    const file = offline.file('good.csv', lines(twoTastes()));
    const out = offline.path('no/such/folder.csv');
    await expect(offline.result('evaluate', '--interactions', file, '--out', out)).rejects.toThrow('there is no folder');
  });
});
