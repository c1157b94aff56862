import type { Logger } from 'pino';
import type { PersonalizeSettings } from '../core/personalize/settings';
import type { LocalEngine } from '../engine/local/local';
import { type DataPlane, dataPlane } from '../engine/personalize/clients';
import { createPersonalizeEngine } from '../engine/personalize/engine';
import type { Db } from '../store/database';
import { personalizeTargets } from '../store/personalize-targets';
import type { RemoteEngine } from './engines';
import { createTargets, type KnownTargets } from './personalize-targets';
import type { RecommenderParts } from './recommend';

type Parts = Pick<Parameters<typeof createTargets>[0], 'read' | 'log'> & { readonly plane: DataPlane };

interface Opening {
  readonly settings: PersonalizeSettings | null;
  readonly db: Db;
  readonly log: Logger;
}

/** Personalize by the SDK's own settings; null without ours, or while the kill switch is on. */
export function openPersonalize({ settings, db, log }: Opening): LivePersonalize | null {
  if (settings === null || settings.disabled) return null;
  return livePersonalize({ plane: dataPlane(), read: () => personalizeTargets(db), log });
}

/** Amazon Personalize for lists. */
export interface LivePersonalize {
  readonly targets: KnownTargets;
  /** For `createRecommender`, which starts and stops all of it. */
  readonly remote: NonNullable<RecommenderParts['remote']>;
}

/** Makes Personalize an engine for lists; it is asked nothing before its campaigns are there. */
export function livePersonalize({ plane, read, log }: Parts): LivePersonalize {
  // Loading the SDK takes as long as a list may wait in all.
  const targets = createTargets({ read, log, prepare: ({ campaigns }) => (campaigns.USER ? plane.runtime() : Promise.resolve()) });
  return {
    targets,
    remote: (local: LocalEngine): RemoteEngine => ({
      ...targets,
      engine: createPersonalizeEngine({ plane, targets: targets.current, state: local.state }),
      async stop() {
        await targets.stop();
        plane.close();
      },
    }),
  };
}
