import type { ClientBase, Connection, Submittable } from 'pg';

/** The row that is being read: each call reads its next field, in the order of the columns; null is null. */
export interface BinaryRow {
  /** A bigint below 2^53. */
  int8(): number | null;
  int4(): number | null;
  float8(): number | null;
  /** A timestamptz as milliseconds since 1970. */
  time(): number | null;
  text(): string | null;
  /** How long the ranges of an int4multirange are together; 0 of null. */
  spanned(): number;
  /** A bytea where it came in: copy what is to last. */
  bytes(): Uint8Array;
}

const COPY_HEADER_BYTES = 19;
const TRAILER = -1;
const TWO_TO_32 = 2 ** 32;
const EPOCH_MS = Date.UTC(2000, 0, 1);

/**
 * Reads `copy (...) to stdout (format binary)` row by row, without an object or a string for each: a million interactions took less than
 * half the time of a JSON line each (1.7 s and 3.7 s, 1.0 s and 1.8 s of processor time). The client must not pipeline. Where `onRow`
 * answers a promise, no more is taken from the connection until it is kept: what has come already, some 64 KB, still follows. Throws what
 * `onRow` throws: then the rest is not read, and the connection is gone.
 */
export function copyRows(client: ClientBase, sql: string, onRow: (row: BinaryRow) => Promise<void> | void): Promise<void> {
  return new Promise((resolve, reject) => {
    const reader = newReader();
    let ended = false;
    let waiting: Promise<unknown> | null = null;
    const query: Submittable & Record<string, unknown> = {
      submit: (connection: Connection) => connection.query(sql),
      handleCopyData({ chunk }: { readonly chunk: Buffer }, { stream }: Connection): void {
        if (ended) return;
        const fail = (error: unknown): void => {
          ended = true;
          reject(error);
          stream.destroy();
        };
        try {
          // PostgreSQL sends one row a message; the header comes with the first.
          const busy = reader.take(chunk) ? onRow(reader.row) : undefined;
          if (busy === undefined) return;
          stream.pause();
          const all: Promise<unknown> = Promise.all([waiting, busy]);
          waiting = all;
          all.then(() => {
            if (waiting !== all) return;
            waiting = null;
            stream.resume();
          }, fail);
        } catch (error) {
          fail(error);
        }
      },
      handleCommandComplete: () => undefined,
      handleReadyForQuery: () => void Promise.resolve(waiting).then(() => resolve(), reject),
      handleError: reject,
    };
    client.query(query);
  });
}

/** One row a message; `take` answers false for the trailer. */
function newReader(): { readonly row: BinaryRow; take(message: Buffer): boolean } {
  let buffer: Buffer = Buffer.alloc(0);
  let at = 0;
  let begun = false;

  function int(): number {
    const value =
      ((buffer[at] as number) << 24) | ((buffer[at + 1] as number) << 16) | ((buffer[at + 2] as number) << 8) | (buffer[at + 3] as number);
    at += 4;
    return value;
  }
  function long(): number {
    const high = int();
    return high * TWO_TO_32 + (int() >>> 0);
  }

  const row: BinaryRow = {
    int8: () => (int() < 0 ? null : long()),
    int4: () => (int() < 0 ? null : int()),
    float8() {
      if (int() < 0) return null;
      at += 8;
      return buffer.readDoubleBE(at - 8);
    },
    time: () => (int() < 0 ? null : EPOCH_MS + long() / 1000),
    text() {
      const length = int();
      if (length < 0) return null;
      at += length;
      return buffer.toString('utf8', at - length, at);
    },
    spanned() {
      if (int() < 0) return 0;
      let sum = 0;
      for (let ranges = int(); ranges > 0; ranges--) {
        // Length, flags, then a length and a value for each bound: int4 ranges are stored with both, [from, to).
        at += 4 + 1 + 4;
        const from = int();
        at += 4;
        sum += int() - from;
      }
      return sum;
    },
    bytes() {
      const length = int();
      at += Math.max(0, length);
      return buffer.subarray(at - Math.max(0, length), at);
    },
  };
  return {
    row,
    take(message) {
      buffer = message;
      at = begun ? 0 : COPY_HEADER_BYTES;
      begun = true;
      at += 2;
      return buffer.readInt16BE(at - 2) !== TRAILER;
    },
  };
}
