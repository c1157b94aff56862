import type { Logger } from 'pino';
import type { EngineName } from '../core/recommendation';
import type { Database, Db } from './database';

/** One title that was shown to someone: a row of `served`. */
export interface Served {
  readonly servedAt: Date;
  readonly recommendationId: string;
  readonly rank: number;
  readonly userId: number | null;
  readonly titleId: number;
  readonly placement: string | null;
  readonly engine: EngineName;
  readonly modelId: number | null;
  /** Arm of an experiment; null outside one. */
  readonly variant: string | null;
  /** Probability with which it was chosen for this place, see `mingled`; 1 for a list without chance. */
  readonly propensity: number;
  readonly score: number | null;
}

/** Writes what was shown, in batches; no request waits for it. */
export interface ServedWriter {
  /** Takes rows at once; the oldest waiting ones are dropped, and counted, when the database cannot keep up. */
  add(rows: readonly Served[]): void;
  /** Writes everything that waits. */
  flush(): Promise<void>;
  stop(): Promise<void>;
  readonly dropped: number;
}

const FLUSH_MS = 1_000;
const FLUSH_ROWS = 2_000;
const MOST_WAITING = 100_000;

/** Starts a writer; `stop` writes the rest. A batch that fails is logged and dropped: what was shown is worth less than memory. */
export function createServedWriter({ database, log }: { database: Database; log: Logger }): ServedWriter {
  let waiting: Served[] = [];
  let dropped = 0;
  let writing: Promise<void> = Promise.resolve();

  async function write(): Promise<void> {
    const rows = waiting;
    waiting = [];
    if (rows.length === 0) return;
    try {
      await insertServed(database.db, rows);
    } catch (error) {
      dropped += rows.length;
      log.warn({ error, rows: rows.length }, 'What was shown could not be written.');
    }
  }
  function flush(): Promise<void> {
    writing = writing.then(write);
    return writing;
  }
  const timer = setInterval(() => void flush(), FLUSH_MS);
  timer.unref();

  return {
    add(rows) {
      const before = waiting.length;
      for (const row of rows) waiting.push(row);
      if (waiting.length > MOST_WAITING) dropped += waiting.splice(0, waiting.length - MOST_WAITING).length;
      if (before < FLUSH_ROWS && waiting.length >= FLUSH_ROWS) void flush();
    },
    flush,
    async stop() {
      clearInterval(timer);
      await flush();
    },
    get dropped() {
      return dropped;
    },
  };
}

/** Titles shown to a person since a time. */
export async function servedTitles(db: Db, userId: number, since: Date): Promise<readonly number[]> {
  const rows: { titleId: number }[] = await db.query('select distinct "titleId" from served where "userId" = $1 and "servedAt" >= $2', [
    userId,
    since,
  ]);
  return rows.map(({ titleId }) => titleId);
}

async function insertServed(db: Db, rows: readonly Served[]): Promise<void> {
  const column = <Name extends keyof Served>(name: Name): Served[Name][] => rows.map((row) => row[name]);
  await db.transaction(async (db) => {
    // Losing the last second of this table in a crash is allowed; waiting for the disk is not (DESIGN.md section 6).
    await db.query('set local synchronous_commit = off');
    await db.query(
      `insert into served ("servedAt", "recommendationId", rank, "userId", "titleId", placement, engine, "modelId", variant, propensity, score)
       select * from unnest($1::timestamptz[], $2::uuid[], $3::int[], $4::bigint[], $5::bigint[], $6::text[], $7::text[], $8::bigint[],
         $9::text[], $10::real[], $11::real[])
       on conflict do nothing`,
      [
        column('servedAt'),
        column('recommendationId'),
        column('rank'),
        column('userId'),
        column('titleId'),
        column('placement'),
        column('engine'),
        column('modelId'),
        column('variant'),
        column('propensity'),
        column('score'),
      ],
    );
  });
}
