import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateTopicCommand, SNSClient } from '@aws-sdk/client-sns';
import { CreateQueueCommand, GetQueueAttributesCommand, SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import { pino } from 'pino';
import { OutboxDestination } from '../core/outbox';
import { openTopic } from '../engine/aws/sns';
import { openInbox } from '../engine/aws/sqs';
import { publishDue } from '../flow/publish-events';
import { startTakingIn } from '../flow/take-in';
import { createTracker, type Tracker } from '../flow/track';
import { type Database, type Db, migrate, openDatabase } from '../store/database';
import { startEmbedded } from '../store/embedded/server';
import { installationOf } from '../store/installation';
import { keepPartitions } from '../store/partitions';
import { startFauxqs } from '../test/support/fauxqs';
import { machine } from './machine';

const USERS = 20_000;
const TITLES = 10_000;
const MESSAGES = 30_000;
const PUBLISHED = 5_000;
const IN_A_CALL = 10;
const CALLS_AT_ONCE = 16;
const REQUEST_EVENTS = 100;

const log = pino({ level: 'silent' });
const clock = () => new Date();
const oneOf = (most: number): number => 1 + Math.floor(Math.random() * most);

async function prepare({ db, ...database }: Database): Promise<void> {
  await migrate({ db, ...database });
  await keepPartitions(db, clock());
  await db.query(`insert into users (source, "externalId") select 'app', n::text from generate_series(1, ${USERS}) n`);
  await db.query(
    `insert into titles (kind, name, "searchName", seconds) select 'MOVIE', 'Film ' || n, 'film ' || n, 6000 from generate_series(1, ${TITLES}) n`,
  );
  await db.query(`insert into external_ids ("titleId", source, value) select n, 'shop', n::text from generate_series(1, ${TITLES}) n`);
}

function anEvent(): object {
  const fromSeconds = oneOf(5_900);
  return {
    ...{ id: randomUUID(), type: 'WATCH_INTERVAL', occurredAt: clock().toISOString(), playId: 'p' },
    ...{ titleId: `shop:${oneOf(TITLES)}`, userId: `app:${oneOf(USERS)}`, fromSeconds, toSeconds: fromSeconds + 10 },
  };
}

async function fill(sqs: SQSClient, QueueUrl: string): Promise<void> {
  let left = MESSAGES / IN_A_CALL;
  const send = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      const Entries = Array.from({ length: IN_A_CALL }, (_, at) => ({ Id: String(at), MessageBody: JSON.stringify(anEvent()) }));
      await sqs.send(new SendMessageBatchCommand({ QueueUrl, Entries }));
    }
  };
  await Promise.all(Array.from({ length: CALLS_AT_ONCE }, send));
}

async function takenIn(db: Db, tracker: Tracker, sqs: SQSClient, queueUrl: string): Promise<number> {
  const inbox = await openInbox({ queueUrl, deadLetterUrl: null, client: sqs });
  const begun = performance.now();
  const intake = startTakingIn({ inbox, tracker, installation: await installationOf(db), log });
  while (intake.counts.stored < MESSAGES) await new Promise((resolve) => setTimeout(resolve, 5));
  const seconds = (performance.now() - begun) / 1000;
  const asked = { QueueUrl: queueUrl, AttributeNames: ['All' as const] };
  const { Attributes: of } = await sqs.send(new GetQueueAttributesCommand(asked));
  const [{ count }] = await db.query('select count(*) as count from events');
  if (Number(count) !== MESSAGES) throw new Error(`${MESSAGES} messages made ${count} events; ${of?.ApproximateNumberOfMessages} wait.`);
  await intake.stop();
  return MESSAGES / seconds;
}

async function published(db: Db, sns: SNSClient, topicArn: string): Promise<number> {
  const topic = await openTopic({ topicArn, client: sns });
  const parts = { db, topic, installation: await installationOf(db), clock, log };
  const begun = performance.now();
  let events = 0;
  for (let taken = 1; taken > 0; ) {
    taken = (await publishDue(parts)).taken;
    events += taken;
  }
  return events / ((performance.now() - begun) / 1000);
}

async function main(): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), 'kinograph-queue-'));
  const server = await startEmbedded({ directory, log });
  const url = server.url.replace(/\/[^/]*$/, '/queue');
  const admin = await openDatabase(server.url, { connections: 1 });
  await admin.db.query('create database queue');
  await admin.close();
  const database = await openDatabase(url, { connections: 10 });
  const stand = await startFauxqs();
  try {
    await prepare(database);
    const [sqs, sns] = [new SQSClient(stand.connection), new SNSClient(stand.connection)];
    console.log(`queue on ${machine()}; SQS and SNS are fauxqs in a process of its own; a message is one interval, named from outside`);
    const { QueueUrl = '' } = await sqs.send(new CreateQueueCommand({ QueueName: 'events' }));
    await fill(sqs, QueueUrl);
    const tracker = createTracker({ database, log, clock });
    const rate = await takenIn(database.db, tracker, sqs, QueueUrl);
    console.log(`${MESSAGES} messages taken from the queue, stored and removed: ${rate.toFixed(0)} messages/s (bar: 3000)`);
    const passing = createTracker({ database, log, clock, destinations: () => [OutboxDestination.SNS] });
    for (let sent = 0; sent < PUBLISHED; sent += REQUEST_EVENTS) {
      const events = Array.from({ length: REQUEST_EVENTS }, anEvent);
      await passing.track({ owner: -2, subject: null, mayNameUsers: true, events, sentAt: null, addressHash: null });
    }
    const { TopicArn = '' } = await sns.send(new CreateTopicCommand({ Name: 'events' }));
    console.log(`${PUBLISHED} events published from the outbox: ${(await published(database.db, sns, TopicArn)).toFixed(0)} events/s`);
  } finally {
    await database.close();
    await stand.stop();
    await server.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
