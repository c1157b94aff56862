import type { Logger } from 'pino';
import { type Destination, OutboxDestination } from '../core/outbox';
import type { PersonalizeSettings } from '../core/personalize/settings';
import { type ClientOptions, dataPlane } from '../engine/personalize/clients';
import { createTargets, destinationsOf } from '../flow/personalize-targets';
import { startTeller, type Teller } from '../flow/personalize-teller';
import type { Db } from '../store/database';
import { listen } from '../store/notices';
import { clearOutbox } from '../store/outbox';
import { personalizeTargets } from '../store/personalize-targets';

interface Parts {
  /** Null: Personalize is told nothing. */
  readonly settings: PersonalizeSettings | null;
  readonly db: Db;
  readonly url: string;
  readonly clock: () => Date;
  readonly log: Logger;
  /** One of the SDK's own settings when left out. */
  readonly options?: ClientOptions;
}

/** Telling Personalize in one process. */
export interface Telling {
  /** Where accepted events are passed on to at this moment. */
  destinations(): readonly Destination[];
  stop(): Promise<void>;
}

/**
 * Tells Personalize what happens, as long as there is something of ours to tell; without settings, or with the kill switch on, nothing is
 * started or loaded. Without settings nobody will ever take what waited for it: that is let go of.
 */
export async function startTelling({ settings, db, url, clock, log, options }: Parts): Promise<Telling> {
  if (settings === null) await clearOutbox(db, OutboxDestination.PERSONALIZE);
  if (settings === null || settings.disabled) return { destinations: () => [], stop: async () => undefined };
  let teller: Teller | null = null;
  const targets = createTargets({ read: () => personalizeTargets(db), log, onRead: () => teller?.wake() });
  const plane = dataPlane(options);
  // LISTEN first, then read: what comes in between is a notice, never lost.
  const ear = await listen(url, {
    log,
    onNotice(notice) {
      targets.onNotice(notice);
      teller?.onNotice(notice);
    },
    onReconnect() {
      targets.onReconnect();
      teller?.wake();
    },
  });
  await targets.start();
  teller = startTeller({ db, plane, targets, clock, log });
  return {
    destinations: () => destinationsOf(targets),
    async stop() {
      await ear.stop();
      await targets.stop();
      await teller?.stop();
      plane.close();
    },
  };
}
