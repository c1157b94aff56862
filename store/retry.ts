import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from 'pino';

const FIRST_WAIT_MS = 100;
const LONGEST_WAIT_MS = 5_000;

/** What is tried, how a failure is told, and what ends the trying. */
interface Trying {
  readonly log: Logger;
  /** A sentence for the log: what could not be done. */
  readonly failure: string;
  readonly leaving?: AbortSignal;
}

/**
 * Runs what must happen however long the database is away: tries again, with pauses that double up to 5 s, until it succeeds
 * once or `leaving` aborts. Never throws.
 */
export async function untilDone(run: () => Promise<unknown>, { log, failure, leaving }: Trying): Promise<void> {
  for (let wait = FIRST_WAIT_MS; !leaving?.aborted; wait = Math.min(2 * wait, LONGEST_WAIT_MS)) {
    try {
      await run();
      return;
    } catch (error) {
      log.warn({ err: error }, `${failure} Trying again in ${wait} ms.`);
      await delay(wait, undefined, { signal: leaving, ref: false }).catch(() => undefined);
    }
  }
}
