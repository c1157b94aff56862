import { setMaxListeners } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from 'pino';
import { type QueueMessage, readMessage } from '../core/aws/queue-message';
import type { Inbox } from '../engine/aws/sqs';
import { type Judgement, storeEvents, type Taken } from './take-in-store';
import type { Tracker } from './track';

interface Parts {
  readonly inbox: Inbox;
  readonly tracker: Tracker;
  /** See `installationOf`. */
  readonly installation: string;
  readonly log: Logger;
  /** Batches that are asked for and worked on at the same time. */
  readonly receives?: number;
  /** For how long a message is ours before another is given it; held for longer while it is worked on. */
  readonly visibleSeconds?: number;
}

/** What became of the messages since the start. */
export interface IntakeCounts {
  /** Stored, or known already, without a refused event. */
  readonly stored: number;
  /** With an event that will never be taken. */
  readonly refused: number;
  /** Given back to the queue, to come again. */
  readonly givenBack: number;
}

/** An intake that goes on until it is stopped. */
export interface Intake {
  readonly counts: IntakeCounts;
  /** Asks for no more and ends within a second of the commit in flight; what is not stored by then is given back. */
  stop(): Promise<void>;
}

/** Eight took in 2,797 messages/s where sixteen took 3,103 and 3,413 (bench/queue.ts): more of them share a commit. */
const RECEIVES = 16;
const VISIBLE_SECONDS = 30;
/** A message is held again when a third of its time has passed. */
const HOLDS = 3;
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 10_000;
/** After so many, half a minute in all, messages go back to the queue: another process may fare better. */
const MOST_TRIES = 8;
const PATIENCE_MS = 800;

const pauseMs = (tries: number): number => Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** tries);

/**
 * Takes events from a queue until it is stopped. A message is removed once its events are committed, so that none is lost; one that comes
 * twice is known by the ids of its events. What will never be taken goes to the dead-letter queue, and the rest of its message is stored.
 */
export function startTakingIn({ inbox, tracker, installation, log, receives = RECEIVES, visibleSeconds = VISIBLE_SECONDS }: Parts): Intake {
  const leaving = new AbortController();
  // Each call of the SDK listens, and so does each batch: as many as there are receives, and no leak.
  setMaxListeners(0, leaving.signal);
  const counts = { stored: 0, refused: 0, givenBack: 0 };

  async function keepTaking(): Promise<void> {
    for (let failures = 0; !leaving.signal.aborted; ) {
      try {
        const messages = await inbox.receive(visibleSeconds, leaving.signal);
        failures = 0;
        if (messages.length > 0) await work(messages);
      } catch (error) {
        if (leaving.signal.aborted) return;
        log.warn({ err: error, failures }, 'The queue of events is out of reach.');
        await delay(pauseMs(failures), undefined, { signal: leaving.signal }).catch(() => undefined);
        failures += 1;
      }
    }
  }

  async function work(messages: readonly QueueMessage[]): Promise<void> {
    const hold = (): void => void inbox.hold(messages, visibleSeconds).catch((error: unknown) => log.debug({ err: error }, 'Not held.'));
    const holding = setInterval(hold, (visibleSeconds * 1000) / HOLDS);
    try {
      const taken = messages.map((message): Taken => ({ message, read: readMessage(message, installation) }));
      const judged = await within(storeAll(taken));
      await finish(judged ?? taken.map(({ message }) => ({ message, refusal: null, stored: false })));
    } finally {
      clearInterval(holding);
    }
  }

  /** All in one call; where that fails each message alone, so that one bad message holds up no other. */
  async function storeAll(taken: readonly Taken[]): Promise<readonly Judgement[]> {
    try {
      return await storeEvents(tracker, taken);
    } catch (error) {
      log.warn({ err: error, messages: taken.length }, 'A batch of messages was not stored; trying each alone.');
      return Promise.all(taken.map(patiently));
    }
  }

  /** Held back meanwhile: giving it back would count against it where the queue moves a message that came too often. */
  async function patiently(one: Taken): Promise<Judgement> {
    for (let tries = 0; tries < MOST_TRIES && !leaving.signal.aborted; tries += 1) {
      await delay(pauseMs(tries), undefined, { signal: leaving.signal }).catch(() => undefined);
      const [judgement] = await storeEvents(tracker, [one]).catch((error: unknown) => {
        log.warn({ err: error, messageId: one.message.id, tries }, 'A message was not stored.');
        return [];
      });
      if (judgement) return judgement;
    }
    return { message: one.message, refusal: null, stored: false };
  }

  /** Null when it took too long after the intake was told to stop. */
  async function within<T>(work: Promise<T>): Promise<T | null> {
    const done = new AbortController();
    const tooLong = (async () => {
      if (!leaving.signal.aborted)
        await new Promise((resolve) => leaving.signal.addEventListener('abort', resolve, { signal: done.signal }));
      return delay(PATIENCE_MS, null, { signal: done.signal }).catch(() => null);
    })();
    try {
      return await Promise.race([work, tooLong]);
    } finally {
      done.abort();
    }
  }

  async function finish(judged: readonly Judgement[]): Promise<void> {
    const done: QueueMessage[] = [];
    for (const { message, refusal, stored } of judged) {
      if (refusal === null && stored) done.push(message);
      if (refusal !== null && (await told(message, refusal))) done.push(message);
    }
    const back = judged.filter(({ stored }) => !stored).map(({ message }) => message);
    counts.stored += judged.filter(({ refusal, stored }) => stored && refusal === null).length;
    counts.refused += judged.filter(({ refusal }) => refusal !== null).length;
    counts.givenBack += back.length;
    if (done.length > 0) await inbox.remove(done);
    if (back.length > 0) await inbox.hold(back, 0);
  }

  /** True where it may be removed: without a dead-letter queue of ours it stays for the queue's own. */
  async function told(message: QueueMessage, { body, reason }: { body: string; reason: string }): Promise<boolean> {
    log.warn({ messageId: message.id, reason }, 'A message holds what will never be taken.');
    if (inbox.tell === null) return false;
    return inbox.tell({ message, body, reason }).then(
      () => true,
      (error: unknown) => {
        log.error({ err: error, messageId: message.id }, 'The dead-letter queue is out of reach; the message comes again.');
        return false;
      },
    );
  }

  const taking = Promise.all(Array.from({ length: receives }, keepTaking));
  return {
    counts,
    async stop() {
      leaving.abort();
      await taking;
      inbox.close();
    },
  };
}
