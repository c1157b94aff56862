import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from 'pino';
import { CauseKind, type Notice } from '../core/notice';
import { nextTry, OutboxDestination } from '../core/outbox';
import { fullPace, takeOne } from '../core/pace';
import type { DataPlane } from '../engine/personalize/clients';
import { putOperations } from '../engine/personalize/put';
import type { Db } from '../store/database';
import { nextInOutbox } from '../store/outbox';
import { createAlarm } from './alarm';
import { tellTitles, tellUsers } from './personalize-changes';
import { tellDue } from './personalize-stream';
import type { KnownTargets } from './personalize-targets';

interface Parts {
  readonly db: Db;
  readonly plane: DataPlane;
  readonly targets: KnownTargets;
  readonly clock: () => Date;
  readonly log: Logger;
}

/** Telling Personalize, which goes on until it is stopped. */
export interface Teller {
  onNotice(notice: Notice): void;
  /** There may be something to tell: when notices may have been missed, and when the targets changed. */
  wake(): void;
  /** Ends after the calls in flight. */
  stop(): Promise<void>;
}

/** What Personalize takes a second. */
const EVENT_CALLS = 1_000;
const OTHER_CALLS = 10;
/** Changes of titles are looked for after each turn, so few calls at a time that events do not wait for them. */
const TITLE_CALLS = 10;
/** Whoever died holding a lease sends no notice, and a change of a title counts once it is a minute old. */
const LONGEST_SLEEP_MS = 30_000;
const DAY_MS = 86_400_000;
/** So many people are remembered as told. */
const MOST_KNOWN = 100_000;

/**
 * Tells Personalize what waits in the outbox, who is new or changed and which titles changed, then sleeps until it is woken. Several processes share the
 * work; while there is no tracker or dataset to tell, nothing is told.
 */
export function startTeller({ db, plane, targets, clock, log }: Parts): Teller {
  const leaving = new AbortController();
  const alarm = createAlarm(leaving.signal);
  const engine = putOperations({ plane, targets: targets.current });
  const events = { db, engine, clock, paced: pacedBy(EVENT_CALLS, clock) };
  const others = { db, engine, clock, log, paced: pacedBy(OTHER_CALLS, clock) };
  const known = new Set<number>();
  const changed = new Set<number>();
  let failures = 0;

  /** Whether there is more to do at once. */
  async function turn(): Promise<boolean> {
    const { trackingId = null, datasetArns } = targets.current() ?? {};
    const { taken, userIds, failure } = trackingId ? await tellDue(events) : NOTHING;
    if (datasetArns?.USERS) await tellPeople(userIds);
    const more = datasetArns?.ITEMS ? await tellTitles(others, TITLE_CALLS) : false;
    if (failure !== null) throw new Error(failure);
    return taken > 0 || more;
  }
  async function tellPeople(told: readonly number[]): Promise<void> {
    const fresh = told.filter((id) => !known.has(id));
    await tellUsers(others, fresh, new Date(clock().getTime() - DAY_MS));
    if (known.size > MOST_KNOWN) known.clear();
    for (const id of fresh) known.add(id);
    const again = [...changed];
    await tellUsers(others, again, new Date(0));
    for (const id of again) changed.delete(id);
  }
  async function once(): Promise<void> {
    try {
      alarm.clear();
      const more = await turn();
      failures = 0;
      if (!more) await alarm.sleep(await untilNext());
    } catch (error) {
      failures += 1;
      log.warn({ err: error, failures }, 'Personalize could not be told; what waits is kept and tried again.');
      // A notice says that there is more to tell, not that Personalize is back.
      await createAlarm(leaving.signal).sleep(nextTry(clock(), failures).getTime() - clock().getTime());
    }
  }
  async function untilNext(): Promise<number> {
    const next = targets.current()?.trackingId ? await nextInOutbox(db, OutboxDestination.PERSONALIZE) : null;
    return next === null ? LONGEST_SLEEP_MS : Math.min(LONGEST_SLEEP_MS, next.getTime() - clock().getTime());
  }
  const telling = (async () => {
    while (!leaving.signal.aborted) await once();
  })();

  return {
    onNotice(notice) {
      if (notice.topic === 'outbox') alarm.wake();
      if (notice.topic !== 'users') return;
      for (const { userId, cause } of notice.users) {
        if (cause !== CauseKind.PREFERENCES) continue;
        changed.add(userId);
        alarm.wake();
      }
    },
    wake: alarm.wake,
    async stop() {
      leaving.abort();
      await telling;
    },
  };
}

const NOTHING = { taken: 0, userIds: [], failure: null } as const;

/** Waits until one more call may be made of so many a second. */
function pacedBy(perSecond: number, clock: () => Date): () => Promise<void> {
  let pace = fullPace(perSecond, clock().getTime());
  return async () => {
    const taken = takeOne(pace, clock().getTime(), perSecond);
    pace = taken.pace;
    if (taken.waitMs > 0) await delay(taken.waitMs);
  };
}
