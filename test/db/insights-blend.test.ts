import { Scope } from '../../core/caller';
import { startApp, type TestApp } from '../support/app';
import { aBlend, act } from '../support/blend';
import { aKey } from '../support/callers';
import { withDatabase } from '../support/database';
import { ask, codesOf } from '../support/graphql';
import { addPlays, anImport, askInsights, insightsFor, playsBehind } from '../support/play';
import { aTitle } from '../support/title';
import { aViewer, type Viewer } from '../support/viewer';

const fixture = withDatabase();
let app: TestApp;
let space: number;
let love: number;
let both: number;
let secret: number;

beforeAll(async () => {
  space = await aTitle(fixture.db, { name: 'Space', genres: ['Sci-Fi'], seconds: 1_000 });
  love = await aTitle(fixture.db, { name: 'Love', genres: ['Romance'], seconds: 1_000 });
  both = await aTitle(fixture.db, { name: 'Both', genres: ['Drama'], seconds: 1_000 });
  secret = await aTitle(fixture.db, { name: 'Secret', genres: ['Horror'], seconds: 1_000 });
  app = await startApp(fixture.url);
});
afterAll(() => app.stop());

async function whoPlayed(titleIds: readonly number[]): Promise<Viewer> {
  const viewer = await aViewer(app.url);
  await addPlays(
    fixture.db,
    viewer.id,
    titleIds.map((titleId, at) => ({ titleId, at: `2024-03-0${at + 1}T20:00:00Z` })),
  );
  return viewer;
}

/** Ann played Space and Both, Ben played Love, Both and Secret. */
async function aPair(): Promise<{ readonly ann: Viewer; readonly ben: Viewer; readonly blendId: string }> {
  const [ann, ben] = [await whoPlayed([space, both]), await whoPlayed([love, both, secret])];
  return { ann, ben, blendId: await aBlend(app.url, [ann, ben]) };
}

const agree = (viewer: Viewer, id: string, agrees = true) =>
  act(app.url, viewer, `agreeInBlend(id: ${id}, agrees: ${agrees})`, 'blend { allAgree }');

describe('insights of a blend', () => {
  it('tell of others no title, actor or time before all agree, and sums without names', async () => {
    const { ann, ben, blendId } = await aPair();
    const seen = await insightsFor(app.url, ann.headers, { blendId });
    expect(seen).toMatchObject({ seconds: 5_000, plays: 5, titles: 5 });
    const [own, other] = seen.people;
    expect([own?.userId, other?.userId]).toEqual([String(ann.id), String(ben.id)]);
    expect(own?.films).toHaveLength(2);
    expect(other).toMatchObject({ seconds: 3_000, playCount: 3, kinds: [{ kind: 'MOVIE', plays: 3, seconds: 3_000 }] });
    expect(other?.genres.map(({ genre }) => genre)).toEqual(['Drama', 'Horror', 'Romance']);
    const { shows, films, actors, months, weekdays, hours, binges, first, last, plays } = other ?? {};
    expect([shows, films, actors, months, weekdays, hours, binges, first, last, plays]).toEqual(new Array(10).fill(null));
    expect(seen.shared).toMatchObject({ agreed: false, titles: null, topTitle: null, titleCount: null, topGenre: 'Drama' });
    // Shares of 1/2 each and of 1/3 each, Drama in common: H(mean) = 1.887918 bits, H of each 1 and 1.584963.
    expect(seen.shared?.distance).toBeCloseTo(Math.sqrt(1.887918 - (1 + 1.584963) / 2), 5);
    await agree(ben, blendId);
    expect((await insightsFor(app.url, ann.headers, { blendId })).people[1]?.films).toBeNull();
    expect((await insightsFor(app.url, ben.headers, { blendId })).people[1]?.films).toBeNull();
  });

  it('tell all of it once all agree, and no more when one takes it back', async () => {
    const { ann, ben, blendId } = await aPair();
    await agree(ann, blendId);
    await agree(ben, blendId);
    const seen = await insightsFor(app.url, ann.headers, { blendId });
    expect(seen.titles).toBe(4);
    expect(seen.people[1]?.films?.map(({ title }) => Number(title.id))).toEqual([love, both, secret]);
    expect(seen.people[1]?.plays?.nodes).toHaveLength(3);
    expect(seen.shared).toMatchObject({ agreed: true, titleCount: 1, titles: [{ id: String(both) }], topTitle: { id: String(both) } });
    expect(seen.shared?.genres).toEqual([{ genre: 'Drama', seconds: 2_000, people: [{ seconds: 1_000 }, { seconds: 1_000 }] }]);
    await agree(ben, blendId, false);
    const closed = await insightsFor(app.url, ann.headers, { blendId });
    expect([closed.people[1]?.films, closed.shared?.titles]).toEqual([null, null]);
  });

  it('never count what a person hides from blends, neither before nor after all agree', async () => {
    const { ann, ben, blendId } = await aPair();
    await fixture.db.query('insert into hidden_titles ("userId", "titleId") values ($1, $2), ($1, $3)', [ben.id, secret, both]);
    for (const agreed of [false, true]) {
      if (agreed) for (const viewer of [ann, ben]) await agree(viewer, blendId);
      for (const viewer of [ann, ben]) {
        const { people, shared } = await insightsFor(app.url, viewer.headers, { blendId });
        const his = people.find(({ userId }) => userId === String(ben.id));
        expect(his).toMatchObject({ seconds: 1_000, playCount: 1, genres: [{ genre: 'Romance' }] });
        expect(shared).toMatchObject({ genres: [], topGenre: null, topTitle: null, distance: 1 });
      }
    }
    const { people } = await insightsFor(app.url, ann.headers, { blendId });
    expect(people[1]?.plays?.nodes.map(({ title }) => Number(title.id))).toEqual([love]);
    expect((await insightsFor(app.url, ben.headers)).plays).toBe(3);
  });

  it('tell of a stretch of time the reader alone, until all agree: an evening’s sums would be that evening', async () => {
    const { ann, ben, blendId } = await aPair();
    for (const window of [{ from: '2024-03-01T00:00:00Z' }, { until: '2024-03-02T00:00:00Z' }]) {
      const { people, shared, ...all } = await insightsFor(app.url, ann.headers, { blendId, ...window });
      expect(people.map(({ userId }) => userId)).toEqual([String(ann.id)]);
      expect(shared).toBeNull();
      expect(all.plays).toBe(people[0]?.playCount);
    }
    for (const viewer of [ann, ben]) await agree(viewer, blendId);
    const open = await insightsFor(app.url, ann.headers, { blendId, until: '2024-03-02T00:00:00Z' });
    expect(open.people.map(({ playCount }) => playCount)).toEqual([1, 1]);
  });

  it('are nothing to strangers, to who has left, and of who has left', async () => {
    const { ann, ben, blendId } = await aPair();
    const stranger = await aViewer(app.url);
    const refused = await askInsights(app.url, stranger.headers, { blendId });
    const absent = await askInsights(app.url, stranger.headers, { blendId: '999999' });
    expect(codesOf(refused)).toEqual(['NOT_FOUND']);
    expect(JSON.stringify(refused.errors).replaceAll(blendId, 'id')).toBe(JSON.stringify(absent.errors).replaceAll('999999', 'id'));
    expect(refused.data).toBeNull();
    await act(app.url, ben, `leaveBlend(id: ${blendId})`, 'left');
    expect(codesOf(await askInsights(app.url, ben.headers, { blendId }))).toEqual(['NOT_FOUND']);
    const alone = await insightsFor(app.url, ann.headers, { blendId });
    expect(alone).toMatchObject({ plays: 2, shared: null });
    expect(alone.people).toHaveLength(1);
  });

  it('of somebody of whom nothing is known have no distance and nothing shared', async () => {
    const [ann, nobody] = [await whoPlayed([space]), await aViewer(app.url)];
    const { people, shared } = await insightsFor(app.url, ann.headers, { blendId: await aBlend(app.url, [ann, nobody]) });
    expect(people[1]).toMatchObject({ seconds: 0, kinds: [], genres: [] });
    expect(shared).toMatchObject({ distance: null, genres: [], topGenre: null });
  });
});

describe('insights', () => {
  it('are of the viewer alone, and of others for those who may look into people', async () => {
    const [ann, ben] = [await whoPlayed([space]), await whoPlayed([love])];
    expect(codesOf(await askInsights(app.url, ann.headers, { userId: String(ben.id) }))).toEqual(['FORBIDDEN']);
    expect(codesOf(await askInsights(app.url, {}, {}))).toEqual(['UNAUTHENTICATED']);
    const [admin, weak] = [await aKey(fixture.db, Scope.ADMIN), await aKey(fixture.db, Scope.RECOMMENDATIONS_READ)];
    expect((await insightsFor(app.url, admin, { userId: String(ben.id) })).plays).toBe(1);
    expect(codesOf(await askInsights(app.url, weak, { userId: String(ben.id) }))).toEqual(['FORBIDDEN']);
    expect(codesOf(await askInsights(app.url, admin, {}))).toEqual(['BAD_INPUT']);
  });

  it('of an import are of whose import it is', async () => {
    const [ann, ben] = [await aViewer(app.url), await whoPlayed([love])];
    const importId = await anImport(fixture.db, ann.id);
    await addPlays(fixture.db, ann.id, [
      { titleId: space, at: '2024-03-01T00:00:00Z', importId },
      { titleId: both, at: '2024-03-02T20:00:00Z' },
    ]);
    expect((await insightsFor(app.url, ann.headers, { importId: String(importId) })).plays).toBe(1);
    for (const id of [String(importId), '999999'])
      expect(codesOf(await askInsights(app.url, ben.headers, { importId: id }))).toEqual(['NOT_FOUND']);
    const blendId = await aBlend(app.url, [ann, ben]);
    expect((await askInsights(app.url, ann.headers, { importId: String(importId), blendId })).errors[0]?.extensions).toMatchObject({
      code: 'BAD_INPUT',
      field: 'input.importId',
    });
  });

  it('go by the time zone that the person told, unless another is asked for', async () => {
    const ann = await whoPlayed([space]);
    await fixture.db.query(`update users set "timeZone" = 'Asia/Tokyo' where id = $1`, [ann.id]);
    expect((await insightsFor(app.url, ann.headers)).timeZone).toBe('Asia/Tokyo');
    expect((await insightsFor(app.url, ann.headers, { timeZone: 'Europe/Rome' })).timeZone).toBe('Europe/Rome');
    expect((await insightsFor(app.url, ann.headers, { timeZone: 'SST' })).timeZone).toBe('Pacific/Guadalcanal');
    await fixture.db.query(`update users set "timeZone" = 'Nowhere/AtAll' where id = $1`, [ann.id]);
    expect((await insightsFor(app.url, ann.headers)).timeZone).toBe('UTC');
  });

  it('refuse what means nothing by the field that is at fault', async () => {
    const ann = await whoPlayed([space]);
    const faults = [
      [{ timeZone: 'Mars/Olympus' }, 'input.timeZone'],
      [{ timeZone: "'; select 1" }, 'input.timeZone'],
      [{ from: '2024-03-02T00:00:00Z', until: '2024-03-01T00:00:00Z' }, 'input.until'],
      [{ first: 0 }, 'input.first'],
      [{ first: 1_000_000_000 }, 'input.first'],
      [{ blendId: 'x' }, 'input.blendId'],
      [{ importId: '-1' }, 'input.importId'],
    ] as const;
    for (const [input, field] of faults)
      expect((await askInsights(app.url, ann.headers, input)).errors[0]?.extensions).toMatchObject({ code: 'BAD_INPUT', field });
    const of = (filter: string, page = '') =>
      ask(app.url, `{ insights { people { plays(of: { ${filter} }${page}) { nodes { timed } } } } }`, { headers: ann.headers });
    for (const [filter, field] of [
      ['hour: 24', 'of.hour'],
      ['weekday: 0', 'of.weekday'],
      ['actor: ""', 'of.actor'],
      ['titleId: "a b"', 'of.titleId'],
    ] as const)
      expect((await of(filter)).errors[0]?.extensions).toMatchObject({ code: 'BAD_INPUT', field });
    expect((await of('', ', first: 201')).errors[0]?.extensions).toMatchObject({ code: 'BAD_INPUT', field: 'first' });
    expect((await of('', ', after: "x"')).errors[0]?.extensions).toMatchObject({ code: 'BAD_INPUT', field: 'after' });
    expect(await playsBehind(app.url, ann.headers, { actor: 'Nobody', genre: 'None', kind: 'BOOK' })).toEqual([]);
  });
});
