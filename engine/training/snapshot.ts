import { createHash } from 'node:crypto';
import type { ConfidenceOptions } from '../../core/confidence';
import { matrixRows, type NamedMatrix } from './matrix-rows';
import { readSaid } from './read-said';

/** The interactions of one moment as a matrix, users x titles. Immutable. */
export interface Snapshot extends NamedMatrix {
  /** SHA-256 over ids and arrays: the same interactions, weighed to the same moment, have the same. */
  readonly hash: string;
}

/**
 * Reads every interaction into arrays, weighed by the confidence table; an episode counts for its show, a merged title for the one that
 * stands for it. Memory holds the arrays and one message. `onProgress` hears 0 to 1. Throws what `signal` was aborted with.
 */
export async function readSnapshot(
  url: string,
  confidence: ConfidenceOptions,
  signal?: AbortSignal,
  onProgress: (fraction: number) => void = () => undefined,
): Promise<Snapshot> {
  // Counted first, because arrays that never grow are never copied.
  const matrix = await readSaid(url, confidence, { begin: ({ rows }) => matrixRows(rows), signal, onProgress });
  return hashed(matrix.end());
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
