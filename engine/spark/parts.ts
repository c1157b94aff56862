import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { InteractionMatrix } from '../../core/interaction-matrix';
import { ratingOf } from '../../core/spark/submission';

/** Numbers people and titles from 0 and writes what they did in parts that a cluster reads side by side. */
export interface PartsWriter {
  /** Writes the rows of a matrix, of which column c is title `itemOf(c)`; a person who likes nothing is left out, being zeros. */
  write(matrix: InteractionMatrix, itemOf: (column: number) => number): Promise<void>;
  /** Writes the schema beside the parts. */
  end(items: number): Promise<Written>;
}

export interface Written {
  /** People and interactions in the parts. */
  readonly users: number;
  readonly interactions: number;
}

const gzipped = promisify(gzip);

/** Where below a folder its parts lie. */
export function inputOf(folder: string): string {
  return join(folder, 'input');
}

/** Opens a writer of `folder`/input/part-00000.csv.gz and so on, and of `folder`/schema.json. */
export async function partsWriter(folder: string, unobservedWeight: number): Promise<PartsWriter> {
  const input = inputOf(folder);
  await mkdir(input, { recursive: true });
  let parts = 0;
  let users = 0;
  let interactions = 0;
  return {
    async write(matrix, itemOf) {
      const lines: string[] = [];
      for (let row = 0; row < matrix.rows; row++) {
        const [from, to] = [matrix.start[row] as number, matrix.start[row + 1] as number];
        if (!matrix.preference.subarray(from, to).includes(1)) continue;
        for (let e = from; e < to; e++) {
          const rating = ratingOf(matrix.weight[e] as number, matrix.preference[e] as number, unobservedWeight);
          lines.push(`${users},${itemOf(matrix.column[e] as number)},${short(rating)}\n`);
        }
        users += 1;
      }
      if (lines.length === 0) return;
      const name = `part-${String(parts).padStart(5, '0')}.csv.gz`;
      await writeFile(join(input, name), await gzipped(lines.join(''), { level: 1 }));
      parts += 1;
      interactions += lines.length;
    },
    async end(items) {
      const columns = [
        { name: 'user', type: 'int', description: 'a person, numbered from 0' },
        { name: 'item', type: 'int', description: 'a title, numbered from 0' },
        { name: 'rating', type: 'float', description: 'weight over that of an unobserved pair; below 0 for a dislike' },
      ];
      const schema = { format: 'kinograph-interactions', version: 1, compression: 'gzip', parts, users, items, interactions, columns };
      await writeFile(join(folder, 'schema.json'), `${JSON.stringify(schema, null, 2)}\n`);
      return { users, interactions };
    },
  };
}

/** Nine digits tell every 32-bit float from its neighbours. */
function short(rating: number): string {
  return String(Number(rating.toPrecision(9)));
}
