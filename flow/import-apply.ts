import { setTimeout as delay } from 'node:timers/promises';
import type { AuditedChange } from '../core/audit';
import type { Import, ImportCounts, ImportSample } from '../core/import';
import { beginChangeSet, writeAudits } from '../store/change-sets';
import type { Db } from '../store/database';
import { insertProblems } from '../store/import-problems';
import { type Attempt, lockStaged, showsInFile, stagedAfter, unstage } from '../store/import-rows';
import { finishImport, lockImport } from '../store/imports';
import { publish } from '../store/notices';
import { countWords, countWordsLater, gatherWords, writeTitles } from '../store/title-import';
import { type Settled, sampleOf, settle } from './import-settle';
import type { Staged } from './import-stage';

interface Applying extends Attempt {
  readonly imported: Import;
  readonly staged: Staged;
  readonly runId: number;
  readonly now: Date;
  readonly signal: AbortSignal;
  /** What else belongs to the import, in its transaction. */
  readonly also: (db: Db) => Promise<void>;
  readonly progress: (fraction: number) => Promise<void> | void;
}

const BATCH = 2_000;
const IMPORT_LOCK = 0x696d706f;
const WAIT_MS = 250;
const MOST_SAMPLES = 200;

/**
 * Brings what was staged into the catalogue in one transaction, under one change set; a dry run only tells what would be done. An import
 * that is done already stays as it is. Answers what became of every row; null when another attempt was first.
 */
export async function applyImport(db: Db, applying: Applying): Promise<ImportCounts | null> {
  const { imported, importId, runId, now, signal } = applying;
  if (imported.dryRun) return check(db, applying);
  return db.transaction(async (db) => {
    await oneAtATime(db, signal);
    const standing = await lockImport(db, importId);
    if (standing === null || standing.changeSetId !== null) return null;
    await lockStaged(db, applying);
    await countWordsLater(db);
    const words = new Map<string, number>();
    await db.query('analyze external_ids');
    const details = { importId, files: imported.files.map(({ name }) => name) };
    const changeSetId = await beginChangeSet(db, { actor: imported.actor, kind: 'IMPORT', details, runId });
    const { counts, samples } = await run(db, applying, async (writes) => {
      await writeTitles(db, writes, now);
      gatherWords(words, writes);
      await writeAudits(
        db,
        writes.map((write) => auditOf(imported, write)),
        changeSetId,
      );
    });
    await applying.also(db);
    signal.throwIfAborted();
    await countWords(db, words);
    await finishImport(db, { id: importId, counts, samples, changeSetId, now });
    await unstage(db, importId);
    if (counts.created + counts.updated > 0) await publish(db, [{ topic: 'titles', ids: null }]);
    return counts;
  });
}

async function check(db: Db, applying: Applying): Promise<ImportCounts> {
  const { importId, now } = applying;
  const { counts, samples } = await run(db, applying, async () => undefined);
  await finishImport(db, { id: importId, counts, samples, changeSetId: null, now });
  await unstage(db, importId);
  return counts;
}

/** Goes through the staged rows, shows before episodes; `write` is given what is to be written, a batch at a time. */
async function run(
  db: Db,
  { imported, importId, attempt, staged, signal, progress }: Applying,
  write: (writes: Settled['writes']) => Promise<void>,
): Promise<{ readonly counts: ImportCounts; readonly samples: readonly ImportSample[] }> {
  const shows = imported.dryRun ? await showsInFile(db, { importId, attempt }) : new Set<string>();
  const settling = { imported, file: staged.file, dryRun: imported.dryRun, shows, met: new Map<number, number>() };
  const samples: ImportSample[] = [];
  let [seen, created, updated, unchanged] = [0, 0, 0, 0];
  for (const episodes of [false, true])
    for (let number = 0; ; ) {
      signal.throwIfAborted();
      const rows = await stagedAfter(db, { importId, attempt }, { number, episodes, limit: BATCH });
      if (rows.length === 0) break;
      number = rows.at(-1)?.number ?? number;
      const settled = await settle(db, rows, settling);
      await write(settled.writes);
      await insertProblems(db, importId, settled.problems);
      const made = settled.writes.filter(({ isNew }) => isNew).length;
      [seen, created, updated, unchanged] = [
        seen + rows.length,
        created + made,
        updated + settled.writes.length - made,
        unchanged + settled.unchanged,
      ];
      if (samples.length < MOST_SAMPLES) samples.push(...settled.writes.slice(0, MOST_SAMPLES - samples.length).map(sampleOf));
      await progress(seen / Math.max(1, staged.good));
    }
  // What is staged does not outlive a crash of the database; an import that lacks rows must not pass for a whole one.
  if (seen !== staged.good) throw new Error(`Of ${staged.good} rows that were read, ${seen} are left.`);
  return { counts: { rows: staged.rows, created, updated, unchanged, bad: staged.rows - created - updated - unchanged }, samples };
}

/** Waits until no other import is writing. Two that change the same titles would else wait for each other's new ids. */
async function oneAtATime(db: Db, signal: AbortSignal): Promise<void> {
  for (;;) {
    signal.throwIfAborted();
    const [row] = await db.query<{ free: boolean }[]>('select pg_try_advisory_xact_lock($1) as free', [IMPORT_LOCK]);
    if (row?.free) return;
    await delay(WAIT_MS);
  }
}

function auditOf({ actor }: Import, { id, title, isNew, changed, before }: Settled['writes'][number]): AuditedChange {
  const entry = { actor, action: 'title.import', entity: 'title', entityId: String(id) };
  if (isNew || before === null) return { ...entry, before: null, after: { id, ...told(title), version: 1 } };
  const fields = [...changed];
  const part = (of: Readonly<Record<string, unknown>>): object => Object.fromEntries(fields.map((field) => [field, of[field]]));
  return {
    ...entry,
    before: { ...part({ ...before }), version: before.version },
    after: { ...part({ ...title }), version: before.version + 1 },
  };
}

/** A new title without what it does not have: a hundred thousand audit rows are half as long. */
function told(title: object): object {
  return Object.fromEntries(Object.entries(title).filter(([, value]) => value !== null && !(Array.isArray(value) && value.length === 0)));
}
