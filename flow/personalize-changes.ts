import type { Logger } from 'pino';
import type { Operations } from '../engine/engine';
import { FaultKind, faultKind } from '../engine/personalize/fault';
import type { Db } from '../store/database';
import { changedTitles, saveToldUntil, type ToldUntil, toldUntil, toldUsers } from '../store/personalize-stream';

interface Parts {
  readonly db: Db;
  readonly engine: Pick<Operations, 'putItems' | 'putUsers'>;
  readonly clock: () => Date;
  readonly log: Logger;
  /** Awaited before each call. */
  readonly paced: () => Promise<void>;
}

const IN_A_CALL = 10;
/** A transaction that began earlier may commit later: what changed so recently is told the next time. */
const SETTLED_MS = 60_000;
/** The first time, what changed since yesterday is told: the export before had all else. */
const FIRST_MS = 86_400_000;

/** Tells Personalize of the titles that changed since the last time, at most `calls` times ten; answers whether there are more. Told twice they are the same. */
export async function tellTitles(parts: Parts, calls: number): Promise<boolean> {
  const { db, engine, clock } = parts;
  const now = clock().getTime();
  const first = { updatedAt: new Date(now - FIRST_MS).toISOString(), id: 0 };
  let from: ToldUntil = (await toldUntil(db)) ?? first;
  for (let call = 0; call < calls; call++) {
    const titles = await changedTitles(db, { from, until: new Date(now - SETTLED_MS), limit: IN_A_CALL });
    const last = titles.at(-1);
    if (!last) return false;
    await tellEach(parts, titles, (some) => engine.putItems(some));
    from = { updatedAt: last.updatedAt, id: last.id };
    await saveToldUntil(db, from);
  }
  return true;
}

/** Tells Personalize of people: of those given, the ones who came after `since`. */
export async function tellUsers(parts: Parts, ids: readonly number[], since: Date): Promise<void> {
  const users = ids.length === 0 ? [] : await toldUsers(parts.db, ids, since);
  for (let at = 0; at < users.length; at += IN_A_CALL)
    await tellEach(parts, users.slice(at, at + IN_A_CALL), (some) => parts.engine.putUsers(some));
}

/** One that Personalize refuses is left out, and the log says so: the next export tells all of them anyway. */
async function tellEach<Thing extends { readonly id: number }>(
  { paced, log }: Pick<Parts, 'paced' | 'log'>,
  things: readonly Thing[],
  put: (some: readonly Thing[]) => Promise<void>,
): Promise<void> {
  try {
    await paced();
    await put(things);
  } catch (error) {
    if (faultKind(error) !== FaultKind.INVALID) throw error;
    if (things.length === 1)
      return log.warn({ err: error, id: things[0]?.id }, 'Personalize refused what it was told of a title or a person.');
    for (const thing of things) await tellEach({ paced, log }, [thing], put);
  }
}
