import { pino } from 'pino';
import { topicEntry } from '../../core/aws/topic-entry';
import { EventType } from '../../core/event';
import { OutboxDestination } from '../../core/outbox';
import { openTopic, type Topic } from '../../engine/aws/sns';
import { publishDue, startPublisher } from '../../flow/publish-events';
import { outboxCounts, takeFromOutbox } from '../../store/outbox';
import { keepPartitions } from '../../store/partitions';
import { withDatabase } from '../support/database';
import { anEvent } from '../support/event';
import { type TestQueue, withQueues } from '../support/queues';
import { aTitle } from '../support/title';
import { asKey, aTracker } from '../support/tracker';
import { until } from '../support/until';

const fixture = withDatabase();
const queues = withQueues();
const log = pino({ level: 'silent' });
const clock = () => new Date();

beforeAll(() => keepPartitions(fixture.db, new Date()));
beforeEach(() => fixture.db.query('delete from outbox'));

async function eventsOf(count: number, given: object = {}): Promise<readonly string[]> {
  const titleId = await aTitle(fixture.db);
  const events = Array.from({ length: count }, () => anEvent({ titleId, userId: 'app:ann', ...given }));
  await aTracker(fixture.database, [OutboxDestination.SNS]).track(asKey(events));
  return events.map(({ id }) => String(id));
}

async function parts(topicArn: string, topic: Partial<Topic> = {}) {
  const opened = await openTopic({ topicArn, client: queues.sns });
  return { db: fixture.db, topic: { ...opened, close: () => undefined, ...topic }, installation: 'here', clock, log };
}

const idsIn = async (queue: TestQueue): Promise<readonly string[]> =>
  (await queues.drained(queue)).map(({ Body }) => JSON.parse(Body ?? '').id);
const standing = async () => (await outboxCounts(fixture.db)).find(({ destination }) => destination === OutboxDestination.SNS);

describe('publishing events', () => {
  it('brings each accepted event to every queue of the topic, with what subscriptions filter by', async () => {
    const [keeps, recommends] = [await queues.aQueue(), await queues.aQueue()];
    const ids = await eventsOf(13);
    expect(await publishDue(await parts(await queues.aTopic([keeps, recommends])))).toEqual({ taken: 13, failure: null });
    const [first, ...others] = await queues.drained(keeps);
    expect([first, ...others].map((message) => JSON.parse(message?.Body ?? '').id).sort()).toEqual([...ids].sort());
    expect([...(await idsIn(recommends))].sort()).toEqual([...ids].sort());
    expect(await standing()).toMatchObject({ waiting: 0, setApart: 0 });
    expect(first?.MessageAttributes).toMatchObject({
      type: { StringValue: 'WATCH_INTERVAL' },
      source: { StringValue: 'app' },
      installation: { StringValue: 'here' },
    });
  });

  it('sets apart what the topic refuses, with its reason, and publishes the rest of the call', async () => {
    const queue = await queues.aQueue();
    const ids = await eventsOf(4);
    const large = JSON.stringify({ playId: 'x'.repeat(300_000) });
    await fixture.db.query(`update outbox set body = body || $2::jsonb where body ->> 'id' = $1`, [ids[1], large]);
    await publishDue(await parts(await queues.aTopic([queue])));
    expect([...(await idsIn(queue))].sort()).toEqual(ids.filter((_, index) => index !== 1).sort());
    expect(await standing()).toMatchObject({ waiting: 0, setApart: 1, failure: expect.stringContaining('too long') });
  });

  it('tries those of a call alone that it refused, and later those that failed otherwise', async () => {
    const queue = await queues.aQueue();
    await eventsOf(3);
    const real = await openTopic({ topicArn: await queues.aTopic([queue]), client: queues.sns });
    const calls: number[] = [];
    const topic: Partial<Topic> = {
      async publish(entries) {
        calls.push(entries.length);
        if (entries.length === 1) return real.publish(entries);
        const [refused, failed, ...good] = entries;
        await real.publish(good);
        return [
          { id: refused?.id ?? 0, reason: 'InvalidParameter', refused: true },
          { id: failed?.id ?? 0, reason: 'InternalError', refused: false },
        ];
      },
    };
    await publishDue(await parts('arn:aws:sns:eu-north-1:000000000000:unused', topic));
    expect(calls).toEqual([3, 1]);
    expect(await idsIn(queue)).toHaveLength(2);
    expect(await standing()).toMatchObject({ waiting: 1, setApart: 0, failure: 'InternalError' });
  });

  it('keeps everything while the topic is out of reach, and says why', async () => {
    await eventsOf(12);
    const { taken, failure } = await publishDue(await parts('arn:aws:sns:eu-north-1:000000000000:nowhere'));
    expect([taken, failure]).toEqual([12, expect.stringMatching(/NotFound/)]);
    expect(await standing()).toMatchObject({ waiting: 12, setApart: 0, failure: expect.stringMatching(/NotFound/) });
  });

  it('publishes again what was published by a process that died before it noted so, with the same ids', async () => {
    const queue = await queues.aQueue();
    const ids = await eventsOf(3);
    const all = await parts(await queues.aTopic([queue]));
    const taking = { destination: OutboxDestination.SNS, limit: 10, now: clock(), leaseSeconds: 60 };
    const rows = await takeFromOutbox(all.db, taking);
    expect(await all.topic.publish(rows.map((row) => topicEntry(row, all.installation)))).toEqual([]);
    expect(await publishDue(all)).toMatchObject({ taken: 0 });
    await publishDue({ ...all, clock: () => new Date(Date.now() + 61_000) });
    expect([...(await idsIn(queue))].sort()).toEqual([...ids, ...ids].sort());
    expect(await standing()).toMatchObject({ waiting: 0 });
  });

  it('publishes nothing of a group that was rolled back', async () => {
    const queue = await queues.aQueue();
    const { db, database } = fixture;
    const tracker = aTracker({ ...database, db: failingAtCommit(db) }, [OutboxDestination.SNS]);
    await expect(tracker.track(asKey([anEvent({ titleId: await aTitle(db), userId: 'app:ann' })]))).rejects.toThrow('not committed');
    expect(await publishDue(await parts(await queues.aTopic([queue])))).toEqual({ taken: 0, failure: null });
  });

  it('keeps the order of one person in a FIFO topic and drops what comes twice', async () => {
    const queue = await queues.aQueue({ FifoQueue: 'true' });
    const ids = await eventsOf(25, { type: EventType.CLICK });
    await fixture.db.query('create table kept as select * from outbox order by id');
    const all = await parts(await queues.aTopic([queue], { fifo: true }));
    while ((await publishDue(all)).taken > 0);
    await fixture.db.query('insert into outbox (destination, "userId", body) select destination, "userId", body from kept');
    while ((await publishDue(all)).taken > 0);
    expect(await idsIn(queue)).toEqual(ids);
  });

  it('sleeps until it is woken, shares the work of several, and stops in order', async () => {
    const queue = await queues.aQueue();
    const topicArn = await queues.aTopic([queue]);
    const publishers = [startPublisher(await parts(topicArn)), startPublisher(await parts(topicArn))];
    const ids = await eventsOf(60);
    for (const { wake } of publishers) wake();
    await until('all are published', async () => (await standing())?.waiting === 0);
    await Promise.all(publishers.map(({ stop }) => stop()));
    expect([...(await idsIn(queue))].sort()).toEqual([...ids].sort());
  });
});

function failingAtCommit(db: typeof fixture.db): typeof fixture.db {
  const transaction = (run: (db: never) => Promise<unknown>) =>
    db.transaction(async (within) => {
      await run(within as never);
      throw new Error('not committed');
    });
  return Object.create(db, { transaction: { value: transaction } });
}
