import { TitleKind } from '../../core/title';
import { importScenes } from '../../flow/import-scenes';
import { saveScenes } from '../../flow/scene';
import { importScenesJob } from '../../jobs/import-scenes';
import { sceneListsOf } from '../../store/described-scenes';
import { withDatabase } from '../support/database';
import { aJobContext } from '../support/job-context';
import { aTitle } from '../support/title';

const fixture = withDatabase();
const FILE = [
  'movie,scene1,scene2',
  `"Long Day, The (1999)","['car', 'dog']","['sea']"`,
  `Twice (2001),"['sky']",`,
  `Nobody (2002),"['x']",`,
].join('\r');
const whole = { text: FILE, signal: new AbortController().signal, progress: () => undefined };
const keywordsOf = async (id: number) => (await sceneListsOf(fixture.db, [id]))[0]?.scenes.map(({ keywords }) => keywords.join());

describe('scenes from a file', () => {
  it('go to the title of the name, a video before a film; placed scenes stay, and a second run changes nothing', async () => {
    await aTitle(fixture.db, { name: 'The Long Day', year: 1999 });
    const clip = await aTitle(fixture.db, { kind: TitleKind.VIDEO, name: 'Long Day, The', year: 1999, seconds: 60 });
    for (let made = 0; made < 2; made++) await aTitle(fixture.db, { name: 'Twice', year: 2001 });
    const placed = { id: null, fromSeconds: 0, toSeconds: 9, keywords: ['tree'] };
    const gone = { id: null, fromSeconds: null, toSeconds: null, keywords: ['gone'] };
    await saveScenes(fixture.db, 'operator:1', { titleId: clip, version: 0, scenes: [placed, gone] });
    const { problems, ...counts } = await importScenes(fixture.db, whole);
    expect(counts).toEqual({ titles: 1, scenes: 2, unchanged: 0 });
    expect(problems).toEqual([
      { row: 3, field: 'movie', message: '2 titles have this name and year.' },
      { row: 4, field: 'movie', message: 'No title has this name and year.' },
    ]);
    expect(await keywordsOf(clip)).toEqual(['tree', 'car,dog', 'sea']);
    expect(await importScenes(fixture.db, whole)).toMatchObject({ titles: 0, unchanged: 1 });
  });

  it('are kept all or, where it is stopped, none', async () => {
    const [one, two] = [await aTitle(fixture.db, { name: 'One' }), await aTitle(fixture.db, { name: 'Two' })];
    const stop = new AbortController();
    const text = `movie,scene1\nOne,"['a']"\nTwo,"['b']"`;
    await expect(importScenes(fixture.db, { text, signal: stop.signal, progress: () => stop.abort() })).rejects.toThrow();
    expect([await keywordsOf(one), await keywordsOf(two)]).toEqual([[], []]);
  });

  it('are asked for by a path that can be read', async () => {
    for (const path of ['', '/nowhere/at/all.csv'])
      await expect(importScenesJob.run(aJobContext<'import-scenes'>(fixture.database, { path }))).rejects.toMatchObject({ field: 'path' });
  });
});
