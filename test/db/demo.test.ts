import { themedTitle } from '../../core/scene/theme-book';
import { loadDemo } from '../../demo/load';
import { findThemes } from '../../flow/theme-book';
import { titlesTold } from '../../store/described-scenes';
import { pairsOf, rebuildInteractions } from '../../store/interactions';
import { keepPartitions } from '../../store/partitions';
import { resolveTitles, titlesByIds } from '../../store/titles';
import { withDatabase } from '../support/database';

const fixture = withDatabase();
const now = new Date();
const load = () => loadDemo(fixture.database, { progress: () => undefined, clock: () => now });

describe('the demo', () => {
  beforeAll(async () => {
    await keepPartitions(fixture.db, now);
    expect(await load()).toMatchObject({ loaded: true, interactions: 100_836 });
  }, 60_000);

  it('changes nothing when it is loaded again, and what others did least of all', async () => {
    const state = () =>
      fixture.db.query(
        `select (select count(*) from titles) as titles, (select max("updatedAt") from titles) as at, (select count(*) from events) as events,
           (select count(*) from interactions) as interactions, (select max(id) from described_scenes) as scenes, (select count(*) from external_ids) as ids`,
      );
    const before = await state();
    expect(await load()).toMatchObject({ loaded: false });
    await fixture.db.query(`delete from settings where name = 'demo'`);
    expect(await load()).toMatchObject({ loaded: true });
    expect(await state()).toEqual(before);
  }, 60_000);

  it('names films as people do, and knows them by MovieLens, IMDb and TMDB', async () => {
    const [matrix] = await resolveTitles(fixture.db, [{ source: 'movielens', value: '2571' }]);
    const same = await resolveTitles(fixture.db, [
      { source: 'imdb', value: 'tt0133093' },
      { source: 'tmdb', value: '603' },
    ]);
    expect(same).toEqual([matrix, matrix]);
    const [title] = await titlesByIds(fixture.db, [matrix ?? 0]);
    expect(title).toMatchObject({ name: 'The Matrix', year: 1999, certificate: 'R', genres: ['Action', 'Sci-Fi', 'Thriller'] });
    const [known] = await fixture.db.query(`select count(*) from external_ids where source = 'movielens'`);
    expect(known.count).toBe(9_742);
    const [credited] = await fixture.db.query(`select count(distinct "titleId") from credits where role = 'DIRECTOR'`);
    expect(credited.count).toBeGreaterThanOrEqual(300);
  });

  it('describes scenes of clips, each with themes', async () => {
    const ids = await resolveTitles(fixture.db, [{ source: 'clip', value: '1721' }]);
    const [titanic] = await titlesTold(
      fixture.db,
      ids.flatMap((id) => id ?? []),
    );
    const scenes = titanic === undefined ? [] : themedTitle(findThemes, titanic).scenes;
    expect(scenes.map(({ toSeconds, themes }) => [toSeconds, themes[0]?.id])).toEqual([
      [54, 'sea'],
      [108, 'love'],
      [162, 'sea'],
    ]);
    const [described] = await fixture.db.query('select count(*), count(distinct "titleId") as titles from described_scenes');
    expect(described).toEqual({ count: 44, titles: 15 });
  });

  it('holds ratings as the log would rebuild them', async () => {
    const [user] = await fixture.db.query(`select id from users where source = 'movielens' and "externalId" = '414'`);
    const rows = () => fixture.db.query('select * from interactions where "userId" = $1 order by "titleId"', [user.id]);
    const before = await rows();
    expect(before).toHaveLength(2_698);
    await fixture.db.transaction(async (db) => rebuildInteractions(db, await pairsOf(db, [user.id])));
    expect(await rows()).toEqual(before);
  });

  it('has nine shelves of four clips and shows with episodes in order', async () => {
    const shelves = await fixture.db.query(`select count(*) from titles where kind = 'VIDEO' group by category`);
    expect(shelves).toEqual(Array(9).fill({ count: 4 }));
    const [shows] = await fixture.db.query(`select count(distinct "parentId") from titles where kind = 'EPISODE'`);
    expect(shows.count).toBeGreaterThanOrEqual(8);
  });
});
