import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkFile, writeFolder, writeParts, writeWhole } from '../../jobs/offline/whole-file';

const folder = mkdtempSync(join(tmpdir(), 'kinograph-whole-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const isOurs = (names: readonly string[]): boolean => names.includes('ours');

function* broken(): Generator<string> {
  yield 'half of';
  throw new Error('Nothing more came.');
}

describe('a file that is written whole', () => {
  it('is there at once, in place of the one before', async () => {
    const path = join(folder, 'a.csv');
    writeFileSync(path, 'before');
    await writeWhole(path, ['one\n', Buffer.from('two\n')]);
    expect(readFileSync(path, 'utf8')).toBe('one\ntwo\n');
  });

  it('stays as it was when the writing fails or is stopped, and nothing else is left', async () => {
    const place = join(folder, 'fails');
    mkdirSync(place);
    const path = join(place, 'b.csv');
    writeFileSync(path, 'before');
    await expect(writeWhole(path, broken())).rejects.toThrow('Nothing more came.');
    const stop = new AbortController();
    stop.abort(new Error('Enough.'));
    await expect(writeWhole(path, ['one'], stop.signal)).rejects.toThrow('Enough.');
    expect(readFileSync(path, 'utf8')).toBe('before');
    expect(readdirSync(place)).toEqual(['b.csv']);
  });

  it('needs a folder around it and is none itself', async () => {
    await expect(checkFile(join(folder, 'nowhere', 'c.csv'))).rejects.toThrow('there is no folder');
    await expect(checkFile(folder)).rejects.toThrow('is a folder');
  });
});

describe('a folder that is written whole', () => {
  it('is not there at all when filling it fails', async () => {
    const path = join(folder, 'half');
    const fill = async (draft: string): Promise<void> => {
      await writeParts(join(draft, 'one'), ['1']);
      await writeParts(join(draft, 'two'), broken());
    };
    await expect(writeFolder({ path, isOurs }, fill)).rejects.toThrow('Nothing more came.');
    expect(existsSync(path)).toBe(false);
    expect(readdirSync(folder).filter((name) => name.includes('half'))).toEqual([]);
  });

  it('replaces one of ours whole, so that nothing of before stays', async () => {
    const path = join(folder, 'ours');
    const write = (name: string) =>
      writeFolder({ path, isOurs }, (draft) => Promise.all(['ours', name].map((file) => writeParts(join(draft, file), ['1']))).then());
    await write('first');
    await write('second');
    expect(readdirSync(path).sort()).toEqual(['ours', 'second']);
    expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it('leaves a folder of somebody else alone', async () => {
    const path = join(folder, 'theirs');
    mkdirSync(path);
    writeFileSync(join(path, 'letter'), 'dear');
    await expect(writeFolder({ path, isOurs }, async () => undefined)).rejects.toThrow('holds other files');
    expect(readFileSync(join(path, 'letter'), 'utf8')).toBe('dear');
  });
});
