import { TitleKind, TitleState } from '../../core/title';
import { type TitleFilter, TitleGap, type TitleSort, TitleSortBy } from '../../core/title-filter';
import { countTitles, resolveTitles, titlesByIds, titlesPage } from '../../store/titles';
import { withDatabase } from '../support/database';
import { aTitle } from '../support/title';

const fixture = withDatabase();
const page = (first: number, after: string | null = null, offset: number | null = null) => ({ first, after, offset });
const byId: TitleSort = { by: TitleSortBy.ID, descending: false };
const byRelevance: TitleSort = { by: TitleSortBy.RELEVANCE, descending: false };

beforeEach(() => fixture.db.query('truncate titles, external_ids, title_words'));

const named = async (search: string): Promise<readonly string[]> => {
  const found = await titlesPage(fixture.db, { filter: { search }, sort: byRelevance, page: page(10) });
  return found.edges.map(({ node }) => node.name);
};

describe('titles by id', () => {
  it('answers those that there are, in the order asked for', async () => {
    const one = await aTitle(fixture.db, { name: 'One' });
    const two = await aTitle(fixture.db, { name: 'Two' });
    const titles = await titlesByIds(fixture.db, [two, 999_999, one, two]);
    expect(titles.map((title) => title.name)).toEqual(['Two', 'One', 'Two']);
  });

  it('resolves our ids and external ones, and follows merges to the end', async () => {
    const kept = await aTitle(fixture.db);
    const merged = await aTitle(fixture.db, { state: TitleState.MERGED, mergedIntoId: kept });
    const before = await aTitle(fixture.db, {
      state: TitleState.MERGED,
      mergedIntoId: merged,
      externalIds: [{ source: 'imdb', value: 'tt1' }],
    });
    const found = await resolveTitles(fixture.db, [{ source: 'imdb', value: 'tt1' }, { id: before }, { id: 5e9 }, { id: kept }]);
    expect(found).toEqual([kept, kept, null, kept]);
  });
});

describe('pages of titles', () => {
  const sorts = [TitleSortBy.NAME, TitleSortBy.YEAR, TitleSortBy.UPDATED, TitleSortBy.ID, TitleSortBy.RELEVANCE].flatMap((by) => [
    { by, descending: false },
    { by, descending: true },
  ]);

  it.each(sorts)('walks every title once by $by, descending $descending', async (sort) => {
    for (const year of [1999, null, 1950, 1999, -700])
      await aTitle(fixture.db, { name: `Film ${year}`, year, attributes: { ratingCount: 3 } });
    const seen: number[] = [];
    let after: string | null = null;
    for (let more = true; more; ) {
      const part = await titlesPage(fixture.db, { filter: {}, sort, page: page(2, after) });
      seen.push(...part.edges.map(({ node }) => node.id));
      after = part.edges.at(-1)?.cursor ?? null;
      more = part.hasNextPage;
    }
    expect(new Set(seen).size).toBe(5);
    expect(seen).toHaveLength(5);
  });

  it('leaves out hidden, removed and merged titles unless they are asked for', async () => {
    await aTitle(fixture.db, { name: 'Seen' });
    await aTitle(fixture.db, { name: 'Hidden', state: TitleState.HIDDEN });
    expect(await countTitles(fixture.db, {})).toBe(1);
    expect(await countTitles(fixture.db, { states: [TitleState.HIDDEN] })).toBe(1);
  });

  it('filters by kind, genre, years, category, certificate and parent', async () => {
    const show = await aTitle(fixture.db, { kind: TitleKind.SHOW, genres: ['Drama'], year: 2001, category: 'War', certificate: 'R' });
    await aTitle(fixture.db, { kind: TitleKind.EPISODE, parentId: show, season: 1, number: 1 });
    expect(await countTitles(fixture.db, { kinds: [TitleKind.SHOW], genres: ['Drama', 'X'], yearFrom: 2001, yearTo: 2001 })).toBe(1);
    expect(await countTitles(fixture.db, { category: 'War', certificate: 'R' })).toBe(1);
    expect(await countTitles(fixture.db, { parentId: show })).toBe(1);
    expect(await countTitles(fixture.db, { yearFrom: 2002 })).toBe(0);
  });

  it('finds what operators look for: gaps, closed windows, sources, ids', async () => {
    const { db } = fixture;
    const windows = (from: string | null, until: string | null) => [{ region: 'FI', from, until }];
    const full = await aTitle(db, {
      genres: ['Drama'],
      seconds: 60,
      posterSource: 'https://p.example/1.png',
      externalIds: [{ source: 'imdb', value: 'tt1' }],
    });
    await db.query(`insert into title_tags values ($1, 'x', 1)`, [full]);
    const past = await aTitle(db, { availability: windows(null, '2020-01-01T00:00:00.000Z') });
    const open = await aTitle(db, { pages: 3, availability: windows('2020-01-01T00:00:00.000Z', '9000-01-01T00:00:00.000Z') });
    const found = async (filter: TitleFilter): Promise<readonly number[]> =>
      (await titlesPage(db, { filter, sort: byId, page: page(9) })).edges.map(({ node }) => node.id);
    for (const gap of [TitleGap.POSTER, TitleGap.GENRES, TitleGap.TAGS])
      expect([gap, await found({ missing: [gap] })]).toEqual([gap, [past, open]]);
    expect(await found({ missing: [TitleGap.LENGTH, TitleGap.TAGS] })).toEqual([past]);
    expect(await found({ availableNow: false })).toEqual([past]);
    expect(await found({ availableNow: true })).toEqual([full, open]);
    expect(await found({ externalIdSource: 'imdb' })).toEqual([full]);
    expect(await found({ ids: [open, 987_654] })).toEqual([open]);
  });

  it('refuses a cursor of another order', async () => {
    await aTitle(fixture.db);
    const { edges } = await titlesPage(fixture.db, { filter: {}, sort: byId, page: page(1) });
    const broken = titlesPage(fixture.db, {
      filter: {},
      sort: { by: TitleSortBy.NAME, descending: false },
      page: page(1, edges[0]?.cursor),
    });
    await expect(broken).rejects.toMatchObject({ code: 'BAD_INPUT', field: 'after' });
  });
});

describe('search', () => {
  it('finds a name with a letter wrong, missing, added or swapped', async () => {
    await aTitle(fixture.db, { name: 'The Matrix' });
    await aTitle(fixture.db, { name: 'Love' });
    for (const typed of ['the matrix', 'matrxi', 'the mtrix', 'mattrix the', 'matrux', 'MATR', 'Mátrix!'])
      expect([typed, await named(typed)]).toEqual([typed, ['The Matrix']]);
    for (const typed of ['lvoe', 'lov', 'lave', 'loove', 'ove']) expect([typed, await named(typed)]).toEqual([typed, ['Love']]);
  });

  it('puts the exact name first, then what more people rated', async () => {
    await aTitle(fixture.db, { name: 'Alien Nation', attributes: { ratingCount: 90 } });
    await aTitle(fixture.db, { name: 'Aliens', attributes: { ratingCount: 10_000 } });
    await aTitle(fixture.db, { name: 'Alien' });
    await aTitle(fixture.db, { name: 'Alien Cargo' });
    expect(await named('alien')).toEqual(['Alien', 'Aliens', 'Alien Nation', 'Alien Cargo']);
  });

  it('pages through a ranked list without repeats, and sorts a search by name too', async () => {
    for (const name of ['Star C', 'Star A', 'Star B']) await aTitle(fixture.db, { name });
    const filter = { search: 'star' };
    const one = await titlesPage(fixture.db, { filter, sort: byRelevance, page: page(2) });
    const two = await titlesPage(fixture.db, { filter, sort: byRelevance, page: page(2, one.edges[1]?.cursor) });
    expect([...one.edges, ...two.edges].map(({ node }) => node.name).sort()).toEqual(['Star A', 'Star B', 'Star C']);
    expect([one.hasNextPage, two.hasNextPage]).toEqual([true, false]);
    const sorted = await titlesPage(fixture.db, { filter, sort: { by: TitleSortBy.NAME, descending: true }, page: page(2, null, 1) });
    expect(sorted.edges.map(({ node }) => node.name)).toEqual(['Star B', 'Star A']);
    expect(await countTitles(fixture.db, filter)).toBe(3);
  });

  it('answers nothing, and no error, to text without a word and to hostile text', async () => {
    await aTitle(fixture.db, { name: 'Film' });
    for (const typed of ['', '   ', '%_\\', "'; drop table titles; --", '\u0000', '\ud800']) expect(await named(typed)).toEqual([]);
  });

  it('follows a name that changes', async () => {
    const id = await aTitle(fixture.db, { name: 'Old' });
    await fixture.db.query(`update titles set name = 'Renewed', "searchName" = 'renewed' where id = $1`, [id]);
    expect(await named('renewde')).toEqual(['Renewed']);
  });
});
