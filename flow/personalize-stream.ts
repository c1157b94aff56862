import { nextTry, OutboxDestination, type Outgoing } from '../core/outbox';
import { batchesOf, type ToldEvent, toldOf } from '../core/personalize/told-event';
import type { Operations } from '../engine/engine';
import { FaultKind, faultKind, faultText } from '../engine/personalize/fault';
import type { Db } from '../store/database';
import { retryOutbox, setApart, settleOutbox, takeFromOutbox } from '../store/outbox';
import { metTitles } from '../store/personalize-stream';

/** What telling needs. */
export interface Telling {
  readonly db: Db;
  readonly engine: Pick<Operations, 'putEvents'>;
  readonly clock: () => Date;
  /** Awaited before each call. */
  readonly paced: () => Promise<void>;
}

/** How a turn went. */
export interface Told {
  /** How many events were taken. */
  readonly taken: number;
  /** The people of the events that were told. */
  readonly userIds: readonly number[];
  /** Why Personalize could not be told; null where it took everything, or refused it for good. */
  readonly failure: string | null;
}

const destination = OutboxDestination.PERSONALIZE;
const LEASE_SECONDS = 60;
const A_TURN = 500;
/** So many calls at once; a turn ends well within its lease even where each takes a second. */
const CALLS_AT_ONCE = 16;

/** One event to be told, and the rows of the outbox that it stands for. */
interface Line {
  readonly event: ToldEvent;
  readonly rows: readonly Outgoing[];
}

/**
 * Takes what waits for Personalize and tells it, at most ten events of one person a call, in their order. What was told and is not yet removed when the
 * process dies is told again, with the same ids. What Personalize refuses is looked for by halves and set apart with the reason; all else is tried again.
 */
export async function tellDue({ db, engine, clock, paced }: Telling): Promise<Told> {
  const rows = await takeFromOutbox(db, { destination, limit: A_TURN, now: clock(), leaseSeconds: LEASE_SECONDS });
  const { lines, silent } = await linesOf(db, rows);
  await settleOutbox(db, idsOf(silent));
  const userIds = new Set<number>();
  let failure: string | null = null;

  async function tell(batch: readonly Line[]): Promise<void> {
    // Whoever throttles or is away is not asked again in this turn.
    if (failure !== null) return later(batch, failure);
    try {
      await paced();
      await engine.putEvents(batch.map(({ event }) => event));
      for (const { event } of batch) userIds.add(event.userId);
      await settleOutbox(db, idsOf(batch.flatMap((line) => line.rows)));
    } catch (error) {
      await retold(batch, error);
    }
  }
  async function later(batch: readonly Line[], reason: string): Promise<void> {
    const left = batch.flatMap((line) => line.rows);
    await retryOutbox(db, idsOf(left), nextTry(clock(), Math.min(...left.map((row) => row.attempts))), reason);
  }
  async function retold(batch: readonly Line[], error: unknown): Promise<void> {
    const reason = faultText(error);
    if (faultKind(error) !== FaultKind.INVALID) {
      failure ??= reason;
      return later(batch, reason);
    }
    if (batch.length === 1) return setApart(db, idsOf(batch.flatMap((line) => line.rows)), reason, clock());
    const half = Math.ceil(batch.length / 2);
    await tell(batch.slice(0, half));
    await tell(batch.slice(half));
  }

  const people = batchesOf(lines, ({ event }) => event.userId, Number.POSITIVE_INFINITY);
  await inParallel(people, CALLS_AT_ONCE, async (own) => {
    for (const batch of batchesOf(own, () => 0)) await tell(batch);
  });
  return { taken: rows.length, userIds: [...userIds], failure };
}

const idsOf = (rows: readonly Outgoing[]): readonly number[] => rows.map(({ id }) => id);

/** What is to be told, each event once, and the rows of which nothing is told. */
async function linesOf(
  db: Db,
  rows: readonly Outgoing[],
): Promise<{ readonly lines: readonly Line[]; readonly silent: readonly Outgoing[] }> {
  const met = await metTitles(
    db,
    rows.map(({ body: { row } }) => ({ userId: row.userId, titleId: row.titleId ?? 0 })),
  );
  const silent: Outgoing[] = [];
  const lines = new Map<string, { readonly event: ToldEvent; readonly rows: Outgoing[] }>();
  for (const [at, outgoing] of rows.entries()) {
    const { type, occurredAt, playId = null, value = null, row } = outgoing.body;
    const known = met[at];
    const event = known && toldOf({ ...known, ...row, type, occurredAt: new Date(occurredAt), playId, value });
    const line = event && lines.get(event.eventId);
    if (!event) silent.push(outgoing);
    else if (line) line.rows.push(outgoing);
    else lines.set(event.eventId, { event, rows: [outgoing] });
  }
  return { lines: [...lines.values()], silent };
}

async function inParallel<Thing>(things: readonly Thing[], atOnce: number, work: (thing: Thing) => Promise<void>): Promise<void> {
  const rest = things.values();
  const one = async (): Promise<void> => {
    for (const thing of rest) await work(thing);
  };
  await Promise.all(Array.from({ length: atOnce }, one));
}
