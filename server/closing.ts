import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from 'pino';
import { faultOf } from '../core/fault';

/** What was started, to be stopped in reverse order. */
export interface Closing {
  /** Adds the stop of something that has just started. */
  add(name: string, stop: () => Promise<void> | void): void;
  /** Stops everything, the last started first, each at most ten seconds long; a second call waits for the first. Never throws. */
  stop(): Promise<void>;
}

const LONGEST_MS = 10_000;

export function createClosing(log: Logger): Closing {
  const stops: { readonly name: string; readonly stop: () => Promise<void> | void }[] = [];
  let stopping: Promise<void> | null = null;

  async function stopAll(): Promise<void> {
    for (const { name, stop } of stops.reverse()) {
      const done = Promise.resolve()
        .then(stop)
        .catch((error: unknown) => log.error({ part: name, fault: faultOf(error) }, 'A part did not stop cleanly.'));
      const late = new AbortController();
      const waited = delay(LONGEST_MS, 'late', { signal: late.signal, ref: false }).catch(() => null);
      if ((await Promise.race([done, waited])) === 'late') log.error({ part: name }, `A part did not stop within ${LONGEST_MS / 1000} s.`);
      late.abort();
    }
  }

  return {
    add: (name, stop) => void stops.push({ name, stop }),
    stop() {
      stopping ??= stopAll();
      return stopping;
    },
  };
}
