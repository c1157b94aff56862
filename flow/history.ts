import type { Actor } from '../core/audit';
import { badInput } from '../core/errors';
import type { Interaction } from '../core/interaction';
import { CauseKind } from '../core/notice';
import type { Page, Paged } from '../core/page';
import { type WatchClass, watchClassOf } from '../core/watch-class';
import { writeAudit } from '../store/audit';
import type { Db } from '../store/database';
import { type EventFilter, type PastFilter, pastOf, removeEvents } from '../store/history';
import { rebuildInteractions } from '../store/interactions';
import { publish } from '../store/notices';
import { decodeCursor, paged, pageOffset, pageSize } from '../store/page';
import { bumpUsers, lockUsers } from '../store/users';

/** Which part of a person's past; every field that is given must hold. */
export interface HistoryFilter extends PastFilter {
  readonly watchClass?: `${WatchClass}` | null;
}

const MOST_ROWS = 1_000;
const MOST_IDS = 1_000;
const LAST_YEAR = 9_999;

/** A page of a person's past, last touched first. Throws BAD_INPUT on `first`, `after` and `offset`. */
export async function historyPage(
  db: Db,
  userId: number,
  { filter, page }: { readonly filter: HistoryFilter; readonly page: Page },
): Promise<Paged<Interaction>> {
  const first = pageSize(page.first, MOST_ROWS);
  checkTimes(filter, 'filter');
  const offset = pageOffset(page.offset);
  const [lastAt, titleId] = page.after === null ? [null, null] : decodeCursor(page.after, 'after', ['time', 'integer']);
  const past = await filtered(db, userId, filter);
  const rows = lastAt === null ? past : past.filter((row) => isAfter(row, new Date(lastAt), titleId ?? 0));
  return paged(rows.slice(offset, offset + first + 1), first, (row) => [row.lastAt.toISOString(), row.titleId]);
}

/** How many titles of a person's past the filter holds. */
export async function countHistory(db: Db, userId: number, filter: HistoryFilter): Promise<number> {
  return (await filtered(db, userId, filter)).length;
}

/** Takes single events out of a person's past by the ids they were sent with; answers how many there were. Throws BAD_INPUT on too many ids. */
export async function deleteEvents(
  db: Db,
  { userId, eventIds, actor }: { readonly userId: number; readonly eventIds: readonly string[]; readonly actor?: Actor | undefined },
): Promise<number> {
  if (eventIds.length > MOST_IDS) throw badInput('ids', `There are ${eventIds.length} ids.`, `at most ${MOST_IDS} ids`);
  return forget(db, { userId, filter: { eventIds: eventIds.filter((id) => !id.includes('\u0000')) }, actor });
}

/** What of a person's past to delete: titles, a time, both, or all of it. */
export interface DeletedHistory {
  readonly userId: number;
  readonly titleIds?: readonly number[] | null;
  readonly since?: Date | null;
  readonly until?: Date | null;
  readonly all?: boolean | null;
  readonly actor?: Actor | undefined;
}

/** Takes a part of a person's past out, or all of it; answers how many events there were. Throws BAD_INPUT when no part is named. */
export async function deleteHistory(db: Db, { userId, titleIds, since, until, all, actor }: DeletedHistory): Promise<number> {
  checkTimes({ since, until }, 'input');
  const named = Boolean(titleIds || since || until);
  if (named === Boolean(all)) throw badInput('input', 'It is not clear what to delete.', 'either titleIds, since or until, or all: true');
  return forget(db, { userId, filter: { titleIds, since, until }, actor });
}

async function forget(
  db: Db,
  { userId, filter, actor }: { userId: number; filter: EventFilter; actor: Actor | undefined },
): Promise<number> {
  return db.transaction(async (db) => {
    await lockUsers(db, [userId]);
    const removed = await removeEvents(db, userId, filter);
    if (removed.length === 0) return 0;
    const titleIds = [...new Set(removed.flatMap(({ titleId }) => (titleId === null ? [] : [titleId])))];
    await rebuildInteractions(
      db,
      titleIds.map((titleId) => ({ userId, titleId })),
    );
    const [user] = await bumpUsers(db, [userId]);
    const only = removed.length === 1 ? removed[0] : null;
    const cause = { cause: CauseKind.DELETED, eventId: only?.id ?? null, titleId: only?.titleId ?? null };
    await publish(db, [{ topic: 'users', users: [{ userId, version: user?.version ?? 0, ...cause }] }]);
    // How much, never what: the audit must not keep what a person wanted forgotten.
    if (actor !== undefined)
      await writeAudit(db, {
        actor,
        action: 'history.delete',
        entity: 'user',
        entityId: String(userId),
        before: { events: removed.length },
        after: null,
      });
    return removed.length;
  });
}

/** JavaScript knows times that PostgreSQL cannot hold. */
function checkTimes({ since, until }: Pick<PastFilter, 'since' | 'until'>, at: string): void {
  for (const [field, time] of Object.entries({ since, until })) {
    const year = time?.getUTCFullYear() ?? 1;
    if (!(year >= 1 && year <= LAST_YEAR))
      throw badInput(`${at}.${field}`, `${field} is out of range.`, `a time of the years 1 to ${LAST_YEAR}`);
  }
}

async function filtered(db: Db, userId: number, filter: HistoryFilter): Promise<readonly Interaction[]> {
  const past = await pastOf(db, userId, filter);
  return filter.watchClass ? past.filter((row) => watchClassOf(row) === filter.watchClass) : past;
}

function isAfter(row: Interaction, lastAt: Date, titleId: number): boolean {
  const difference = row.lastAt.getTime() - lastAt.getTime();
  return difference < 0 || (difference === 0 && row.titleId < titleId);
}
