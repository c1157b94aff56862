import pino from 'pino';
import { EventType } from '../../core/event';
import { CauseKind } from '../../core/notice';
import type { PersonalizeTargets } from '../../core/personalize/sync';
import { dataPlane } from '../../engine/personalize/clients';
import { putOperations } from '../../engine/personalize/put';
import { tellTitles, tellUsers } from '../../flow/personalize-changes';
import { createTargets } from '../../flow/personalize-targets';
import { startTeller, type Teller } from '../../flow/personalize-teller';
import { createTracker } from '../../flow/track';
import { withDatabase } from '../support/database';
import { anEvent } from '../support/event';
import { addUser } from '../support/person';
import { type DataServer, startDataServer } from '../support/personalize/data';
import { ALL_TARGETS } from '../support/personalize/targets';
import { aTitle } from '../support/title';
import { until } from '../support/until';

const fixture = withDatabase();
const log = pino({ level: 'silent' });
let now = new Date();
const clock = (): Date => now;

let server: DataServer;
let title: number;
let engine: ReturnType<typeof putOperations>;
beforeAll(async () => {
  server = await startDataServer();
  engine = putOperations({ plane: dataPlane(server.options), targets: () => ALL_TARGETS });
  title = await aTitle(fixture.db);
});
afterAll(() => server.stop());
beforeEach(() => {
  server.calls.length = 0;
  server.answerWith(() => ({}));
  now = new Date();
});

async function track(userId: number, type: EventType): Promise<void> {
  const tracker = createTracker({ database: fixture.database, log, clock, destinations: () => ['personalize'] });
  const events = [anEvent({ titleId: String(title), type })];
  await tracker.track({ owner: userId, subject: userId, mayNameUsers: false, events, sentAt: null, addressHash: null });
}

describe('what changes', () => {
  const parts = () => ({ db: fixture.db, engine, clock, log, paced: async () => undefined });

  it('of titles is told a minute later, ten a call, once', async () => {
    await fixture.db.query(`update titles set "updatedAt" = '2020-01-01'`);
    await tellTitles(parts(), 100);
    const ids = await Promise.all(Array.from({ length: 12 }, () => aTitle(fixture.db, { genres: ['Drama', 'Rock|Pop'], year: 1999 })));
    server.calls.length = 0;
    await tellTitles(parts(), 10);
    expect(server.calls).toEqual([]);
    now = new Date(now.getTime() + 120_000);
    await tellTitles(parts(), 10);
    await tellTitles(parts(), 10);
    expect(server.calls.map(({ path, body }) => [path, body.datasetArn, (body.items as unknown[]).length])).toEqual([
      ['/items', ALL_TARGETS.datasetArns.ITEMS, 10],
      ['/items', ALL_TARGETS.datasetArns.ITEMS, 2],
    ]);
    const [item] = (server.calls[0]?.body.items ?? []) as { itemId: string; properties: string }[];
    expect(ids.map(String)).toContain(item?.itemId);
    expect(JSON.parse(item?.properties ?? '')).toEqual({
      ...{ kind: 'MOVIE', genres: 'Drama|Rock/Pop', year: 1999 },
      creationTimestamp: expect.any(Number),
    });
  });

  it('of people is told of those who came lately, and one that is refused holds up no other', async () => {
    const ids = [await addUser(fixture.db), await addUser(fixture.db), await addUser(fixture.db)];
    await fixture.db.query(`update users set locale = 'de-AT', "timeZone" = 'Europe/Vienna' where id = $1`, [ids[0]]);
    server.answerWith(({ body }) => (JSON.stringify(body).includes(`"${ids[1]}"`) ? { error: 'InvalidInputException', status: 400 } : {}));
    await tellUsers(parts(), ids, new Date(now.getTime() + 60_000));
    expect(server.calls).toEqual([]);
    await tellUsers(parts(), ids, new Date(0));
    const users = server.calls.map(({ body }) => body.users as { userId: string; properties: string }[]);
    expect(users.map((some) => some.length)).toEqual([3, 1, 1, 1]);
    expect(JSON.parse(users[1]?.[0]?.properties ?? '')).toEqual({
      source: 'app',
      locale: 'de-AT',
      language: 'de',
      timeZone: 'Europe/Vienna',
    });
  });
});

describe('telling, once started', () => {
  it('goes on by itself: events and who is new, who changed, titles; nothing before there is somebody to tell, and nothing after its stop', async () => {
    const { db } = fixture;
    let known: PersonalizeTargets | null = null;
    let teller: Teller | null = null;
    const targets = createTargets({ read: async () => known, log, onRead: () => teller?.wake() });
    const plane = dataPlane(server.options);
    teller = startTeller({ db, plane, targets, clock: () => new Date(Date.now() + 1_000), log });
    const paths = (): string[] => server.calls.map(({ path }) => path).sort();
    const userId = await addUser(db);
    await track(userId, EventType.LIKE);
    teller.onNotice({ topic: 'outbox' });
    known = { ...ALL_TARGETS, datasetArns: { ...ALL_TARGETS.datasetArns, ITEMS: null } };
    expect(paths()).toEqual([]);
    targets.onNotice({ topic: 'personalize' });
    await until('the event and its person are told', () => paths().length === 2);
    expect(paths()).toEqual(['/events', '/users']);

    const changed = { userId, version: 9, cause: CauseKind.PREFERENCES, eventId: null, titleId: null };
    teller.onNotice({ topic: 'users', users: [changed, { ...changed, userId: userId + 1, cause: CauseKind.EVENT }] });
    await until('the change is told', () => paths().length === 3);
    expect(server.calls[2]?.body.users).toMatchObject([{ userId: String(userId) }]);

    await track(userId, EventType.CLICK);
    teller.onNotice({ topic: 'outbox' });
    await until('the second event is told, and its person not again', () => paths().length === 4);
    expect(paths()).toEqual(['/events', '/events', '/users', '/users']);
    await teller.stop();
    await track(userId, EventType.CLICK);
    teller.onNotice({ topic: 'outbox' });
    expect(await db.query('select from outbox')).toHaveLength(1);
    plane.close();
  });
});
