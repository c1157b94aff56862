import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readNpy } from '../../core/npy';
import { ended, twoTastes, withOffline } from '../support/offline';
import { until } from '../support/until';

const offline = withOffline();
const lines = (rows: readonly string[]): string => `${rows.join('\n')}\n`;
const FEW = ['--factors', '6', '--iterations', '3'];

const numbersIn = (folder: string, name: string) => readNpy(readFileSync(join(folder, name)));

describe('npm run train', () => {
  it('writes factors with their ids, settings and the hash of what was learned from', async () => {
    const file = offline.file('a.csv', lines([...twoTastes(), '"smith, john",100,2,5']));
    const out = offline.path('model');
    const result = await offline.result('train', '--interactions', file, '--out', out, '--alpha', '2', ...FEW);
    expect(readdirSync(out).sort()).toEqual(['items.npy', 'items.txt', 'settings.json', 'users.npy', 'users.txt']);
    const users = readFileSync(join(out, 'users.txt'), 'utf8').trim().split('\n');
    expect(users).toHaveLength(41);
    expect(users.at(-1)).toBe('smith, john');
    expect(numbersIn(out, 'users.npy')).toMatchObject({ rows: 41, columns: 6 });
    expect(numbersIn(out, 'items.npy')).toMatchObject({ rows: 60, columns: 6 });
    expect(numbersIn(out, 'items.npy')?.values.every(Number.isFinite)).toBe(true);
    const paper = JSON.parse(readFileSync(join(out, 'settings.json'), 'utf8'));
    expect(paper).toMatchObject({ version: 1, settings: { k: 6, seed: 1, alpha: 2 }, users: 41, items: 60, interactions: 561 });
    expect(paper.snapshot).toMatch(/^[0-9a-f]{64}$/);
    expect(paper.code).toContain('kernel');
    expect(result).toMatchObject({ out, snapshot: paper.snapshot, settings: { factors: 6, alpha: 2 }, malformed: 0 });
  });

  it('gives the same bytes for the same file and settings, with one thread or two', async () => {
    const file = offline.file('same.csv', lines(twoTastes()));
    await Promise.all(
      ['1', '2'].map((threads) =>
        offline.result('train', '--interactions', file, '--out', offline.path(`same-${threads}`), '--threads', threads, ...FEW),
      ),
    );
    for (const name of ['users.npy', 'items.npy', 'users.txt', 'items.txt'])
      expect(readFileSync(offline.path(`same-1/${name}`)).equals(readFileSync(offline.path(`same-2/${name}`)))).toBe(true);
  });

  it('replaces a model, and nothing else', async () => {
    const file = offline.file('again.csv', lines(twoTastes()));
    const out = offline.path('again');
    await offline.result('train', '--interactions', file, '--out', out, ...FEW);
    await offline.result('train', '--interactions', file, '--out', out, '--factors', '3', '--iterations', '1');
    expect(numbersIn(out, 'items.npy')?.columns).toBe(3);
    await expect(offline.result('train', '--interactions', file, '--out', offline.path('.'))).rejects.toThrow('holds other files');
    await expect(offline.result('train', '--interactions', file, '--out', file)).rejects.toThrow('is a file');
  });

  it('works for one user and one title, and for more factors than titles', async () => {
    const file = offline.file('one.csv', 'me,it\n');
    await offline.result('train', '--interactions', file, '--out', offline.path('one'), '--factors', '16');
    expect(numbersIn(offline.path('one'), 'items.npy')).toMatchObject({ rows: 1, columns: 16 });
    expect(numbersIn(offline.path('one'), 'items.npy')?.values.every(Number.isFinite)).toBe(true);
  });

  it('says how much memory is missing before it begins, and writes nothing', async () => {
    const people = Array.from({ length: 2_200_000 }, (_, user) => user);
    const file = offline.file('crowd.csv', lines(people.map((user) => `${user},${user % 5}`)));
    const { code, printed, complained } = await offline.run(
      'train',
      '--interactions',
      file,
      '--out',
      offline.path('crowd'),
      '--factors',
      '512',
    );
    expect([code, printed]).toEqual([1, '']);
    expect(complained).toMatch(/\d+ MB/);
    expect(complained).not.toMatch(/\bat .*\.ts:\d/);
    expect(existsSync(offline.path('crowd'))).toBe(false);
  });

  it('leaves nothing behind when it is stopped', async () => {
    const file = offline.file('long.csv', lines(twoTastes({ users: 400, items: 400, likes: 60 })));
    const child = offline.start(
      'train',
      '--interactions',
      file,
      '--out',
      offline.path('stopped'),
      '--iterations',
      '200',
      '--factors',
      '256',
    );
    let complained = '';
    child.stderr?.on('data', (part) => {
      complained += part;
    });
    await until('the training runs', () => complained.includes('Training'), 60);
    const end = ended(child);
    child.kill('SIGINT');
    expect((await end).code).toBe(1);
    expect(complained).toContain('Stopped; nothing was written.');
    expect(existsSync(offline.path('stopped'))).toBe(false);
    expect(readdirSync(offline.path('.')).filter((name) => name.includes('.part'))).toEqual([]);
  });
});

describe('npm run evaluate -- --model', () => {
  const rows = twoTastes();
  const files = () => ({
    train: offline.file('m-train.csv', lines(rows.filter((_, at) => at % 7 > 0))),
    test: offline.file('m-test.csv', lines(rows.filter((_, at) => at % 7 === 0))),
  });

  it('finds what a training in place finds', async () => {
    const { train, test } = files();
    await offline.result('train', '--interactions', train, '--out', offline.path('m'), ...FEW);
    const stored = await offline.result('evaluate', '--model', offline.path('m'), '--train', train, '--test', test);
    const fresh = await offline.result('evaluate', '--train', train, '--test', test, ...FEW);
    expect({ ...stored, trainedSeconds: 0 }).toEqual({ ...fresh, trainedSeconds: 0 });
  });

  it('refuses a model of other items', async () => {
    const { train, test } = files();
    await offline.result('train', '--interactions', offline.file('others.csv', 'a,b\nc,d\n'), '--out', offline.path('others'), ...FEW);
    const attempt = offline.result('evaluate', '--model', offline.path('others'), '--train', train, '--test', test);
    await expect(attempt).rejects.toThrow('The model knows no item of the train part');
  });

  it('refuses a model of another version, and a folder that holds none or half of one', async () => {
    const { train, test } = files();
    const out = offline.path('old');
    await offline.result('train', '--interactions', train, '--out', out, ...FEW);
    const attempt = () => expect(offline.result('evaluate', '--model', out, '--train', train, '--test', test)).rejects;
    const paper = JSON.parse(readFileSync(join(out, 'settings.json'), 'utf8'));
    const items = readFileSync(join(out, 'items.npy'));
    writeFileSync(join(out, 'items.npy'), items.subarray(0, -4));
    await attempt().toThrow('is no whole model');
    writeFileSync(join(out, 'items.npy'), items);
    writeFileSync(join(out, 'settings.json'), JSON.stringify({ ...paper, version: 2 }));
    await attempt().toThrow('was written by another version (2); this one reads version 1');
    writeFileSync(join(out, 'settings.json'), JSON.stringify({ ...paper, settings: { ...paper.settings, k: 0 } }));
    await attempt().toThrow('settings that mean nothing here');
    writeFileSync(join(out, 'settings.json'), 'not JSON');
    await attempt().toThrow('is no model');
  });
});
