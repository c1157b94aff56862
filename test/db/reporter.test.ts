import { pino } from 'pino';
import { EventType } from '../../core/event';
import { MetricsPeriod } from '../../core/metrics-window';
import { countedNumbers } from '../../flow/metrics';
import { counting, createMetrics } from '../../server/metrics';
import { startReporter } from '../../server/reporter';
import { createTallies, type Tallies } from '../../server/tallies';
import { readLiveNumbers } from '../../store/live-numbers';
import { withDatabase } from '../support/database';
import { anEvent } from '../support/event';
import { aTitle } from '../support/title';
import { asViewer, aTracker } from '../support/tracker';
import { aUser } from '../support/user';

const fixture = withDatabase();
const clock = () => new Date();

function report(tallies: Tallies, sockets = 3) {
  const log = pino({ level: 'silent' });
  return startReporter({ db: fixture.db, clock, log, tallies, sockets: () => sockets, subscriptions: () => 2, directory: process.cwd() });
}

describe('what a server tells of itself', () => {
  it('is how many sockets it has and how full its disk is, until it leaves', async () => {
    const [one, other] = [report(createTallies()), report(createTallies(), 4)];
    await Promise.all([one.report(), other.report()]);
    const live = await readLiveNumbers(fixture.db, clock());
    expect(live).toMatchObject({ sockets: 7, subscriptions: 4, diskFreeBytes: expect.any(Number), diskBytes: expect.any(Number) });
    expect(live.processes.map(({ sockets }) => sockets).sort()).toEqual([3, 4]);
    await one.stop();
    expect((await readLiveNumbers(fixture.db, clock())).sockets).toBe(4);
    await other.stop();
  });

  it('is how long answers took, each once also when it could not be written at first', async () => {
    const tallies = createTallies();
    for (let times = 0; times < 10; times += 1) tallies.answered('http', 4);
    await fixture.db.query('alter table latency_slots add constraint broken check (false) not valid');
    const reporter = report(tallies);
    await reporter.report();
    await fixture.db.query('alter table latency_slots drop constraint broken');
    tallies.answered('http', 400);
    await reporter.report();
    await reporter.stop();
    const [{ total }] = await fixture.db.query('select sum(count) as total from latency_slots, unnest(bins) as count');
    expect(Number(total)).toBe(11);
    const input = { period: MetricsPeriod.DAY, timeZone: 'UTC', kind: null, placement: null, modelId: null };
    const { httpMs } = (await countedNumbers(fixture.db, input, clock())).now;
    expect([Math.round(httpMs?.p50 ?? 0), (httpMs?.p99 ?? 0) > 350]).toEqual([4, true]);
  });

  it('is which titles events named in vain, the rest of an event never', async () => {
    const { db, database } = fixture;
    const metrics = createMetrics();
    const [userId, titleId] = [await aUser(db), await aTitle(db)];
    const tracker = counting(aTracker(database), metrics);
    const unknown = { type: EventType.LIKE, titleId: 'imdb:tt404' };
    await tracker.track(
      asViewer(userId, [anEvent(unknown), anEvent(unknown), anEvent({ titleId }), anEvent({ type: EventType.RATING, titleId })]),
    );
    await tracker.track(asViewer(userId, [anEvent({ type: EventType.IMPRESSION, titleIds: [titleId, 'imdb:tt405'] })]));
    const reporter = report(metrics.tallies);
    await reporter.report();
    expect((await readLiveNumbers(db, clock())).unknownTitles).toMatchObject([
      { reference: 'imdb:tt404', events: 2 },
      { reference: 'imdb:tt405', events: 1 },
    ]);
    await reporter.stop();
    metrics.stop();
  });

  it('fills no memory with titles that somebody makes up', () => {
    const tallies = createTallies();
    for (let times = 0; times < 3; times += 1) tallies.missed('imdb:tt1');
    for (let made = 0; made < 5_000; made += 1) tallies.missed(`made:${made}`);
    const { unknownTitles } = tallies.take();
    expect([unknownTitles.size, unknownTitles.get('imdb:tt1')]).toEqual([1_000, 3]);
  });
});
