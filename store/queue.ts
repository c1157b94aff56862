import type { AlertEvent } from '../core/alert-webhook';
import type { Actor } from '../core/audit';
import type { TrainedOn } from '../core/model';
import type { BulkChange } from '../core/title-bulk';
import type { TitleFilter } from '../core/title-filter';
import type { Db } from './database';
import { publish } from './notices';

/** Every kind of background work with what it is told; `jobs/list.ts` supplies the runs. */
export interface Jobs {
  /** Makes partitions ahead and removes what is out of date. */
  maintain: Record<string, never>;
  /**
   * Trains a model and measures it; a setting that is left out is the live model's, else the default. It goes live by itself when the gate
   * lets it through, unless `promote` is false; what is not evaluated never does. `on` says where; default HERE.
   */
  train: { readonly settings?: Given; readonly promote?: boolean; readonly evaluate?: boolean; readonly on?: `${TrainedOn}` };
  /** Searches for better settings, by so many trials in these ranges; then trains with the best, if asked to; `promote` is for that training. */
  tune: {
    readonly settings?: Given;
    readonly ranges?: Readonly<Record<string, { readonly least: number; readonly most: number }>>;
    readonly trials?: number;
    readonly seed?: number;
    readonly train?: boolean;
    readonly promote?: boolean;
  };
  /** Learns what people like of each kind of title. */
  'train-likes': Record<string, never>;
  /** Counts how many people like the same genres. */
  'group-personalities': Record<string, never>;
  /** Rebuilds every interaction from the log. */
  replay: Record<string, never>;
  /** Reads a file on the worker's machine into the catalogue. */
  'import-titles': { readonly format: string; readonly path: string };
  /** Reads a file on the worker's machine into the described scenes of titles. */
  'import-scenes': { readonly path: string };
  /** Takes a CSV of interactions in S3 in as events: `users` (app) and `titles` name the sources of its ids; `kinograph`, ours. */
  'import-interactions': { readonly s3Url: string; readonly users?: string; readonly titles?: string };
  /** Writes events, titles and people to the bucket of Amazon Personalize; the types that a solution learns from are judged, all of them if none is named. */
  'export-personalize': { readonly eventTypes?: readonly string[] };
  /** Writes a model to a folder of S3, the live one where none is named; reads one from there. */
  'export-model': { readonly s3Url: string; readonly modelId?: number };
  'import-model': { readonly s3Url: string };
  /** Imports files that were sent, or checks what an import would do. */
  'import-catalogue': { readonly importId: number };
  /** Puts a tag genome that was sent in the place of the one before. */
  'import-genome': { readonly actor: Actor; readonly scoresUploadId: number; readonly tagsUploadId: number };
  /** Lets the offers of a file that a shop sent stand. */
  'import-offers': { readonly feedId: number };
  /** Makes a person's past of a file that they sent. */
  'import-history': { readonly importId: number; readonly userId: number };
  /** Makes one change to many titles. */
  'change-titles': { readonly actor: Actor; readonly filter: TitleFilter; readonly change: BulkChange; readonly expectedCount: number };
  /** Undoes a change of many titles. */
  'undo-change-set': { readonly actor: Actor; readonly id: number };
  /** Removes every row of a person who was forgotten. */
  forget: { readonly erasureId: number };
  /** Goes on towards what is wanted of Amazon Personalize. */
  'sync-personalize': Record<string, never>;
  /** Adds up activity per title and hour, and the numbers of the dashboard. */
  'roll-up': Record<string, never>;
  /** Looks what needs attention. */
  attend: Record<string, never>;
  /** Sends an alert to the webhook. */
  alert: { readonly alertId: number; readonly event: AlertEvent };
}
export type JobName = keyof Jobs;

type Given = Readonly<Record<string, unknown>>;

/** Begins the key of a run that the clock asked for, not a person. */
export const SCHEDULED = 'schedule:';

const MAX_ATTEMPTS = 3;

/**
 * Asks for background work in the transaction of `db`, and returns the id of its run. With a `key`, a run of the same key that
 * nobody has begun yet takes the newer payload instead of a second run being made.
 */
export async function enqueue<Name extends JobName>(
  db: Db,
  name: Name,
  payload: Jobs[Name],
  { key = null, maxAttempts = MAX_ATTEMPTS }: { key?: string | null; maxAttempts?: number } = {},
): Promise<number> {
  return db.transaction(async (db) => {
    const [run] = await db.query<{ id: number; isNew: boolean }[]>(
      `insert into job_runs (name, payload, key, "maxAttempts") values ($1, $2::jsonb, $3, $4)
       on conflict (key) where state = 'QUEUED' and attempts = 0 do update set payload = excluded.payload
       returning id, xmax = 0 as "isNew"`,
      [name, JSON.stringify(payload), key, maxAttempts],
    );
    if (run === undefined) throw new Error('PostgreSQL returned no row for a run.');
    if (run.isNew) await schedule(db, run.id);
    await publish(db, [{ topic: 'job', id: run.id }]);
    return run.id;
  });
}

// Attempts are counted in job_runs; graphile-worker (a smallint) only tries again when the database failed it.
const QUEUE_ATTEMPTS = 1_000;

/** Hands a run to the workers, at once or after so many seconds; one that they hold already is handed to them anew. */
export async function schedule(db: Db, id: number, afterSeconds = 0): Promise<void> {
  await db.query(
    `select graphile_worker.add_job(name, json_build_object('id', id), job_key := 'run:' || id, max_attempts := $3,
       run_at := now() + make_interval(secs => $2))
     from job_runs where id = $1`,
    [id, afterSeconds, QUEUE_ATTEMPTS],
  );
}
