import type { ServerProcess } from '../core/metrics';
import type { Db } from './database';

/** Whoever has not told of itself for so long is gone. */
const GONE_SECONDS = 60;

/** Tells that a server runs, and how it fares. */
export async function saveProcess(db: Db, process: ServerProcess): Promise<void> {
  await db.query(
    `insert into server_processes (id, "startedAt", "seenAt", sockets, subscriptions, "memoryBytes", "eventLoopMs")
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (id) do update set "seenAt" = excluded."seenAt", sockets = excluded.sockets, subscriptions = excluded.subscriptions,
       "memoryBytes" = excluded."memoryBytes", "eventLoopMs" = excluded."eventLoopMs"`,
    [process.id, process.startedAt, process.seenAt, process.sockets, process.subscriptions, process.memoryBytes, process.eventLoopMs],
  );
}

/** A server that leaves is no longer shown. */
export async function removeProcess(db: Db, id: string): Promise<void> {
  await db.query('delete from server_processes where id = $1', [id]);
}

/** The servers that run, the oldest first. */
export async function runningProcesses(db: Db, now: Date): Promise<readonly ServerProcess[]> {
  return db.query(
    `select id, "startedAt", "seenAt", sockets, subscriptions, "memoryBytes", "eventLoopMs" from server_processes
     where "seenAt" > $1::timestamptz - make_interval(secs => ${GONE_SECONDS}) order by "startedAt", id`,
    [now],
  );
}
