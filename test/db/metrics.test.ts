import { EventType } from '../../core/event';
import type { MetricsInput } from '../../core/metrics';
import { MetricsPeriod } from '../../core/metrics-window';
import { SLOT_MS } from '../../core/slot';
import { TitleKind } from '../../core/title';
import { keepGauges } from '../../flow/attend';
import { countedNumbers } from '../../flow/metrics';
import { addLatencies } from '../../store/latency-slots';
import { withDatabase } from '../support/database';
import { anEvent } from '../support/event';
import { countAll, serve } from '../support/metrics';
import { aTitle } from '../support/title';
import { asViewer, aTracker } from '../support/tracker';
import { aUser } from '../support/user';

const fixture = withDatabase();
const { CLICK, IMPRESSION, LIKE } = EventType;
const WEEK_MS = 7 * 86_400_000;

const input = (given: Partial<MetricsInput> = {}): MetricsInput => ({
  ...{ period: MetricsPeriod.DAY, timeZone: 'UTC', kind: null, placement: null, modelId: null },
  ...given,
});
const counted = (given: Partial<MetricsInput> = {}, now = new Date()) => countedNumbers(fixture.db, input(given), now);

beforeEach(async () => {
  await countAll(fixture.database);
  for (const table of ['event_slots', 'served_slots', 'sketch_slots', 'latency_slots', 'gauge_slots', 'sightings'])
    await fixture.db.query(`delete from ${table}`);
});

/** Events of a kind and hour, straight into the table. */
async function slot(at: string, events: number, kind = 'MOVIE'): Promise<void> {
  await fixture.db.query(
    `insert into event_slots (slot, type, kind, events, seconds) values ($1, 'LIKE', $2, $3, 0)
     on conflict (slot, type, kind) do update set events = event_slots.events + excluded.events`,
    [at, kind, events],
  );
}

describe('the numbers of the dashboard', () => {
  it('are what people did and what lists showed, by kind, placement and model', async () => {
    const { db, database } = fixture;
    const [ann, bob] = [await aUser(db), await aUser(db)];
    const [film, other, book] = [await aTitle(db, { seconds: 7_200 }), await aTitle(db), await aTitle(db, { kind: TitleKind.BOOK })];
    const home = await serve(db, { userId: ann, titleId: film, modelId: 3 }, { userId: ann, titleId: other, modelId: 3 });
    await serve(db, { userId: bob, titleId: book, placement: 'side-list', modelId: 4 });
    const tracker = aTracker(database);
    await tracker.track(
      asViewer(ann, [
        anEvent({ type: IMPRESSION, titleIds: [film, other], recommendationId: home }),
        anEvent({ type: CLICK, titleId: film, recommendationId: home }),
        anEvent({ titleId: film, toSeconds: 3_600, recommendationId: home }),
      ]),
    );
    await tracker.track(asViewer(bob, [anEvent({ type: LIKE, titleId: book })]));
    await countAll(database);
    await keepGauges(db, new Date());
    const all = await counted();
    expect(all.now).toMatchObject({
      ...{ events: 4, activePeople: 2, hoursWatched: 1, lists: 2, titlesServed: 3, distinctTitles: 3 },
      ...{ impressions: 2, clicked: 1, watched: 1, clickThrough: 0.5, watchThrough: 0.5, coverage: 1, httpMs: null },
    });
    expect(all.before).toMatchObject({ events: 0, activePeople: 0, clickThrough: null });
    expect(all.series).toHaveLength(24);
    expect(all.series.reduce((sum, point) => sum + point.now.events, 0)).toBe(4);
    expect(all.byType.map(({ type, events }) => [type, events]).sort()).toEqual([
      ['CLICK', 1],
      ['IMPRESSION', 1],
      ['LIKE', 1],
      ['WATCH_INTERVAL', 1],
    ]);
    expect(all.byKind).toMatchObject([
      { kind: 'MOVIE', events: 3, served: { titlesServed: 2, clickThrough: 0.5 } },
      { kind: 'BOOK', events: 1, served: { titlesServed: 1, clickThrough: null } },
    ]);
    expect(all.byPlacement).toMatchObject([{ placement: 'home', served: { lists: 1 } }, { placement: 'side-list' }]);
    expect(all.byModel).toMatchObject([{ modelId: 3, engine: 'LOCAL', served: { clicked: 1 } }, { modelId: 4 }]);
    expect((await counted({ kind: TitleKind.BOOK })).now).toMatchObject({
      events: 1,
      activePeople: 1,
      lists: 1,
      distinctTitles: 1,
      coverage: 1,
    });
    expect((await counted({ placement: 'side-list' })).now).toMatchObject({ lists: 1, impressions: 0, events: 4 });
    expect((await counted({ modelId: 3 })).now).toMatchObject({ lists: 1, impressions: 2, clicked: 1 });
    expect((await counted({ placement: 'nowhere' })).now).toMatchObject({ lists: 0, titlesServed: 0 });
  });

  it('stand beside those of a week before, up to the same time of day', async () => {
    const now = new Date('2026-05-20T12:20:00Z');
    const before = now.getTime() - WEEK_MS;
    const at = (ms: number) => new Date(Math.floor(ms / SLOT_MS) * SLOT_MS).toISOString();
    await slot(at(now.getTime()), 10);
    await slot(at(before - SLOT_MS), 3);
    // An hour later last week has not come yet today.
    await slot(at(before + 3_600_000), 100);
    const { now: today, before: lastWeek } = await counted({}, now);
    expect([today.events, lastWeek.events]).toEqual([10, 3]);
    const week = await counted({ period: MetricsPeriod.WEEK }, now);
    expect([week.now.events, week.before.events]).toEqual([10, 3]);
  });

  it('belong to the day that the clocks of the time zone show, also where they change', async () => {
    // In Berlin the clocks go forward in the night to 29 March 2026: that day begins at 23:00 UTC and ends at 22:00.
    await slot('2026-03-28T22:45:00Z', 1);
    await slot('2026-03-28T23:00:00Z', 2);
    await slot('2026-03-29T21:45:00Z', 4);
    await slot('2026-03-29T22:00:00Z', 8);
    const now = new Date('2026-03-30T09:00:00Z');
    const days = async (timeZone: string) => {
      const { series } = await counted({ period: MetricsPeriod.WEEK, timeZone }, now);
      return series.slice(-3).map((point) => point.now.events);
    };
    expect(await days('Europe/Berlin')).toEqual([1, 6, 8]);
    expect(await days('UTC')).toEqual([3, 12, 0]);
    // Kathmandu is 5 h 45 min ahead: its 29 March begins at 18:15 UTC.
    expect(await days('Asia/Kathmandu')).toEqual([0, 3, 12]);
  });

  it('tell how long answers took, of all servers together', async () => {
    const { db } = fixture;
    const now = new Date();
    const bins = (bin: number, count: number) => Object.assign(new Array<number>(72).fill(0), { [bin]: count });
    await addLatencies(db, new Map([['http', bins(10, 98)]]), now);
    await addLatencies(
      db,
      new Map([
        ['http', bins(50, 2)],
        ['recommendations', bins(20, 5)],
      ]),
      now,
    );
    const { now: numbers } = await counted();
    expect(numbers.httpMs?.p50).toBeCloseTo(0.1 * 2 ** (9.5 / 4), 2);
    expect(numbers.httpMs?.p99).toBeCloseTo(0.1 * 2 ** (49.5 / 4), 0);
    expect(numbers.recommendationMs?.p50).toBe(numbers.recommendationMs?.p99);
  });

  it('are refused for a time zone that there is not', async () => {
    await expect(counted({ timeZone: 'Mars/Olympus' })).rejects.toMatchObject({ code: 'BAD_INPUT', field: 'input.timeZone' });
  });
});
