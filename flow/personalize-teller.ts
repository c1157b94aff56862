import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from 'pino';
import { CauseKind, type Notice } from '../core/notice';
import { OutboxDestination } from '../core/outbox';
import { fullPace, takeOne } from '../core/pace';
import type { DataPlane } from '../engine/personalize/clients';
import { putOperations } from '../engine/personalize/put';
import type { Db } from '../store/database';
import { type OutboxLoop, workOnOutbox } from './outbox-loop';
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
export interface Teller extends OutboxLoop {
  onNotice(notice: Notice): void;
}

/** What Personalize takes a second. */
const EVENT_CALLS = 1_000;
const OTHER_CALLS = 10;
/** Changes of titles are looked for after each turn, so few calls at a time that events do not wait for them. */
const TITLE_CALLS = 10;
const DAY_MS = 86_400_000;
/** So many people are remembered as told. */
const MOST_KNOWN = 100_000;

/**
 * Tells Personalize what waits in the outbox, who is new or changed and which titles changed, then sleeps until it is woken. Several processes share the
 * work; while there is no tracker or dataset to tell, nothing is told.
 */
export function startTeller({ db, plane, targets, clock, log }: Parts): Teller {
  const engine = putOperations({ plane, targets: targets.current });
  const events = { db, engine, clock, paced: pacedBy(EVENT_CALLS, clock) };
  const others = { db, engine, clock, log, paced: pacedBy(OTHER_CALLS, clock) };
  const known = new Set<number>();
  const changed = new Set<number>();

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
  const { wake, stop } = workOnOutbox({
    ...{ db, clock, log, turn },
    destination: () => (targets.current()?.trackingId ? OutboxDestination.PERSONALIZE : null),
    failure: 'Personalize could not be told; what waits is kept and tried again.',
  });

  return {
    onNotice(notice) {
      if (notice.topic === 'outbox') wake();
      if (notice.topic !== 'users') return;
      for (const { userId, cause } of notice.users) {
        if (cause !== CauseKind.PREFERENCES) continue;
        changed.add(userId);
        wake();
      }
    },
    wake,
    stop,
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
