import { createHash } from 'node:crypto';
import type { ClientBase } from 'pg';
import type { ConfidenceOptions } from '../../core/confidence';
import { copyRows } from '../../store/copy-rows';
import { openPool } from '../../store/database';
import { INTERACTION_ROWS, interactionReader } from './interaction-rows';
import { matrixRows, type NamedMatrix } from './matrix-rows';
import { standIns } from './stand-ins';

/** The interactions of one moment as a matrix, users x titles. Immutable. */
export interface Snapshot extends NamedMatrix {
  /** SHA-256 over ids and arrays: the same interactions, weighed to the same moment, have the same. */
  readonly hash: string;
}

/** Progress is told after so many rows. */
const ROWS_A_STEP = 1 << 18;

/**
 * Reads every interaction by binary COPY straight into arrays, weighed by the confidence table; an episode counts for its show, a merged
 * title for the one that stands for it. Memory holds the arrays and one message. `onProgress` hears 0 to 1. Throws what `signal` was
 * aborted with.
 */
export async function readSnapshot(
  url: string,
  confidence: ConfidenceOptions,
  signal?: AbortSignal,
  onProgress: (fraction: number) => void = () => undefined,
): Promise<Snapshot> {
  onProgress(0);
  const pool = openPool(url, 1);
  const client = await pool.connect();
  try {
    // One moment for all that is read.
    await client.query('begin isolation level repeatable read read only');
    // Counted first, because arrays that never grow are never copied.
    const rows = await countInteractions(client);
    const matrix = matrixRows(rows);
    const standIn = await standIns(client);
    const reader = interactionReader(confidence);
    let read = 0;
    await copyRows(client, INTERACTION_ROWS, (row) => {
      const said = reader.read(row);
      if (said !== null) matrix.add(reader.userId, standIn.get(reader.titleId) ?? reader.titleId, said, reader.time);
      read += 1;
      if (read % ROWS_A_STEP !== 0) return;
      signal?.throwIfAborted();
      onProgress(read / rows);
    });
    return hashed(matrix.end());
  } finally {
    client.release(true);
    await pool.end();
  }
}

async function countInteractions(client: ClientBase): Promise<number> {
  const { rows } = await client.query<{ count: number }>('select count(*) as count from interactions');
  return rows[0]?.count ?? 0;
}

function hashed(named: NamedMatrix): Snapshot {
  const { start, column, weight, preference, time } = named.matrix;
  const hash = createHash('sha256');
  for (const ids of [named.userIds, named.titleIds]) hash.update(bytesOf(Float64Array.from(ids)));
  for (const array of [start, column, weight, preference, time]) hash.update(bytesOf(array));
  return { ...named, hash: hash.digest('hex') };
}

function bytesOf({ buffer, byteOffset, byteLength }: ArrayBufferView): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}
