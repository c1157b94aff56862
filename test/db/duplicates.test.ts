import { TitleKind, TitleState } from '../../core/title';
import { keepApart } from '../../flow/duplicate';
import { mergeTitles } from '../../flow/title-merge';
import { countDuplicates, duplicatesPage } from '../../store/duplicates';
import { withDatabase } from '../support/database';
import { aTitle } from '../support/title';

const fixture = withDatabase();
const actor = 'operator:1' as const;
const pairs = async (first = 50, after: string | null = null) => (await duplicatesPage(fixture.db, { first, after, offset: null })).edges;

beforeEach(() => fixture.db.query('truncate titles, external_ids, distinct_titles'));

describe('likely duplicates', () => {
  it('bear one name in one kind, with years at most one apart', async () => {
    const one = await aTitle(fixture.db, { name: 'Amélie', year: 2001 });
    const two = await aTitle(fixture.db, { name: 'AMELIE!', year: 2002 });
    await aTitle(fixture.db, { name: 'Amélie', year: 1999 });
    await aTitle(fixture.db, { name: 'Amélie', year: 2001, kind: TitleKind.BOOK });
    await aTitle(fixture.db, { name: 'Amélie', year: 2001, state: TitleState.REMOVED });
    expect((await pairs()).map(({ node }) => node)).toEqual([{ titleId: one, otherId: two, reasons: ['NAME'] }]);
    const unknown = await aTitle(fixture.db, { name: 'amelie' });
    expect((await pairs()).map(({ node }) => node.otherId)).toEqual([two, unknown, unknown, unknown]);
  });

  it('share an id that is no mere number', async () => {
    const one = await aTitle(fixture.db, {
      name: 'Alien',
      externalIds: [
        { source: 'imdb', value: 'tt0078748' },
        { source: 'tmdb', value: '3489348' },
      ],
    });
    const two = await aTitle(fixture.db, { name: 'Alien (1979)', externalIds: [{ source: 'omdb', value: 'tt0078748' }] });
    await aTitle(fixture.db, { name: 'Another', externalIds: [{ source: 'movielens', value: '3489348' }] });
    expect((await pairs()).map(({ node }) => node)).toEqual([{ titleId: one, otherId: two, reasons: ['EXTERNAL_ID'] }]);
  });

  it('are episodes of one show only, and no name that everything bears', async () => {
    const shows = [
      await aTitle(fixture.db, { name: 'A', kind: TitleKind.SHOW }),
      await aTitle(fixture.db, { name: 'B', kind: TitleKind.SHOW }),
    ];
    for (const parentId of shows) await aTitle(fixture.db, { name: 'Pilot', kind: TitleKind.EPISODE, parentId });
    for (let i = 0; i < 21; i++) await aTitle(fixture.db, { name: 'Untitled' });
    expect(await pairs()).toEqual([]);
  });

  it('are paged by cursor, and are none any more once somebody said so or merged them', async () => {
    const ids = [];
    for (const name of ['A', 'A', 'B', 'B', 'C', 'C']) ids.push(await aTitle(fixture.db, { name }));
    const [a, a2, b, b2] = ids as [number, number, number, number];
    expect(await countDuplicates(fixture.db)).toBe(3);
    const first = await pairs(2);
    expect((await pairs(2, first[1]?.cursor)).map(({ node }) => node.titleId)).toEqual([ids[4]]);
    await keepApart(fixture.db, { actor, titleId: a2, otherId: a });
    await mergeTitles(fixture.db, { actor, fromId: b, intoId: b2, now: new Date() });
    expect((await pairs()).map(({ node }) => node.titleId)).toEqual([ids[4]]);
    await expect(keepApart(fixture.db, { actor, titleId: a, otherId: a })).rejects.toMatchObject({ code: 'BAD_INPUT' });
  });
});
