import { CreditRole, TitleKind } from '../../core/title';
import { mergeTitles } from '../../flow/title-merge';
import { addCredits } from '../../store/title-facts';
import { startApp, type TestApp } from '../support/app';
import { withDatabase } from '../support/database';
import { addPlays, anImport, insightsFor, playsBehind, type ToldInsights } from '../support/play';
import { aTitle } from '../support/title';
import { aViewer, type Viewer } from '../support/viewer';

const fixture = withDatabase();
let app: TestApp;
let harbour: number;
let pier: number;
let night: number;
let heat: number;
let bride: number;

const HOUR = 3_600;

async function withCast(titleId: number, names: readonly string[]): Promise<number> {
  const facts = names.map((name, position) => ({ role: CreditRole.ACTOR, name, character: null, position }));
  await addCredits(fixture.db, [{ titleId, facts }]);
  return titleId;
}

beforeAll(async () => {
  const show = { kind: TitleKind.SHOW };
  harbour = await withCast(await aTitle(fixture.db, { ...show, name: 'Harbour', genres: ['Crime', 'Drama'], seconds: 3_000 }), [
    'Ann',
    'Bob',
  ]);
  pier = await aTitle(fixture.db, { kind: TitleKind.EPISODE, name: 'The Pier', parentId: harbour, season: 1, number: 1, seconds: 2_700 });
  night = await withCast(await aTitle(fixture.db, { ...show, name: 'Night', genres: ['Comedy'], seconds: 1_200 }), ['Bob']);
  heat = await withCast(await aTitle(fixture.db, { name: 'Heat', genres: ['Crime'], seconds: 10_000 }), ['Ann', 'Cid', 'Ann']);
  bride = await aTitle(fixture.db, { name: 'Bride', genres: ['Drama', 'Drama', ''] });
  app = await startApp(fixture.url);
});
afterAll(() => app.stop());

async function somebody(plays: Parameters<typeof addPlays>[2]): Promise<Viewer> {
  const viewer = await aViewer(app.url);
  await addPlays(fixture.db, viewer.id, plays);
  return viewer;
}

async function told(viewer: Viewer, input = {}): Promise<ToldInsights['people'][number]> {
  const [person] = (await insightsFor(app.url, viewer.headers, input)).people;
  if (person === undefined) throw new Error('Nobody was told of.');
  return person;
}

describe('insights of one person', () => {
  it('add up as the original did: minutes by kind, title and genre, appearances of actors', async () => {
    const ann = await somebody([
      { titleId: harbour, at: '2024-03-01T20:00:00Z' },
      { titleId: harbour, at: '2024-03-08T20:00:00Z' },
      { titleId: night, at: '2024-03-09T20:00:00Z' },
      { titleId: heat, at: '2024-03-10T20:00:00Z' },
      { titleId: bride, at: '2024-03-11T20:00:00Z' },
    ]);
    const { people, ...all } = await insightsFor(app.url, ann.headers);
    expect(all).toEqual({ seconds: 17_200, plays: 5, titles: 4, timeZone: 'UTC', shared: null });
    expect(people).toHaveLength(1);
    const [own] = people;
    expect(own).toMatchObject({ userId: String(ann.id), seconds: 17_200, playCount: 5, titles: 4, unknownSeconds: 1, untimedPlays: 0 });
    expect(own?.kinds).toEqual([
      { kind: 'MOVIE', plays: 2, seconds: 10_000, titles: 2 },
      { kind: 'SHOW', plays: 3, seconds: 7_200, titles: 2 },
    ]);
    expect(own?.shows).toEqual([
      { title: { id: String(harbour) }, plays: 2, seconds: 6_000, firstAt: '2024-03-01T20:00:00.000Z', lastAt: '2024-03-08T20:00:00.000Z' },
      { title: { id: String(night) }, plays: 1, seconds: 1_200, firstAt: '2024-03-09T20:00:00.000Z', lastAt: '2024-03-09T20:00:00.000Z' },
    ]);
    expect(own?.films?.map(({ title, seconds }) => [title.id, seconds])).toEqual([
      [String(heat), 10_000],
      [String(bride), 0],
    ]);
    // Each play counts again, once for each who acts in it; a full length to every genre of the title.
    expect(own?.actors).toEqual([
      { name: 'Ann', plays: 3, seconds: 16_000, titles: 2 },
      { name: 'Bob', plays: 3, seconds: 7_200, titles: 2 },
      { name: 'Cid', plays: 1, seconds: 10_000, titles: 1 },
    ]);
    expect(own?.genres).toEqual([
      { genre: 'Crime', plays: 3, seconds: 16_000, titles: 2 },
      { genre: 'Drama', plays: 3, seconds: 6_000, titles: 2 },
      { genre: 'Comedy', plays: 1, seconds: 1_200, titles: 1 },
    ]);
    expect([own?.first?.title.id, own?.last?.title.id]).toEqual([String(harbour), String(bride)]);
  });

  it('count one sitting as one play, by what was really played, and an episode to its show', async () => {
    const viewer = await somebody([
      { titleId: heat, at: '2024-03-01T20:00:00Z', seconds: 600, playId: 'a' },
      { titleId: heat, at: '2024-03-01T20:30:00Z', seconds: 300, playId: 'a' },
      { titleId: heat, at: '2024-03-02T20:00:00Z', seconds: 50, playId: 'b' },
      { titleId: pier, at: '2024-03-03T20:00:00Z' },
      { titleId: pier, at: '2024-03-04T20:00:00Z', seconds: 100 },
      { titleId: pier, at: '2024-03-04T21:00:00Z', seconds: 20 },
      { titleId: bride, at: '2024-03-05T20:00:00Z', mediaSeconds: 5_000 },
    ]);
    const own = await told(viewer);
    expect(own).toMatchObject({ playCount: 5, seconds: 600 + 300 + 50 + 2_700 + 120 + 5_000, unknownSeconds: 0 });
    expect(own.shows?.map(({ title, plays, seconds }) => [title.id, plays, seconds])).toEqual([[String(harbour), 2, 2_820]]);
    expect(own.plays?.nodes.map(({ title, seconds }) => [Number(title.id), seconds])).toEqual([
      [bride, 5_000],
      [pier, 120],
      [pier, 2_700],
      [heat, 50],
      [heat, 900],
    ]);
  });

  it('take what was merged for the title that stands', async () => {
    const twin = await aTitle(fixture.db, { name: 'Heat again', seconds: 1 });
    const viewer = await somebody([
      { titleId: twin, at: '2024-03-01T20:00:00Z' },
      { titleId: heat, at: '2024-03-02T20:00:00Z' },
    ]);
    await mergeTitles(fixture.db, { actor: 'system', fromId: twin, intoId: heat, now: new Date() });
    const own = await told(viewer);
    expect(own.films).toEqual([{ title: { id: String(heat) }, plays: 2, seconds: 20_000 }]);
    expect(await playsBehind(app.url, viewer.headers, { titleId: String(twin) })).toHaveLength(2);
  });

  it('go by the clocks of the time zone, and put a day without a time into no hour', async () => {
    const viewer = await aViewer(app.url);
    const importId = await anImport(fixture.db, viewer.id);
    await addPlays(fixture.db, viewer.id, [
      // Half past eight on the 1st of January in Tokyo, still Sunday the 31st in Berlin.
      { titleId: heat, at: '2023-12-31T23:30:00Z', seconds: HOUR },
      { titleId: heat, at: '2024-01-01T00:00:00Z', importId, timed: false },
      { titleId: heat, at: '2024-01-02T00:00:00Z', importId, timed: true },
    ]);
    const [utc, tokyo, angeles] = await Promise.all(
      ['UTC', 'Asia/Tokyo', 'America/Los_Angeles'].map((timeZone) => told(viewer, { timeZone })),
    );
    const met = (spans: readonly { plays: number }[] | null | undefined): number[] =>
      (spans ?? []).flatMap(({ plays }, at) => (plays > 0 ? [at] : []));
    expect(utc?.months?.map(({ from, plays }) => [from, plays])).toEqual([
      ['2023-12-01T00:00:00.000Z', 1],
      ['2024-01-01T00:00:00.000Z', 2],
    ]);
    expect([met(utc?.weekdays), met(utc?.hours)]).toEqual([
      [0, 1, 6],
      [0, 23],
    ]);
    expect(tokyo?.months?.map(({ from, plays }) => [from, plays])).toEqual([['2023-12-31T15:00:00.000Z', 3]]);
    expect([met(tokyo?.weekdays), met(tokyo?.hours)]).toEqual([
      [0, 1],
      [8, 9],
    ]);
    // The day that the file names stays the 1st of January, a Monday, wherever one lives.
    expect([met(angeles?.weekdays), met(angeles?.hours)]).toEqual([
      [0, 6],
      [15, 16],
    ]);
    for (const told of [utc, tokyo, angeles]) {
      expect(told?.untimedPlays).toBe(1);
      expect(told?.weekdays).toHaveLength(7);
      expect(told?.hours).toHaveLength(24);
      expect(told?.hours?.reduce((sum, { plays }) => sum + plays, 0)).toBe(2);
    }
    const since = { from: '2024-01-01T08:00:00Z', timeZone: 'America/Los_Angeles' };
    expect((await told(viewer, since)).playCount).toBe(2);
    expect((await told(viewer, { ...since, until: '2024-01-01T08:00:01Z' })).playCount).toBe(1);
  });

  it('tell binges: of one show, three plays or more of which none waits over three hours, or three on one day', async () => {
    const viewer = await aViewer(app.url);
    const importId = await anImport(fixture.db, viewer.id);
    const at = (time: string) => `2024-03-${time}:00Z`;
    await addPlays(fixture.db, viewer.id, [
      ...['01T22:00', '02T01:00', '02T03:59'].map((time) => ({ titleId: pier, at: at(time) })),
      ...['02T07:00', '02T08:00'].map((time) => ({ titleId: harbour, at: at(time) })),
      ...['05T00:00', '05T00:00', '05T00:00', '05T00:00', '06T00:00', '06T00:00'].map((time) => ({
        titleId: night,
        at: at(time),
        importId,
      })),
      ...['09T10:00', '09T11:00', '09T12:00'].map((time) => ({ titleId: heat, at: at(time) })),
      ...['10T10:00', '10T11:00', '10T14:01'].map((time) => ({ titleId: night, at: at(time) })),
    ]);
    expect((await told(viewer)).binges).toEqual([
      { title: { id: String(night) }, at: '2024-03-05T00:00:00.000Z', plays: 4, seconds: 4_800 },
      { title: { id: String(harbour) }, at: '2024-03-01T22:00:00.000Z', plays: 3, seconds: 8_100 },
    ]);
  });

  it('of who played nothing are empty, with every day and hour', async () => {
    const own = await told(await aViewer(app.url));
    expect(own).toMatchObject({
      seconds: 0,
      playCount: 0,
      kinds: [],
      shows: [],
      films: [],
      actors: [],
      genres: [],
      months: [],
      binges: [],
    });
    expect([own.first, own.last, own.plays?.nodes]).toEqual([null, null, []]);
    expect(own.hours?.every(({ plays, seconds }) => plays === 0 && seconds === 0)).toBe(true);
  });
});
