import type { Logger } from 'pino';
import { nextTry, type OutboxDestination } from '../core/outbox';
import type { Db } from '../store/database';
import { nextInOutbox } from '../store/outbox';
import { createAlarm } from './alarm';

interface Work {
  readonly db: Db;
  readonly clock: () => Date;
  readonly log: Logger;
  /** Takes some of what waits and passes it on; answers whether there is more to do at once. Throws where the other side cannot be reached. */
  turn(): Promise<boolean>;
  /** Whose next try ends a sleep; null while nothing can be passed on. */
  destination(): OutboxDestination | null;
  /** What the log says where a turn failed. */
  readonly failure: string;
}

/** Work on the outbox that goes on until it is stopped. */
export interface OutboxLoop {
  /** Something may wait: to be called on a notice, and when notices may have been missed. */
  wake(): void;
  /** Ends after the calls in flight. */
  stop(): Promise<void>;
}

/** Whoever died holding a lease sends no notice, and a title's change counts at Personalize once it is a minute old. */
const LONGEST_SLEEP_MS = 30_000;

/** Turn after turn while there is more to do, then sleeps until it is woken or the next try is due. Several processes share the work. */
export function workOnOutbox({ db, clock, log, turn, destination, failure }: Work): OutboxLoop {
  const leaving = new AbortController();
  const alarm = createAlarm(leaving.signal);
  let failures = 0;

  async function once(): Promise<void> {
    try {
      alarm.clear();
      const more = await turn();
      failures = 0;
      if (!more) await alarm.sleep(await untilNext());
    } catch (error) {
      failures += 1;
      log.warn({ err: error, failures }, failure);
      // A notice says that there is more to pass on, not that the other side is back.
      await createAlarm(leaving.signal).sleep(nextTry(clock(), failures).getTime() - clock().getTime());
    }
  }
  async function untilNext(): Promise<number> {
    const waiting = destination();
    const next = waiting === null ? null : await nextInOutbox(db, waiting);
    return next === null ? LONGEST_SLEEP_MS : Math.min(LONGEST_SLEEP_MS, next.getTime() - clock().getTime());
  }

  const working = (async () => {
    while (!leaving.signal.aborted) await once();
  })();
  return {
    wake: alarm.wake,
    async stop() {
      leaving.abort();
      await working;
    },
  };
}
