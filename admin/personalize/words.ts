import type { PersonalizeStateFragment } from '../generated/personalize';

type Role = PersonalizeStateFragment['recipes'][number]['role'];

/** What a campaign is for. */
export const ROLE_WORDS: Readonly<Record<Role, string>> = {
  USER: 'For a person',
  SIMILAR: 'Similar titles',
  POPULAR: 'Popular',
  RANKING: 'Re-ranking',
};

const KINDS: Readonly<Record<string, string>> = {
  DATASET_GROUP: 'Dataset group',
  SCHEMA: 'Schema',
  DATASET: 'Dataset',
  IMPORT_JOB: 'Import',
  EVENT_TRACKER: 'Event tracker',
  SOLUTION: 'Solution',
  SOLUTION_VERSION: 'Training',
  FILTER: 'Filter',
  CAMPAIGN: 'Campaign',
  DELETION_JOB: 'Deletion of forgotten people',
};

/** Campaign: for a person. */
export function thingWords(kind: string, logicalKey: string): string {
  const label = KINDS[kind] ?? kind;
  if (kind === 'DATASET_GROUP' || kind === 'EVENT_TRACKER' || kind === 'DELETION_JOB') return label;
  const key = ROLE_WORDS[logicalKey as Role] ?? logicalKey;
  return `${label}: ${key.toLowerCase()}`;
}

/** 12.5 h. */
export const hoursWords = (hours: number): string => `${hours.toLocaleString(undefined, { maximumFractionDigits: 1 })} h`;

/** A metric of Personalize under the name that ours has. */
export const THEIR_METRICS: readonly (readonly [theirs: string, ours: string])[] = [
  ['normalized_discounted_cumulative_gain_at_10', 'ndcg@10'],
  ['mean_reciprocal_rank_at_25', 'mrr@25'],
  ['precision_at_5', 'precision@5'],
  ['precision_at_10', 'precision@10'],
  ['precision_at_25', 'precision@25'],
  ['coverage', 'coverage'],
];
