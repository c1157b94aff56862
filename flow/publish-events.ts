import type { Logger } from 'pino';
import { type TopicEntry, topicBatches, topicEntry } from '../core/aws/topic-entry';
import { nextTry, OutboxDestination, type Outgoing } from '../core/outbox';
import { isRefusal, type Topic, type Undelivered } from '../engine/aws/sns';
import type { Db } from '../store/database';
import { retryOutbox, setApart, settleOutbox, takeFromOutbox } from '../store/outbox';
import { type OutboxLoop, workOnOutbox } from './outbox-loop';

interface Parts {
  readonly db: Db;
  readonly topic: Topic;
  /** See `installationOf`. */
  readonly installation: string;
  readonly clock: () => Date;
  readonly log: Logger;
}

const destination = OutboxDestination.SNS;
const LEASE_SECONDS = 60;
const IN_A_CALL = 10;
/** More calls at once publish no more a second from one process. */
const CALLS_AT_ONCE = 5;

/**
 * Takes what waits for the topic and publishes it; answers how many events it took and whether the topic could be reached at all. An event
 * that is published and not yet removed when the process dies is published again, with the same id.
 */
export async function publishDue({ db, topic, installation, clock }: Parts): Promise<{ taken: number; failure: string | null }> {
  const limit = topic.fifo ? IN_A_CALL : IN_A_CALL * CALLS_AT_ONCE;
  const rows = await takeFromOutbox(db, { destination, limit, now: clock(), leaseSeconds: LEASE_SECONDS });
  const calls = topicBatches(rows.map((row) => topicEntry(row, installation)));
  const undelivered: Undelivered[] = [];
  let failure: string | null = null;
  const send = async (entries: readonly TopicEntry[]): Promise<void> => {
    const sent = await sendAll(topic, entries);
    undelivered.push(...sent.undelivered);
    failure ??= sent.failure;
  };
  if (topic.fifo) for (const entries of calls) await send(entries);
  else await Promise.all(calls.map(send));
  await settle(db, { rows, undelivered, now: clock() });
  return { taken: rows.length, failure };
}

interface Sent {
  readonly undelivered: readonly Undelivered[];
  /** Why the topic could not be reached; null when it answered. */
  readonly failure: string | null;
}

/** One call; what it refuses is tried one by one, so that one bad event holds up no other. */
async function sendAll(topic: Topic, entries: readonly TopicEntry[]): Promise<Sent> {
  try {
    const undelivered = await topic.publish(entries);
    const doubtful = entries.length > 1 ? undelivered.filter(({ refused }) => refused).map(({ id }) => id) : [];
    const again = entries.filter(({ id }) => doubtful.includes(id));
    return { undelivered: [...undelivered.filter(({ id }) => !doubtful.includes(id)), ...(await oneByOne(topic, again))], failure: null };
  } catch (error) {
    const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    if (isRefusal(error) && entries.length > 1) return { undelivered: await oneByOne(topic, entries), failure: null };
    const refused = isRefusal(error);
    return { undelivered: entries.map(({ id }) => ({ id, reason, refused })), failure: refused ? null : reason };
  }
}

async function oneByOne(topic: Topic, entries: readonly TopicEntry[]): Promise<readonly Undelivered[]> {
  const undelivered: Undelivered[] = [];
  for (const entry of entries) undelivered.push(...(await sendAll(topic, [entry])).undelivered);
  return undelivered;
}

interface Attempt {
  readonly rows: readonly Outgoing[];
  readonly undelivered: readonly Undelivered[];
  readonly now: Date;
}

async function settle(db: Db, { rows, undelivered, now }: Attempt): Promise<void> {
  const left = new Map(undelivered.map((one) => [one.id, one]));
  await settleOutbox(
    db,
    rows.filter(({ id }) => !left.has(id)).map(({ id }) => id),
  );
  for (const { id, attempts } of rows) {
    const one = left.get(id);
    if (one?.refused) await setApart(db, [id], one.reason, now);
    else if (one) await retryOutbox(db, [id], nextTry(now, attempts), one.reason);
  }
}

/** Publishes what waits until it is stopped, and closes the topic then. */
export function startPublisher(parts: Parts): OutboxLoop {
  const { db, clock, log, topic } = parts;
  const publishing = workOnOutbox({
    ...{ db, clock, log },
    async turn() {
      const { taken, failure } = await publishDue(parts);
      if (failure !== null) throw new Error(failure);
      return taken > 0;
    },
    destination: () => destination,
    failure: 'Events could not be published; they are kept and tried again.',
  });
  return {
    wake: publishing.wake,
    async stop() {
      await publishing.stop();
      topic.close();
    },
  };
}
