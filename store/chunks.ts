import { copyRows } from './copy-rows';
import { openPool } from './database';

/** Arrays by name, as they are stored in one table: a row for each 4 MiB of each. */
export type Parts = Readonly<Record<string, ArrayBufferView>>;

// One value of 1 GB is PostgreSQL's limit, and far smaller ones keep memory flat while reading and writing.
const CHUNK_BYTES = 4 * 1024 * 1024;

/** The rows of parts; their bytes are not copied. */
export function* chunksOf(parts: Parts): Generator<{ readonly part: string; readonly number: number; readonly bytes: Buffer }> {
  for (const [part, values] of Object.entries(parts)) {
    const all = bytesOf(values);
    for (let number = 0; number * CHUNK_BYTES < all.length; number++)
      yield { part, number, bytes: all.subarray(number * CHUNK_BYTES, (number + 1) * CHUNK_BYTES) };
  }
}

/**
 * Fills arrays that were made for them with the chunks that `query` selects as part and bytes, in the order of their numbers: by binary
 * COPY, and never all of them in memory beside the arrays. False when they are not exactly as many bytes as the arrays hold.
 */
export async function readChunks(url: string, query: string, parts: Parts): Promise<boolean> {
  const rooms = new Map(Object.entries(parts).map(([part, values]) => [part, { all: bytesOf(values), used: 0 }]));
  let fits = true;
  const pool = openPool(url, 1);
  const client = await pool.connect();
  try {
    await copyRows(client, `copy (${query}) to stdout (format binary)`, (row) => {
      const room = rooms.get(row.text() ?? '');
      const bytes = row.bytes();
      if (room === undefined || room.used + bytes.length > room.all.length) {
        fits = false;
        return;
      }
      room.all.set(bytes, room.used);
      room.used += bytes.length;
    });
  } finally {
    client.release(true);
    await pool.end();
  }
  return fits && [...rooms.values()].every(({ all, used }) => used === all.length);
}

function bytesOf({ buffer, byteOffset, byteLength }: ArrayBufferView): Buffer {
  return Buffer.from(buffer as ArrayBuffer, byteOffset, byteLength);
}
