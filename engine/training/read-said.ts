import type { ClientBase } from 'pg';
import type { Confidence, ConfidenceOptions } from '../../core/confidence';
import { copyRows } from '../../store/copy-rows';
import { openPool } from '../../store/database';
import { INTERACTION_ROWS, interactionReader } from './interaction-rows';
import { standIns } from './stand-ins';

/** How much there is to read: interactions, and titles, which are the most that one person can have interactions with. */
export interface Extent {
  readonly rows: number;
  readonly titles: number;
}

/** Takes what one person says of one title after another; where it answers a promise, it is soon told no more until that is kept. */
export interface Taker {
  add(userId: number, titleId: number, said: Confidence, time: number): Promise<void> | void;
}

/** Who takes what is said, and hears how far the reading is. */
interface Reading<To extends Taker> {
  /** Asked for once it is known how much there is. */
  readonly begin: (extent: Extent) => To;
  readonly signal?: AbortSignal | undefined;
  /** 0 to 1. */
  readonly onProgress?: ((fraction: number) => void) | undefined;
}

/** Progress is told after so many rows. */
const ROWS_A_STEP = 1 << 18;

/**
 * Reads every interaction of one moment by binary COPY, person after person, weighed by the confidence table, under the listed title that
 * stands for its own; one that says nothing is left out. Throws what `signal` was aborted with.
 */
export async function readSaid<To extends Taker>(
  url: string,
  confidence: ConfidenceOptions,
  { begin, signal, onProgress = () => undefined }: Reading<To>,
): Promise<To> {
  onProgress(0);
  const pool = openPool(url, 1);
  const client = await pool.connect();
  try {
    // One moment for all that is read.
    await client.query('begin isolation level repeatable read read only');
    const extent = await extentOf(client);
    const taker = begin(extent);
    const standIn = await standIns(client);
    const reader = interactionReader(confidence);
    let read = 0;
    await copyRows(client, INTERACTION_ROWS, (row) => {
      const said = reader.read(row);
      const title = standIn.get(reader.titleId) ?? reader.titleId;
      const busy = said === null ? undefined : taker.add(reader.userId, title, said, reader.time);
      read += 1;
      if (read % ROWS_A_STEP === 0) {
        signal?.throwIfAborted();
        onProgress(read / extent.rows);
      }
      return busy;
    });
    return taker;
  } finally {
    client.release(true);
    await pool.end();
  }
}

async function extentOf(client: ClientBase): Promise<Extent> {
  const { rows } = await client.query<Extent>(
    'select (select count(*) from interactions) as rows, (select count(*) from titles) as titles',
  );
  return rows[0] ?? { rows: 0, titles: 0 };
}
