import { randomUUID } from 'node:crypto';
import { ReceiveMessageCommand } from '@aws-sdk/client-sqs';
import { pino } from 'pino';
import { AppError, ErrorCode } from '../../core/errors';
import { type Inbox, openInbox } from '../../engine/aws/sqs';
import { type Intake, startTakingIn } from '../../flow/take-in';
import type { Tracker } from '../../flow/track';
import { installationOf } from '../../store/installation';
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
const running: Intake[] = [];

beforeAll(() => keepPartitions(fixture.db, new Date()));
afterEach(() => Promise.all(running.splice(0).map(({ stop }) => stop())));

interface Given {
  readonly deadLetters?: TestQueue;
  readonly tracker?: Tracker;
  readonly inbox?: (real: Inbox) => Partial<Inbox>;
  readonly visibleSeconds?: number;
  readonly receives?: number;
}

async function anIntake(queue: TestQueue, { deadLetters, tracker, inbox, visibleSeconds = 2, receives = 2 }: Given = {}): Promise<Intake> {
  const real = await openInbox({ queueUrl: queue.url, deadLetterUrl: deadLetters?.url ?? null, client: queues.sqs });
  const parts = { tracker: tracker ?? aTracker(fixture.database), installation: await installationOf(fixture.db), log, visibleSeconds };
  const intake = startTakingIn({ ...parts, inbox: { ...real, close: () => undefined, ...inbox?.(real) }, receives });
  running.push(intake);
  return intake;
}

/** An event by somebody whom nobody else names. */
async function aQueued(given: object = {}) {
  const [titleId, person] = [await aTitle(fixture.db, { seconds: 100 }), randomUUID()];
  return { person, titleId, event: anEvent({ id: randomUUID(), titleId: String(titleId), userId: `app:${person}`, ...given }) };
}

async function storedOf(person: string): Promise<readonly { plays: number; secondsPlayed: number; events: number }[]> {
  return fixture.db.query(
    `select i.plays, i."secondsPlayed", (select count(*)::int from events e where e."userId" = u.id) as events
     from users u join interactions i on i."userId" = u.id where u."externalId" = $1 order by i."titleId"`,
    [person],
  );
}

const empty = async (queue: TestQueue): Promise<boolean> => {
  const { ready, held } = await queues.counted(queue);
  return ready + held === 0;
};
const once = [{ plays: 1, secondsPlayed: 10, events: 1 }];

describe('events by queue', () => {
  it('are stored alone, in a list and in the envelope of SNS, and removed once they are', async () => {
    const queue = await queues.aQueue();
    const [alone, first, second, wrapped] = [await aQueued(), await aQueued(), await aQueued(), await aQueued({ id: undefined })];
    await queues.send(queue, alone.event);
    await queues.send(queue, [first.event, second.event]);
    await queues.send(queue, { Type: 'Notification', MessageId: randomUUID(), Message: JSON.stringify(wrapped.event) });
    const intake = await anIntake(queue);
    await until('the queue is empty', () => empty(queue));
    for (const { person } of [alone, first, second, wrapped]) expect(await storedOf(person)).toEqual(once);
    expect(intake.counts).toEqual({ stored: 3, refused: 0, givenBack: 0 });
  });

  it('count once however often they come: sent twice, given out twice, and by both deliveries of a topic', async () => {
    const queue = await queues.aQueue();
    const { person, event } = await aQueued();
    for (const message of [event, event, [event, event]]) await queues.send(queue, message);
    await queues.send(queue, { Type: 'Notification', MessageId: randomUUID(), Message: JSON.stringify(event) });
    await anIntake(queue);
    await until('the queue is empty', () => empty(queue));
    expect(await storedOf(person)).toEqual(once);
  });

  it('count once when the process dies between the commit and the removal', async () => {
    const queue = await queues.aQueue();
    const { person, event } = await aQueued({ id: undefined });
    await queues.send(queue, event);
    const dead = await anIntake(queue, { visibleSeconds: 1, inbox: () => ({ remove: () => Promise.reject(new Error('killed')) }) });
    await until('it is stored', async () => (await storedOf(person)).length === 1);
    await dead.stop();
    expect(await empty(queue)).toBe(false);
    await anIntake(queue);
    await until('the queue is empty', () => empty(queue));
    expect(await storedOf(person)).toEqual(once);
  });

  it('that will never be taken go to the dead-letter queue with the reason, and the rest of their message is stored', async () => {
    const [queue, deadLetters] = [await queues.aQueue(), await queues.aQueue()];
    const { person, event } = await aQueued();
    const unknown = { ...event, id: randomUUID(), titleId: 'imdb:tt404' };
    await queues.send(queue, [event, unknown, 'no event']);
    await queues.send(queue, 'not { json');
    const intake = await anIntake(queue, { deadLetters });
    await until('the queue is empty', () => empty(queue));
    expect(await storedOf(person)).toEqual(once);
    const letters = (await queues.drained(deadLetters)).map(({ Body, MessageAttributes }) => [
      Body,
      MessageAttributes?.reason?.StringValue,
    ]);
    expect(letters).toHaveLength(2);
    expect(letters).toContainEqual([JSON.stringify([unknown, 'no event']), expect.stringMatching(/^titleId: .* And 1 more\.$/)]);
    expect(letters).toContainEqual(['not { json', expect.stringMatching(/^Expected JSON/)]);
    expect(intake.counts).toMatchObject({ stored: 0, refused: 2 });
  });

  it('that will never be taken are left to the redrive policy of their queue where no dead-letter queue is named', async () => {
    const deadLetters = await queues.aQueue();
    const RedrivePolicy = JSON.stringify({ deadLetterTargetArn: deadLetters.arn, maxReceiveCount: '1' });
    const queue = await queues.aQueue({ RedrivePolicy });
    await queues.send(queue, 'poison');
    await anIntake(queue, { visibleSeconds: 1 });
    await until('the policy has moved it', async () => (await queues.counted(deadLetters)).ready === 1);
    expect((await queues.drained(deadLetters)).map(({ Body }) => Body)).toEqual(['poison']);
  });

  it('that the server has no room for are held until it has, and others are given none of them', async () => {
    const queue = await queues.aQueue();
    const { person, event } = await aQueued();
    const real = aTracker(fixture.database);
    let tries = 0;
    const track: Tracker['track'] = async (request) => {
      tries += 1;
      if (tries < 4) throw new AppError(ErrorCode.UNAVAILABLE, 'Too many events wait.');
      return real.track(request);
    };
    await queues.send(queue, event);
    const intake = await anIntake(queue, { visibleSeconds: 1, tracker: { ...real, track } });
    await until('three tries have failed', () => tries >= 4);
    await until('the queue is empty', () => empty(queue));
    expect(await storedOf(person)).toEqual(once);
    expect([tries, intake.counts]).toEqual([4, { stored: 1, refused: 0, givenBack: 0 }]);
  });

  it('that one message spoils for its batch are stored all the same', async () => {
    const queue = await queues.aQueue();
    const [good, bad] = [await aQueued(), await aQueued()];
    const real = aTracker(fixture.database);
    const track: Tracker['track'] = (request) =>
      JSON.stringify(request.events).includes(bad.person) ? Promise.reject(new Error('broken')) : real.track(request);
    for (const { event } of [good, bad]) await queues.send(queue, event);
    const intake = await anIntake(queue, { visibleSeconds: 1, tracker: { ...real, track } });
    await until('the good one is stored', async () => (await storedOf(good.person)).length === 1);
    await intake.stop();
    expect(intake.counts).toMatchObject({ givenBack: 1 });
    expect(await storedOf(bad.person)).toEqual([]);
    await anIntake(queue);
    await until('the queue is empty', () => empty(queue));
    expect([await storedOf(good.person), await storedOf(bad.person)]).toEqual([once, once]);
  });

  it('are given back when the process stops before they are stored, however long that takes', async () => {
    const queue = await queues.aQueue();
    const { event } = await aQueued();
    let asked = false;
    const track: Tracker['track'] = () => {
      asked = true;
      return new Promise(() => undefined);
    };
    await queues.send(queue, event);
    const intake = await anIntake(queue, { visibleSeconds: 20, receives: 1, tracker: { ...aTracker(fixture.database), track } });
    await until('it is being stored', () => asked);
    await intake.stop();
    const asking = { QueueUrl: queue.url, WaitTimeSeconds: 5 };
    expect((await queues.sqs.send(new ReceiveMessageCommand(asking))).Messages).toHaveLength(1);
  });

  it('that this Kinograph has published itself are known again', async () => {
    const { db, database } = fixture;
    const queue = await queues.aQueue();
    const { person, event } = await aQueued({ id: 'short' });
    await aTracker(database, ['sns']).track(asKey([event]));
    const [{ body }] = await db.query(`select body from outbox where body ->> 'userId' = $1`, [`app:${person}`]);
    await queues.send(queue, { ...body, installation: await installationOf(db) });
    await anIntake(queue);
    await until('the queue is empty', () => empty(queue));
    expect(await storedOf(person)).toEqual(once);
  });
});
