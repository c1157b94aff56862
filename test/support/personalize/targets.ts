import type { PersonalizeTargets } from '../../../core/personalize/sync';

const arn = (what: string): string => `arn:aws:personalize:eu-central-1:123456789012:${what}`;

/** A sync in which everything is there. */
export const ALL_TARGETS: PersonalizeTargets = {
  trackingId: 'tracker',
  datasetArns: {
    INTERACTIONS: arn('dataset/kinograph/INTERACTIONS'),
    ITEMS: arn('dataset/kinograph/ITEMS'),
    USERS: arn('dataset/kinograph/USERS'),
  },
  campaigns: {
    USER: arn('campaign/user'),
    SIMILAR: arn('campaign/similar'),
    POPULAR: arn('campaign/popular'),
    RANKING: arn('campaign/ranking'),
  },
  filters: { open: arn('filter/open'), genres: arn('filter/genres') },
};
