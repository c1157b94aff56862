import { notFound } from '../core/errors';
import { EventType } from '../core/event';
import { RowFate } from '../core/history/place';
import { playOf } from '../core/history/row-play';
import type { PlacedRow } from '../core/history-import';
import type { CauseKind } from '../core/notice';
import type { Db } from '../store/database';
import { eventTitles, holdOffMerges } from '../store/events';
import { type ImportedEvent, insertImportedEvents } from '../store/history-rows';
import { rebuildInteractions } from '../store/interactions';
import { publish } from '../store/notices';
import { bumpUsers, lockUsers } from '../store/users';

/** The id of the event that a row becomes. */
export function eventIdOf({ importId, number }: Pick<PlacedRow, 'importId' | 'number'>): string {
  return `history:${importId}:${number}`;
}

/** A row with the event that it is to have: only what is sure counts. */
export function withEvent(row: PlacedRow): PlacedRow {
  return { ...row, eventId: row.fate === RowFate.SURE && row.occurredAt !== null ? eventIdOf(row) : null };
}

/** What of a person's past changes: events of these rows come, those of these titles are gone. */
export interface Recount {
  readonly userId: number;
  /** Those with an event id get one. */
  readonly rows: readonly PlacedRow[];
  /** Titles of events that were taken away. */
  readonly goneTitleIds: readonly number[];
  readonly cause: CauseKind.IMPORT | CauseKind.DELETED;
}

/**
 * Writes the events of rows and makes the person's past anew where it changed, at the end of a transaction. The person is locked last and
 * shortly: whoever sends events meanwhile waits for no more than the counting. Throws NOT_FOUND for somebody who is gone.
 */
export async function recount(db: Db, { userId, rows, goneTitleIds, cause }: Recount): Promise<void> {
  await holdOffMerges(db);
  const events = await eventsOf(db, userId, rows);
  await insertImportedEvents(db, events);
  const [user] = await lockUsers(db, [userId]);
  if (user === undefined) throw notFound('userId', 'user');
  const titleIds = new Set([...goneTitleIds, ...events.map(({ titleId }) => titleId)]);
  if (titleIds.size === 0) return;
  await rebuildInteractions(
    db,
    [...titleIds].map((titleId) => ({ userId, titleId })),
  );
  const [bumped] = await bumpUsers(db, [userId]);
  await publish(db, [{ topic: 'users', users: [{ userId, version: bumped?.version ?? 0, cause, eventId: null, titleId: null }] }]);
}

/** The events of rows, the oldest first: what a row played begins where the rows of the same string before it stopped. */
async function eventsOf(db: Db, userId: number, rows: readonly PlacedRow[]): Promise<readonly ImportedEvent[]> {
  const counting = rows
    .flatMap(({ eventId, titleId, occurredAt, ...row }) =>
      eventId === null || titleId === null || occurredAt === null ? [] : { ...row, eventId, titleId, occurredAt },
    )
    .sort((a, b) => a.occurredAt.getTime() - b.occurredAt.getTime() || a.number - b.number);
  const ids = [...new Set(counting.map(({ titleId }) => titleId))];
  const titles = await eventTitles(
    db,
    ids.map((id) => ({ id })),
  );
  const lengths = new Map(ids.map((id, index) => [id, titles[index]?.seconds ?? null]));
  const seen = new Map<string, number>();
  return counting.map(({ eventId: id, titleId, occurredAt, text, seconds, importId }): ImportedEvent => {
    const play = playOf(seconds, { length: lengths.get(titleId) ?? null, seen: seen.get(text) ?? 0 });
    seen.set(text, play.toSeconds ?? 0);
    return { id, userId, titleId, occurredAt, importId, playId: play.type === EventType.WATCH_INTERVAL ? id : null, ...play };
  });
}
