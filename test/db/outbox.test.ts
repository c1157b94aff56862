import { randomUUID } from 'node:crypto';
import { EventType } from '../../core/event';
import { OutboxDestination } from '../../core/outbox';
import type { Db } from '../../store/database';
import { nextInOutbox, outboxCounts, retryOutbox, returnSetApart, setApart, settleOutbox, takeFromOutbox } from '../../store/outbox';
import { keepPartitions } from '../../store/partitions';
import { withDatabase } from '../support/database';
import { anEvent } from '../support/event';
import { aTitle } from '../support/title';
import { asKey, aTracker, statuses } from '../support/tracker';

const fixture = withDatabase();
const destination = OutboxDestination.SNS;
const now = new Date('2027-01-01T00:00:00Z');
const taking = { destination, limit: 100, now, leaseSeconds: 60 };

beforeAll(() => keepPartitions(fixture.db, new Date()));
beforeEach(() => fixture.db.query('delete from outbox'));

const passedOn = () => aTracker(fixture.database, [destination]);
const waiting = (db: Db) => takeFromOutbox(db, { ...taking, leaseSeconds: 0 });

describe('the outbox', () => {
  it('holds each accepted event once, with the names that other systems know, and nothing of one that was refused', async () => {
    const { db } = fixture;
    const [name, titleId, other] = [`app:${randomUUID()}`, await aTitle(db), await aTitle(db)];
    await db.query(`insert into external_ids ("titleId", source, value) values ($1, 'imdb', $2)`, [titleId, `tt${titleId}`]);
    const good = anEvent({ id: randomUUID(), titleId, userId: name });
    const shown = anEvent({ id: 'not a uuid', type: EventType.IMPRESSION, titleIds: [titleId, other], userId: name });
    const results = await passedOn().track(asKey([good, good, shown, anEvent({ titleId: '999999', userId: name })]));
    expect(statuses(results)).toEqual(['ACCEPTED', 'DUPLICATE', 'ACCEPTED', 'REJECTED titleId']);
    const [user] = await db.query(`select id from users where source || ':' || "externalId" = $1`, [name]);
    const rows = await waiting(db);
    expect(rows.map(({ body }) => body)).toEqual([
      {
        id: good.id,
        type: 'WATCH_INTERVAL',
        occurredAt: good.occurredAt,
        userId: name,
        titleId: `imdb:tt${titleId}`,
        fromSeconds: 0,
        toSeconds: 10,
        row: { owner: -2, id: good.id, userId: user.id, titleId },
      },
      {
        id: expect.stringMatching(/^[0-9a-f-]{36}$/),
        type: 'IMPRESSION',
        occurredAt: shown.occurredAt,
        userId: name,
        titleIds: [`imdb:tt${titleId}`, String(other)],
        row: { owner: -2, id: 'not a uuid', userId: user.id, titleIds: [titleId, other] },
      },
    ]);
  });

  it('holds nothing where no destination is active', async () => {
    const { db, database } = fixture;
    await aTracker(database).track(asKey([anEvent({ titleId: await aTitle(db), userId: 'app:nowhere' })]));
    expect(await waiting(db)).toEqual([]);
  });

  it('gives each event to one of several at a time, and again once a lease has ended', async () => {
    const { db } = fixture;
    const titleId = await aTitle(db);
    await passedOn().track(asKey(Array.from({ length: 40 }, () => anEvent({ titleId, userId: 'app:shared' }))));
    const taken = await Promise.all(Array.from({ length: 5 }, () => takeFromOutbox(db, { ...taking, limit: 10 })));
    const ids = taken.flat().map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    await settleOutbox(db, ids.slice(0, 10));
    expect(await waiting(db)).toHaveLength(40 - ids.length);
    const later = new Date(now.getTime() + 61_000);
    expect(await nextInOutbox(db, destination)).toEqual(expect.any(Date));
    const again = await takeFromOutbox(db, { ...taking, now: later });
    expect(again.map(({ attempts }) => attempts)).toEqual(Array.from({ length: 30 }, () => 2));
  });

  it('keeps what failed until it is due, sets apart what was refused, and has that tried again when told', async () => {
    const { db } = fixture;
    const titleId = await aTitle(db);
    await passedOn().track(asKey([1, 2, 3].map(() => anEvent({ titleId, userId: 'app:failing' }))));
    const [first, second] = (await takeFromOutbox(db, taking)).map(({ id }) => id);
    await retryOutbox(db, [first as number], new Date(now.getTime() + 1000), 'Out of reach.');
    await setApart(db, [second as number], 'Too large.', now);
    expect(await waiting(db)).toEqual([]);
    const [count] = (await outboxCounts(db)).filter(({ destination: of }) => of === destination);
    expect(count).toEqual({ destination, waiting: 2, oldestAt: expect.any(Date), setApart: 1, failure: 'Too large.' });
    expect(await returnSetApart(db, destination, now)).toBe(1);
    expect((await waiting(db)).map(({ id, attempts }) => [id, attempts])).toEqual([[second, 1]]);
  });
});
