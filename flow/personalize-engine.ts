import type { Logger } from 'pino';
import type { PersonalizeSettings } from '../core/personalize/settings';
import type { LocalEngine } from '../engine/local/local';
import { type DataPlane, dataPlane } from '../engine/personalize/clients';
import { createPersonalizeEngine } from '../engine/personalize/engine';
import type { Db } from '../store/database';
import { personalizeTargets } from '../store/personalize-targets';
import { noteCampaignUsed } from '../store/personalize-use';
import type { RemoteEngine } from './engines';
import { createTargets, type KnownTargets } from './personalize-targets';
import type { RecommenderParts } from './recommend';

type Parts = Pick<Parameters<typeof createTargets>[0], 'read' | 'log'> & {
  readonly plane: DataPlane;
  /** Told of every answer of a campaign. */
  readonly onAnswer?: (campaignArn: string) => void;
};

interface Opening {
  readonly settings: PersonalizeSettings | null;
  readonly db: Db;
  readonly clock: () => Date;
  readonly log: Logger;
}

/** Personalize by the SDK's own settings; null without ours, or while the kill switch is on. */
export function openPersonalize({ settings, db, clock, log }: Opening): LivePersonalize | null {
  if (settings === null || settings.disabled) return null;
  return livePersonalize({ plane: dataPlane(), read: () => personalizeTargets(db), log, onAnswer: usesNoted({ db, clock, log }) });
}

/** Amazon Personalize for lists. */
export interface LivePersonalize {
  readonly targets: KnownTargets;
  /** For `createRecommender`, which starts and stops all of it. */
  readonly remote: NonNullable<RecommenderParts['remote']>;
}

/** Makes Personalize an engine for lists; it is asked nothing before its campaigns are there. */
export function livePersonalize({ plane, read, log, onAnswer }: Parts): LivePersonalize {
  // Loading the SDK takes as long as a list may wait in all.
  const targets = createTargets({ read, log, prepare: ({ campaigns }) => (campaigns.USER ? plane.runtime() : Promise.resolve()) });
  return {
    targets,
    remote: (local: LocalEngine): RemoteEngine => ({
      ...targets,
      engine: createPersonalizeEngine({ plane, targets: targets.current, state: local.state, ...(onAnswer && { onAnswer }) }),
      async stop() {
        await targets.stop();
        plane.close();
      },
    }),
  };
}

const NOTED_MS = 300_000;

/** Keeps that a campaign answers, once in five minutes; no list waits for it. */
export function usesNoted({ db, clock, log }: Pick<Opening, 'db' | 'clock' | 'log'>): (campaignArn: string) => void {
  const notedAt = new Map<string, number>();
  return (arn) => {
    const now = clock();
    if (now.getTime() - (notedAt.get(arn) ?? Number.NEGATIVE_INFINITY) < NOTED_MS) return;
    notedAt.set(arn, now.getTime());
    noteCampaignUsed(db, arn, now).catch((error: unknown) => log.warn({ err: error }, 'That a campaign is asked could not be noted.'));
  };
}
