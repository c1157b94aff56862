import type { Logger } from 'pino';
import type { EngineName } from '../core/recommendation';
import { type BinaryType, binaryArray } from './binary-array';
import type { Database, Db } from './database';
import { prepare, script } from './prepared';

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

/** A title on a page; a propensity that is left out is 1. */
export type ServedTitle = Pick<Served, 'titleId' | 'score'> & Partial<Pick<Served, 'propensity'>>;

/** A page that was shown to someone: its titles stand at `from` + 1 and after. */
export interface ServedPage extends Omit<Served, 'rank' | keyof ServedTitle> {
  readonly from: number;
  readonly titles: readonly ServedTitle[];
}

/** Writes what was shown, in batches; no request waits for it. */
export interface ServedWriter {
  /** Takes a page at once; the oldest waiting ones are dropped, and their titles counted, when the database cannot keep up. */
  add(page: ServedPage): void;
  /** Writes everything that waits. */
  flush(): Promise<void>;
  stop(): Promise<void>;
  /** How many titles were not written. */
  readonly dropped: number;
}

const FLUSH_MS = 1_000;
const FLUSH_TITLES = 2_000;
const MOST_WAITING = 100_000;

/** Starts a writer; `stop` writes the rest. A batch that fails is logged and dropped: what was shown is worth less than memory. */
export function createServedWriter({ database, log }: { database: Database; log: Logger }): ServedWriter {
  let waiting: ServedPage[] = [];
  let titles = 0;
  let dropped = 0;
  let writing: Promise<void> = Promise.resolve();

  async function write(): Promise<void> {
    const [pages, rows] = [waiting, titles];
    waiting = [];
    titles = 0;
    if (rows === 0) return;
    try {
      await insertServed(database.db, pages);
    } catch (error) {
      dropped += rows;
      log.warn({ error, rows }, 'What was shown could not be written.');
    }
  }
  function flush(): Promise<void> {
    writing = writing.then(write);
    return writing;
  }
  function dropOldest(): void {
    const oldest = waiting.shift()?.titles.length ?? 0;
    titles -= oldest;
    dropped += oldest;
  }
  const timer = setInterval(() => void flush(), FLUSH_MS);
  timer.unref();

  return {
    add(page) {
      const before = titles;
      waiting.push(page);
      titles += page.titles.length;
      while (titles > MOST_WAITING) dropOldest();
      if (before < FLUSH_TITLES && titles >= FLUSH_TITLES) void flush();
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

const asynchronously = script('set local synchronous_commit = off');

// What was shown to somebody who was forgotten before it was written is not written.
const insert = prepare(
  'insert-served',
  `insert into served ("servedAt", "recommendationId", rank, "userId", "titleId", placement, engine, "modelId", variant, propensity, score)
   select "servedAt", "recommendationId", rank, page."userId", "titleId", placement, engine, "modelId", variant, propensity, score
   from unnest($1::timestamptz[], $2::uuid[], $3::bigint[], $4::text[], $5::text[], $6::bigint[], $7::text[]) with ordinality
     page("servedAt", "recommendationId", "userId", placement, engine, "modelId", variant, number)
   left join users on users.id = page."userId"
   join unnest($8::integer[], $9::integer[], $10::bigint[], $11::double precision[], $12::double precision[])
     title(number, rank, "titleId", propensity, score) using (number)
   where page."userId" is null or users.id is not null
   on conflict do nothing`,
);

async function insertServed(db: Db, pages: readonly ServedPage[]): Promise<void> {
  const ofPages = (type: BinaryType, name: keyof ServedPage): Buffer =>
    binaryArray(
      type,
      pages.map((page) => page[name]),
    );
  const ofTitles = (type: BinaryType, read: (title: ServedTitle, at: number, page: ServedPage, number: number) => unknown): Buffer =>
    binaryArray(
      type,
      pages.flatMap((page, index) => page.titles.map((title, at) => read(title, at, page, index + 1))),
    );
  await db.transaction((db) =>
    Promise.all([
      // Losing the last second of this table in a crash is allowed; waiting for the disk is not (DESIGN.md section 6).
      asynchronously(db),
      insert(db, [
        ofPages('timestamptz', 'servedAt'),
        ofPages('uuid', 'recommendationId'),
        ofPages('bigint', 'userId'),
        ofPages('text', 'placement'),
        ofPages('text', 'engine'),
        ofPages('bigint', 'modelId'),
        ofPages('text', 'variant'),
        ofTitles('integer', (_title, _at, _page, number) => number),
        ofTitles('integer', (_title, at, { from }) => from + at + 1),
        ofTitles('bigint', ({ titleId }) => titleId),
        ofTitles('double precision', ({ propensity = 1 }) => propensity),
        ofTitles('double precision', ({ score }) => score),
      ]),
    ]),
  );
}
