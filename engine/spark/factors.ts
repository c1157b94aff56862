import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { factorLine } from '../../core/spark/factor-line';

/** Factors of some rows: `values` is rows x k, row-major, zeros where `has` is 0. */
export interface ReadFactors {
  readonly values: Float32Array;
  readonly has: Uint8Array;
}

const LONGEST_NUMBER = 32;

/**
 * Reads factors that Spark handed back. Throws an Error for a file that is not there or no gzip, that holds more than so many rows can, a row
 * twice, or anything that is no factor: what comes from elsewhere is not believed.
 */
export async function readFactors(path: string, { rows, k }: { readonly rows: number; readonly k: number }): Promise<ReadFactors> {
  const values = new Float32Array(rows * k);
  const has = new Uint8Array(rows);
  const most = (rows + 1) * (k + 2) * LONGEST_NUMBER;
  let left = most;
  const onLine = (line: string): void => {
    const { id, features } = factorLine(line, { rows, k });
    if (has[id] === 1) throw new Error(`Spark's factors hold row ${id} twice: nothing was made of them.`);
    has[id] = 1;
    values.set(features, id * k);
  };
  let begun = '';
  const source = createReadStream(path);
  const unzipped = createGunzip();
  source.once('error', (error) => unzipped.destroy(error));
  source.pipe(unzipped);
  try {
    for await (const chunk of unzipped as AsyncIterable<Buffer>) {
      left -= chunk.length;
      if (left < 0) throw new Error(`Spark's factors are longer than those of ${rows} rows can be: nothing was made of them.`);
      const lines = (begun + chunk.toString('latin1')).split('\n');
      begun = lines.pop() ?? '';
      for (const line of lines) onLine(line);
    }
  } catch (error) {
    throw isOfFile(error) ? new Error("Spark ended well, but its factors are not there whole: a file of them can't be read.") : error;
  } finally {
    source.destroy();
  }
  if (begun !== '') onLine(begun);
  return { values, has };
}

function isOfFile(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return typeof code === 'string' && (code.startsWith('E') || code.startsWith('Z_'));
}
