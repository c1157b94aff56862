import fc from 'fast-check';
import { CreditRole, TitleKind } from '../../core/title';
import { addCredits } from '../../store/title-facts';
import { startApp, type TestApp } from '../support/app';
import { withDatabase } from '../support/database';
import { type AddedPlay, addPlays, anImport, insightsFor, playsBehind } from '../support/play';
import { aTitle } from '../support/title';
import { aViewer } from '../support/viewer';

const fixture = withDatabase();
let app: TestApp;
const titles: number[] = [];

beforeAll(async () => {
  const facts = [
    { kind: TitleKind.SHOW, genres: ['Crime', 'Drama'], seconds: 3_000, actors: ['Ann', 'Bob'] },
    { kind: TitleKind.SHOW, genres: ['Drama'], seconds: null, actors: ['Bob'] },
    { kind: TitleKind.MOVIE, genres: ['Crime', 'Crime'], seconds: 7_000, actors: ['Ann', 'Ann'] },
    { kind: TitleKind.MOVIE, genres: [], seconds: null, actors: [] },
    { kind: TitleKind.VIDEO, genres: ['Drama'], seconds: 60, actors: ['Cid'] },
  ];
  for (const { actors, ...given } of facts) {
    const id = await aTitle(fixture.db, given);
    const credits = actors.map((name, position) => ({ role: CreditRole.ACTOR, name, character: null, position }));
    await addCredits(fixture.db, [{ titleId: id, facts: credits }]);
    titles.push(id);
  }
  for (const number of [1, 2])
    titles.push(
      await aTitle(fixture.db, { kind: TitleKind.EPISODE, parentId: titles[0] ?? 0, season: 1, number, seconds: 1_000 * number }),
    );
  app = await startApp(fixture.url);
});
afterAll(() => app.stop());

const somePlay = fc.record({
  title: fc.nat(6),
  day: fc.integer({ min: 0, max: 90 }),
  minute: fc.nat(1_439),
  seconds: fc.option(fc.integer({ min: 1, max: 9_000 }), { nil: undefined }),
  play: fc.constantFrom('a', 'b', undefined),
  from: fc.constantFrom('here', 'file'),
  timed: fc.boolean(),
});
const ZONES = ['UTC', 'Europe/Berlin', 'America/St_Johns', 'Asia/Kathmandu'];

describe('every total', () => {
  it('is the sum of the plays behind it, to the second', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(somePlay, { minLength: 1, maxLength: 25 }), fc.constantFrom(...ZONES), async (made, timeZone) => {
        const viewer = await aViewer(app.url);
        const importId = await anImport(fixture.db, viewer.id);
        const added = made.map(({ title, day, minute, seconds, play, from, timed }): AddedPlay => {
          const at = new Date(Date.UTC(2024, 1, 15 + day, 0, from === 'file' && !timed ? 0 : minute)).toISOString();
          const told = { titleId: titles[title] ?? 0, at, ...(seconds !== undefined && { seconds }) };
          return from === 'file' ? { ...told, importId, timed } : { ...told, ...(play !== undefined && { playId: `${play} ${day}` }) };
        });
        await addPlays(fixture.db, viewer.id, added);
        const input = { timeZone, first: 100 };
        const { people, ...all } = await insightsFor(app.url, viewer.headers, input);
        const own = people[0];
        if (own === undefined) throw new Error('Nobody was told of.');
        const sumOf = async (of: Record<string, unknown>) => {
          const plays = await playsBehind(app.url, viewer.headers, of, input);
          return { plays: plays.length, seconds: plays.reduce((sum, { seconds }) => sum + (seconds ?? 0), 0) };
        };
        const whole = await sumOf({});
        expect(whole).toEqual({ plays: own.playCount, seconds: own.seconds });
        expect([all.plays, all.seconds]).toEqual([own.playCount, own.seconds]);
        const totals = [
          ...own.kinds.map((each) => ({ each, of: { kind: each.kind } })),
          ...[...(own.shows ?? []), ...(own.films ?? [])].map((each) => ({ each, of: { titleId: each.title.id } })),
          ...(own.actors ?? []).map((each) => ({ each, of: { actor: each.name } })),
          ...own.genres.map((each) => ({ each, of: { genre: each.genre } })),
          ...(own.months ?? []).map((each) => ({ each, of: { month: each.from } })),
          ...(own.weekdays ?? []).map((each) => ({ each, of: { weekday: each.weekday } })),
          ...(own.hours ?? []).filter(({ plays }) => plays > 0).map((each) => ({ each, of: { hour: each.hour } })),
        ];
        for (const { each, of } of totals) expect([of, await sumOf(of)]).toEqual([of, { plays: each.plays, seconds: each.seconds }]);
        const sum = (parts: readonly { plays: number }[] | null): number => (parts ?? []).reduce((total, { plays }) => total + plays, 0);
        expect([sum(own.kinds), sum(own.months), sum(own.weekdays)]).toEqual([own.playCount, own.playCount, own.playCount]);
        expect(sum(own.hours) + own.untimedPlays).toBe(own.playCount);
        expect(added.filter(({ importId }) => importId !== undefined).length).toBe(
          (await playsBehind(app.url, viewer.headers, {}, { ...input, importId: String(importId) })).length,
        );
      }),
      { numRuns: 6 },
    );
  });

  it('can be traced to the row of the file, as it is written there', async () => {
    const viewer = await aViewer(app.url);
    const importId = await anImport(fixture.db, viewer.id);
    await addPlays(fixture.db, viewer.id, [
      { titleId: titles[0] ?? 0, at: '2024-03-01T00:00:00Z', importId },
      { titleId: titles[2] ?? 0, at: '2024-03-02T00:00:00Z', importId },
      { titleId: titles[2] ?? 0, at: '2024-03-03T10:00:00Z' },
    ]);
    const plays = await playsBehind(app.url, viewer.headers, {});
    expect(plays.map(({ number, text, timed, importId: from }) => [number, text, timed, from])).toEqual([
      [null, null, true, null],
      [2, 'Row 2', false, String(importId)],
      [1, 'Row 1', false, String(importId)],
    ]);
  });
});
