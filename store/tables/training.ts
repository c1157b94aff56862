import { EntitySchema } from 'typeorm';
import type { Curve } from '../../core/curve';
import type { AlsSettings, ModelEvaluation } from '../../core/model';
import { bigint, bytes, defaulting, integer, json, key, nullable, text, time } from './columns';

/** How far the training of a run had come: what it was of, what was measured, and after how many iterations the chunks were written. */
interface StoredCheckpoint {
  readonly runId: number;
  readonly asOf: Date;
  readonly snapshot: string | null;
  readonly settings: AlsSettings | null;
  readonly code: string | null;
  readonly evaluation: ModelEvaluation | null;
  readonly iteration: number;
  readonly curve: Curve;
}

export const CHECKPOINTS = new EntitySchema<StoredCheckpoint>({
  name: 'checkpoints',
  columns: {
    runId: key(bigint),
    asOf: time,
    snapshot: nullable(text),
    settings: nullable(json),
    code: nullable(text),
    evaluation: nullable(json),
    iteration: defaulting(integer, 0),
    curve: defaulting(json, "'[]'"),
  },
});

/** Factors of both sides as they were then, in pieces of 4 MiB. */
interface CheckpointChunk {
  readonly runId: number;
  readonly part: string;
  readonly number: number;
  readonly bytes: Buffer;
}

export const CHECKPOINT_CHUNKS = new EntitySchema<CheckpointChunk>({
  name: 'checkpoint_chunks',
  columns: { runId: key(bigint), part: key(text), number: key(integer), bytes },
});
