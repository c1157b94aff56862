import type { Curve } from '../core/curve';
import type { AlsSettings, ModelEvaluation } from '../core/model';
import { chunksOf, readChunks } from './chunks';
import { type Db, urlOf } from './database';

/** How far the training of one run had come. */
export interface Checkpoint {
  /** The moment that the first attempt weighed interactions to. */
  readonly asOf: Date;
  /** Hash of what it had read; null: it had not read everything. */
  readonly snapshot: string | null;
  readonly settings: AlsSettings | null;
  /** What trained it: another kernel would not go on to the same factors. */
  readonly code: string | null;
  /** What it had measured; null: nothing yet. */
  readonly evaluation: ModelEvaluation | null;
  /** Iterations after which its factors were written; 0: none yet. */
  readonly iteration: number;
  /** Of the iterations so far. */
  readonly curve: Curve;
}

/** Factors of both sides, row-major. */
export interface CheckpointFactors {
  readonly users: Float32Array;
  readonly items: Float32Array;
}

/** What an earlier attempt of this run has left; else begins with `asOf`. */
export async function openCheckpoint(db: Db, runId: number, asOf: Date): Promise<Checkpoint> {
  await db.query('insert into checkpoints ("runId", "asOf") values ($1, $2) on conflict ("runId") do nothing', [runId, asOf]);
  const rows: Checkpoint[] = await db.query(
    'select "asOf", snapshot, settings, code, evaluation, iteration, curve from checkpoints where "runId" = $1',
    [runId],
  );
  return rows[0] ?? { asOf, snapshot: null, settings: null, code: null, evaluation: null, iteration: 0, curve: [] };
}

/** Begins anew with what was read and measured, without factors. */
export async function restartCheckpoint(db: Db, runId: number, at: Omit<Checkpoint, 'iteration' | 'curve'>): Promise<void> {
  await db.transaction(async (db) => {
    await db.query('delete from checkpoint_chunks where "runId" = $1', [runId]);
    await db.query(
      `insert into checkpoints ("runId", "asOf", snapshot, settings, code, evaluation) values ($1, $2, $3, $4, $5, $6)
       on conflict ("runId") do update set "asOf" = $2, snapshot = $3, settings = $4, code = $5, evaluation = $6, iteration = 0, curve = '[]'`,
      [runId, at.asOf, at.snapshot, at.settings, at.code, at.evaluation],
    );
  });
}

/** A statement for whoever sends it. */
export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** How far a training is after an iteration. */
export interface Reached {
  readonly iteration: number;
  readonly curve: Curve;
}

/** What puts the factors after an iteration in the place of those before; in one transaction, so that they are there whole or not at all. */
export function checkpointStatements(
  runId: number,
  { iteration, curve }: Reached,
  { users, items }: CheckpointFactors,
): readonly Statement[] {
  const chunks = [...chunksOf({ users, items })].map(({ part, number, bytes }) => ({
    text: `insert into checkpoint_chunks ("runId", part, number, bytes) values ($1, $2, $3, $4)
      on conflict ("runId", part, number) do update set bytes = excluded.bytes`,
    values: [runId, part, number, bytes],
  }));
  return [
    ...chunks,
    {
      text: 'update checkpoints set iteration = $2, curve = $3::jsonb where "runId" = $1',
      values: [runId, iteration, JSON.stringify(curve)],
    },
  ];
}

/** Fills `factors` with those of the checkpoint; false when it holds no such factors whole. */
export async function readCheckpoint(db: Db, runId: number, factors: CheckpointFactors): Promise<boolean> {
  const { users, items } = factors;
  const chunks = `select part, bytes from checkpoint_chunks where "runId" = ${Number(runId)} order by part, number`;
  return readChunks(urlOf(db), chunks, { users, items });
}

/** Removes what a run has left; nothing happens when there is nothing. */
export async function dropCheckpoint(db: Db, runId: number): Promise<void> {
  await db.query('delete from checkpoint_chunks where "runId" = $1', [runId]);
  await db.query('delete from checkpoints where "runId" = $1', [runId]);
}
