import type { LocalEngine } from '../engine/local/local';
import type { DataPlane } from '../engine/personalize/clients';
import { createPersonalizeEngine } from '../engine/personalize/engine';
import type { RemoteEngine } from './engines';
import { createTargets, type KnownTargets } from './personalize-targets';
import type { RecommenderParts } from './recommend';

type Parts = Pick<Parameters<typeof createTargets>[0], 'read' | 'log'> & { readonly plane: DataPlane };

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
