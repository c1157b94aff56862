import { createHash } from 'node:crypto';
import type { InteractionMatrix } from '../interaction-matrix';

interface Named {
  readonly users: readonly string[];
  readonly items: readonly string[];
  readonly matrix: InteractionMatrix;
}

/** SHA-256 over ids and entries: the same interactions in the same order have the same. */
export function matrixHash({ users, items, matrix }: Named): string {
  const hash = createHash('sha256');
  for (const ids of [users, items]) hash.update(`${ids.length}\n`).update(ids.join('\n'));
  for (const array of [matrix.start, matrix.column, matrix.weight, matrix.preference])
    hash.update(new Uint8Array(array.buffer, array.byteOffset, array.byteLength));
  return hash.digest('hex');
}
