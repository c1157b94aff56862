import { SyncState } from '../core/personalize/sync';
import { CampaignGuard } from '../core/personalize/sync-settings';
import { named } from './enums';

/** What a campaign is for, as GraphQL names it. */
export const CampaignRoleName = { USER: 'USER', SIMILAR: 'SIMILAR', POPULAR: 'POPULAR', RANKING: 'RANKING' } as const;

named(CampaignRoleName, 'PersonalizeRole', 'What a campaign of Amazon Personalize is for.', {
  USER: 'What a person may like.',
  SIMILAR: 'What is like a title.',
  POPULAR: 'What is popular.',
  RANKING: 'Given titles in the order in which a person may like them.',
});

named(SyncState, 'PersonalizeState', 'Where the sync with Amazon Personalize stands.', {
  OFF: 'It was never started.',
  SYNCING: 'It is on the way to what is wanted.',
  LIVE: 'Everything that is wanted is there.',
  PAUSED: 'An operator paused it, or the budget or a guard did: lastError says which.',
  FAILED: 'It cannot go on without a person: lastError says what to do.',
  TEARDOWN: 'What we made is being taken down.',
  GONE: 'It was taken down.',
});

named(CampaignGuard, 'PersonalizeGuard', 'What is done with a campaign that costs and is not asked, or is beyond the budget.', {
  PROPOSE: 'It is said; a person decides.',
  TAKE_DOWN: 'It is taken down; starting again makes it anew without another training.',
});
