import { type EventResult, EventStatus } from '../core/event';
import { countsFor, foldEvent } from '../core/fold-event';
import type { Interaction } from '../core/interaction';
import { CauseKind, type UserNotice } from '../core/notice';
import type { Destination } from '../core/outbox';
import type { Db } from '../store/database';
import { acceptIds, insertEvents } from '../store/events';
import { interactionsOfPairs, type Pair, saveInteractions } from '../store/interactions';
import { publish } from '../store/notices';
import { addToOutbox } from '../store/outbox';
import { bumpUsers } from '../store/users';
import type { Judged } from './track-judge';
import { lookUp, type Settled } from './track-look-up';

/**
 * Stores the events of several requests in one transaction; answers the results of each request, in their order.
 *
 * Locks are taken in one order in every process, so none can wait in a circle: new users by external id, event ids by owner
 * and id, users by id. What a person did is read only once that person's row is locked. What is accepted is laid out for each of
 * `destinations` in the same transaction.
 */
export async function applyGroup(
  db: Db,
  group: readonly Judged[],
  destinations: readonly Destination[] = [],
): Promise<readonly (readonly EventResult[])[]> {
  const results = group.map((judged) => [...judged.results]);
  if (group.some(({ events }) => events.length > 0)) {
    const { settled, refused } = await lookUp(db, group);
    for (const { request, index, result } of refused) place(results, request, index, result);
    const accepted = await onlyNew(db, settled);
    for (const one of settled) place(results, one.request, one.index, resultOf(one, accepted));
    await apply(
      db,
      settled.filter((one) => accepted.has(one)),
      destinations,
    );
  }
  return results as EventResult[][];
}

function place(results: (EventResult | null)[][], request: number, index: number, result: EventResult): void {
  const row = results[request];
  if (row) row[index] = result;
}

function resultOf(settled: Settled, accepted: ReadonlySet<Settled>): EventResult {
  const status = accepted.has(settled) ? EventStatus.ACCEPTED : EventStatus.DUPLICATE;
  return { id: settled.row.id, status, code: null, field: null, message: null };
}

/** Those whose ids were never seen of their owner; of two with the same id the first. */
async function onlyNew(db: Db, settled: readonly Settled[]): Promise<ReadonlySet<Settled>> {
  const firsts = new Map<string, Settled>();
  for (const one of settled) {
    const name = idOf(one);
    if (!firsts.has(name)) firsts.set(name, one);
  }
  const ids = [...firsts.values()].map(({ row, key }) => ({ owner: row.owner, key }));
  for (const { owner, key } of await acceptIds(db, ids)) firsts.delete(`${owner} ${key}`);
  return new Set(firsts.values());
}

const idOf = ({ row, key }: Settled): string => `${row.owner} ${key}`;

async function apply(db: Db, events: readonly Settled[], destinations: readonly Destination[]): Promise<void> {
  const rows = events.map(({ row }) => row);
  const leaves = destinations.length > 0 && rows.length > 0;
  const counting = events.filter(({ row }) => countsFor(row.type));
  const last = new Map(counting.map((one) => [one.row.userId, one]));
  // Sent together; the second is run, and sees what stands, once the first has its locks.
  const [bumped, before] = await Promise.all([bumpUsers(db, [...last.keys()]), interactionsOfPairs(db, pairsOf(counting))]);
  if (bumped.length < last.size || bumped.some(({ mergedIntoId }) => mergedIntoId !== null))
    throw new Error('A user was merged or forgotten while their events waited; the next try finds where they went.');
  const users = bumped.map(({ id, version }): UserNotice => {
    const cause = last.get(id);
    return { userId: id, version, cause: CauseKind.EVENT, eventId: cause?.row.id ?? null, titleId: cause?.title?.standingId ?? null };
  });
  await Promise.all([
    saveInteractions(db, fold(before, counting)),
    insertEvents(db, rows),
    leaves ? addToOutbox(db, destinations, rows) : null,
    publish(db, [...(users.length > 0 ? [{ topic: 'users', users } as const] : []), ...(leaves ? [{ topic: 'outbox' } as const] : [])]),
  ]);
}

function pairsOf(events: readonly Settled[]): readonly Pair[] {
  const pairs = new Map<string, Pair>();
  for (const { row, title } of events) {
    if (title !== null) pairs.set(keyOf(row.userId, title.standingId), { userId: row.userId, titleId: title.standingId });
  }
  return [...pairs.values()];
}

/** What stands of the pairs of these events once they are counted. */
function fold(before: readonly Interaction[], events: readonly Settled[]): readonly Interaction[] {
  const rows = new Map(before.map((row) => [keyOf(row.userId, row.titleId), row]));
  for (const { row, title } of events) {
    if (title === null) continue;
    const key = keyOf(row.userId, title.standingId);
    const folded = foldEvent(rows.get(key) ?? null, { ...row, titleId: title.standingId }, title.seconds);
    if (folded !== null) rows.set(key, folded);
  }
  return [...rows.values()];
}

function keyOf(userId: number, titleId: number): string {
  return `${userId} ${titleId}`;
}
