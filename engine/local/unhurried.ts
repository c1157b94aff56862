import { setImmediate as turn } from 'node:timers/promises';
import type { Steps } from '../../core/steps';

const LONGEST_MS = 5;

/** Does long work in turns of about 5 ms, so that requests are answered in between. Throws what the work throws. */
export async function unhurried<Result>(steps: Steps<Result>): Promise<Result> {
  for (;;) {
    const until = performance.now() + LONGEST_MS;
    while (performance.now() < until) {
      const step = steps.next();
      if (step.done) return step.value;
    }
    await turn();
  }
}
