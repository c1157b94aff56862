import pino from 'pino';
import { EventType } from '../../core/event';
import { dataPlane } from '../../engine/personalize/clients';
import { putOperations } from '../../engine/personalize/put';
import { type Telling, tellDue } from '../../flow/personalize-stream';
import { createTracker } from '../../flow/track';
import { withDatabase } from '../support/database';
import { anEvent } from '../support/event';
import { addUser } from '../support/person';
import { type DataServer, startDataServer } from '../support/personalize/data';
import { ALL_TARGETS } from '../support/personalize/targets';
import { aTitle } from '../support/title';

const fixture = withDatabase();
const log = pino({ level: 'silent' });
let now = new Date();
const clock = (): Date => now;

interface WireEvent {
  readonly eventId: string;
  readonly eventType: string;
  readonly itemId: string;
  readonly sentAt: number;
  readonly eventValue?: number;
}

let server: DataServer;
let title: number;
let engine: ReturnType<typeof putOperations>;
beforeAll(async () => {
  server = await startDataServer();
  engine = putOperations({ plane: dataPlane(server.options), targets: () => ALL_TARGETS });
  title = await aTitle(fixture.db, { genres: ['Drama', 'Rock|Pop'], year: 1999, seconds: 100 });
});
afterAll(() => server.stop());
beforeEach(async () => {
  await fixture.db.query('delete from outbox');
  server.calls.length = 0;
  server.answerWith(() => ({}));
  // Rows are due from PostgreSQL's own now on.
  now = new Date(Date.now() + 1_000);
});

const tell = (given: Partial<Telling> = {}) => tellDue({ db: fixture.db, engine, clock, paced: async () => undefined, ...given });
const sent = (): WireEvent[] => server.calls.flatMap(({ body }) => body.eventList as WireEvent[]);
const waiting = (): Promise<{ attempts: number; failure: string | null; failedAt: Date | null }[]> =>
  fixture.db.query('select attempts, failure, "failedAt" from outbox order by id');

async function track(userId: number, events: readonly object[]): Promise<void> {
  const tracker = createTracker({ database: fixture.database, log, clock, destinations: () => ['personalize'] });
  const told = events.map((event) => anEvent({ titleId: String(title), occurredAt: now.toISOString(), ...event }));
  const results = await tracker.track({
    owner: userId,
    subject: userId,
    mayNameUsers: false,
    events: told,
    sentAt: null,
    addressHash: null,
  });
  expect(results.map(({ status }) => status)).toEqual(events.map(() => 'ACCEPTED'));
}

/** So many likings of as many titles. */
async function likings(count: number): Promise<{ readonly type: EventType; readonly titleId: string }[]> {
  const ids = await Promise.all(Array.from({ length: count }, () => aTitle(fixture.db)));
  return ids.map((id) => ({ type: EventType.LIKE, titleId: String(id) }));
}

describe('what people do', () => {
  it('is told by our ids in seconds, at most ten events of one person a call, and leaves the outbox', async () => {
    const [one, other] = [await addUser(fixture.db), await addUser(fixture.db)];
    await track(one, [{ type: EventType.RATING, value: 4.5 }, ...(await likings(11))]);
    await track(other, [{ type: EventType.CLICK }]);
    expect(await tell()).toMatchObject({ taken: 13, failure: null });
    expect(server.calls.map(({ path, body }) => [path, body.userId, body.sessionId, (body.eventList as unknown[]).length]).sort()).toEqual([
      ['/events', String(one), String(one), 10],
      ['/events', String(one), String(one), 2],
      ['/events', String(other), String(other), 1],
    ]);
    expect(sent().find(({ eventType }) => eventType === 'RATING')).toEqual({
      eventId: expect.stringMatching(/^[\da-f]{8}-[\da-f]{4}-5[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/),
      eventType: 'RATING',
      eventValue: 4.5,
      itemId: String(title),
      sentAt: Math.floor(now.getTime() / 1000),
    });
    expect(await waiting()).toEqual([]);
  });

  it('is told once a play: clicked, then watched once half of the title is covered', async () => {
    const userId = await addUser(fixture.db);
    const play = (fromSeconds: number, toSeconds: number) => ({ type: EventType.WATCH_INTERVAL, playId: 'p', fromSeconds, toSeconds });
    await track(userId, [play(0, 10), play(10, 20), play(20, 30)]);
    await tell();
    await track(userId, [play(30, 60)]);
    await tell();
    await track(userId, [play(60, 90)]);
    await tell();
    expect(sent().map(({ eventType }) => eventType)).toEqual(['clicked', 'watched', 'watched']);
    expect(new Set(sent().map(({ eventId }) => eventId)).size).toBe(2);
  });

  it('is told of the show of an episode, and not told where nothing was done', async () => {
    const show = await aTitle(fixture.db, { kind: 'SHOW' as never });
    const episode = await aTitle(fixture.db, { kind: 'EPISODE' as never, parentId: show, season: 1, number: 1 });
    await track(await addUser(fixture.db), [
      { type: EventType.LIKE, titleId: String(episode) },
      { type: EventType.DONT_KNOW },
      { type: EventType.IMPRESSION, titleId: null, titleIds: [String(title)] },
    ]);
    expect(await tell()).toMatchObject({ taken: 3, failure: null });
    expect(sent().map(({ itemId }) => itemId)).toEqual([String(show)]);
    expect(await waiting()).toEqual([]);
  });
});

describe('where Personalize does not take what it is told', () => {
  it('sets the one event apart that it refuses, with the reason, and tells all others', async () => {
    const likes = await likings(10);
    const poison = likes[6]?.titleId;
    server.answerWith(({ body }) =>
      (body.eventList as WireEvent[]).some(({ itemId }) => itemId === poison) ? { error: 'InvalidInputException', status: 400 } : {},
    );
    await track(await addUser(fixture.db), likes);
    expect(await tell()).toMatchObject({ taken: 10, failure: null });
    expect(await waiting()).toEqual([{ attempts: 1, failure: 'InvalidInputException: As the test wants it.', failedAt: expect.any(Date) }]);
    const taken = new Set(
      server.calls
        .filter(({ body }) => !JSON.stringify(body).includes(`"${poison}"`))
        .flatMap(({ body }) => (body.eventList as WireEvent[]).map(({ itemId }) => itemId)),
    );
    expect(taken.size).toBe(9);
    expect(server.calls.length).toBeLessThanOrEqual(9);
  });

  it.each([
    ['throttles', { error: 'ThrottlingException', status: 400 }],
    ['has a fault', { error: 'InternalFailure', status: 500 }],
    ['does not know our keys', { error: 'UnrecognizedClientException', status: 403 }],
  ])('keeps everything for later when it %s, without asking on', async (_, told) => {
    server.answerWith(() => told);
    for (let at = 0; at < 40; at++) await track(await addUser(fixture.db), [{ type: EventType.CLICK }]);
    const { failure } = await tell();
    expect(failure).toContain(told.error);
    expect(server.calls.length).toBeLessThanOrEqual(16);
    expect((await waiting()).map(({ failedAt }) => failedAt)).toEqual(Array(40).fill(null));
    expect((await tell()).taken).toBe(0);
    server.answerWith(() => ({}));
    now = new Date(now.getTime() + 1_000);
    expect(await tell()).toMatchObject({ taken: 40, failure: null });
    expect(await waiting()).toEqual([]);
  });

  it('loses nothing and makes nothing count twice when the process dies in the middle', async () => {
    const userId = await addUser(fixture.db);
    await track(userId, await likings(25));
    let calls = 0;
    const counted = {
      putEvents: async (events: Parameters<typeof engine.putEvents>[0]): Promise<void> => {
        calls += 1;
        await engine.putEvents(events);
      },
    };
    // The second call arrives, and nobody is left to note it.
    const dying = new Proxy(fixture.db, {
      get: (target, name) =>
        name === 'query' && calls >= 2 ? () => Promise.reject(new Error('killed')) : Reflect.get(target, name).bind(target),
    });
    await expect(tell({ engine: counted, db: dying })).rejects.toThrow('killed');
    expect(sent()).toHaveLength(20);
    expect(await waiting()).toHaveLength(15);
    expect((await tell()).taken).toBe(0);
    now = new Date(now.getTime() + 61_000);
    expect(await tell()).toMatchObject({ taken: 15, failure: null });
    expect(await waiting()).toEqual([]);
    expect(sent()).toHaveLength(35);
    expect(new Set(sent().map(({ eventId }) => eventId)).size).toBe(25);
  });
});
