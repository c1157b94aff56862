import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readNpy } from '../../core/npy';
import { exportModel } from '../../jobs/offline/export';
import { UsageFault, WorkFault } from '../../jobs/offline/usage';
import { saveInteractions } from '../../store/interactions';
import type { Store } from '../../store/open';
import { withDatabase } from '../support/database';
import { aLiveModel } from '../support/factors';
import { anInteraction } from '../support/interaction';
import { aTitle } from '../support/title';
import { aUser } from '../support/user';

const fixture = withDatabase();
const folder = mkdtempSync(join(tmpdir(), 'kinograph-export-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const progress = { stage: () => undefined, at: () => undefined, tell: () => undefined, end: () => undefined };

function exported(...args: readonly string[]): Promise<object> {
  // The database stays open for the other tests.
  const open = async (): Promise<Store> => ({
    ...fixture,
    database: fixture.database,
    embedded: false,
    migrated: [],
    close: async () => undefined,
  });
  return exportModel({ args, progress, signal: new AbortController().signal }, { open, now: new Date() });
}

describe('npm run export', () => {
  it('says that no model is live yet, and writes nothing', async () => {
    const out = join(folder, 'early');
    await expect(exported('--out', out)).rejects.toThrow('No model is live yet');
    expect(existsSync(out)).toBe(false);
    await expect(exported()).rejects.toThrow(UsageFault);
  });

  it('writes factors with the ids of titles, what was liked and disliked, and lists without the past', async () => {
    const { db } = fixture;
    const [ann, bob] = [await aUser(db), await aUser(db)];
    const titles = [await aTitle(db), await aTitle(db), await aTitle(db), await aTitle(db)] as const;
    const [liked, near, far, disliked] = titles;
    const seen = new Date('2026-01-02T03:04:05Z');
    await saveInteractions(db, [
      anInteraction({ userId: ann, titleId: liked, rating: 5, ratedAt: seen, lastAt: seen }),
      anInteraction({ userId: ann, titleId: disliked, rating: 0.5, ratedAt: seen, lastAt: seen }),
      anInteraction({ userId: bob, titleId: disliked, rating: 1, ratedAt: seen, lastAt: seen }),
    ]);
    const model = await aLiveModel(
      db,
      new Map([
        [liked, [1, 0]],
        [near, [0.9, 0.1]],
        [far, [0, 1]],
        [disliked, [-0.5, 0.5]],
      ]),
    );
    const out = join(folder, 'model');
    expect(await exported('--out', out, '--top', '1')).toMatchObject({ out, model, exported: { users: 2, interactions: 3 } });
    expect(readdirSync(out).sort()).toEqual([
      'dislikes.csv',
      'interactions.csv',
      'item-ids.npy',
      'items.npy',
      'items.txt',
      'lists.csv',
      'settings.json',
    ]);
    const text = (name: string): string => readFileSync(join(out, name), 'utf8');
    expect(text('items.txt')).toBe(titles.map((id) => `${id}\n`).join(''));
    expect(readNpy(readFileSync(join(out, 'items.npy')))).toMatchObject({ rows: 4, columns: 2 });
    expect(text('interactions.csv')).toBe(`user,item,weight,timestamp\n${ann},${liked},2.5,${seen.getTime() / 1000}\n`);
    expect(text('dislikes.csv').trim().split('\n')).toHaveLength(3);
    // Of Bob nothing liked is known.
    expect(text('lists.csv').trim().split('\n')).toEqual(['user,item,rank,score', expect.stringMatching(`^${ann},${near},1,0\\.\\d+$`)]);
    expect(JSON.parse(text('settings.json'))).toMatchObject({ version: 1, settings: { k: 2 } });
  });

  it('does not write into a folder with other files', async () => {
    await expect(exported('--out', folder)).rejects.toThrow(WorkFault);
  });
});
