import { WatchClass } from '../watch-class';

/**
 * What events are called in Amazon Personalize, in an export as in the stream: a play by its class, what somebody said by our own
 * name for it. Five of the ten types and columns that a dataset may have.
 */
export const PERSONALIZE_EVENT_TYPES = ['watched', 'clicked', 'RATING', 'LIKE', 'DISLIKE'] as const;
export type PersonalizeEventType = (typeof PERSONALIZE_EVENT_TYPES)[number];

/** Those after which a title counts as seen; see `isSeen`. */
export const SEEN_TYPES: readonly PersonalizeEventType[] = ['watched', 'RATING', 'LIKE', 'DISLIKE'];

/** What a play of this class is called. */
export function playType(watched: WatchClass): PersonalizeEventType {
  return watched === WatchClass.WATCHED ? 'watched' : 'clicked';
}
