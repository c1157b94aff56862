import { setTimeout as delay } from 'node:timers/promises';

/** A sleep that can be ended before its time. */
export interface Alarm {
  /** Ends the sleep; one that comes while awake is kept until the next sleep, unless `clear` is called. */
  wake(): void;
  /** What is done from now on sees all that was woken for so far. */
  clear(): void;
  /** Sleeps so many milliseconds, or until it is woken or `leaving` aborts. Never throws. */
  sleep(ms: number): Promise<void>;
}

export function createAlarm(leaving: AbortSignal): Alarm {
  let rung = false;
  let sleeping: AbortController | null = null;
  return {
    wake() {
      rung = true;
      sleeping?.abort();
    },
    clear() {
      rung = false;
    },
    async sleep(ms) {
      if (rung || leaving.aborted || ms <= 0) return;
      sleeping = new AbortController();
      await delay(ms, undefined, { signal: AbortSignal.any([leaving, sleeping.signal]) }).catch(() => undefined);
      sleeping = null;
    },
  };
}
