import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Logger } from 'pino';
import { COMPARED_PLACES, overlaps } from '../core/engine-comparison';
import type { Placement } from '../core/placement';
import type { EngineList, Operations } from '../engine/engine';
import type { Db } from '../store/database';
import { addComparison } from '../store/engine-comparisons';
import type { Answered, Engines } from './engines';

interface Parts {
  readonly db: Db;
  readonly engines: Engines;
  readonly log: Logger;
  readonly clock: () => Date;
  /** 0 (inclusive) to 1 (exclusive): draws the lists of which a placement has the shadow asked. */
  readonly random?: () => number;
}

/** Asks a second engine for the same list, and keeps how both compare; whoever asked for the list never waits for it. */
export interface Shadow {
  /** After a list of a placement was answered. */
  follow(placement: Placement, asked: Parameters<Operations['recommend']>[0], answered: Answered<EngineList>): void;
  /** Resolves when everything that is under way is kept. */
  settled(): Promise<void>;
}

/** More at once are passed over: the engines are there for those who wait for lists. */
const MOST_AT_ONCE = 4;

export function createShadow({ db, engines, log, clock, random = Math.random }: Parts): Shadow {
  const running = new Set<Promise<void>>();

  async function compare(
    { name, shadow }: { readonly name: string; readonly shadow: Answered<EngineList>['engine'] },
    asked: Parameters<Operations['recommend']>[0],
    { engine, answer, ms }: Answered<EngineList>,
  ): Promise<void> {
    // The list goes out first.
    await nextTurn();
    const began = performance.now();
    const other = await engines.only(shadow, asked);
    const shadowMs = performance.now() - began;
    const compared = other && { ...overlaps(firstOf(answer), firstOf(other)), shadowMs };
    await addComparison(db, { placement: name, at: clock(), served: engine, shadow, servedMs: ms, compared });
  }

  return {
    follow({ name, shadow, shadowShare }, asked, answered) {
      if (shadow === null || shadow === answered.engine || running.size >= MOST_AT_ONCE || random() >= shadowShare) return;
      const work = compare({ name, shadow }, asked, answered)
        .catch((error: unknown) => log.warn({ err: error, placement: name }, 'Two engines could not be compared.'))
        .finally(() => running.delete(work));
      running.add(work);
    },
    async settled() {
      await Promise.all(running);
    },
  };
}

/** What the engine itself ranked first. */
function firstOf(list: EngineList): readonly number[] {
  return list.top(Math.min(COMPARED_PLACES, list.own ?? COMPARED_PLACES)).map(({ titleId }) => titleId);
}
