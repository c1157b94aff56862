/** One person's list may have changed: what a refresh needs to know, ids only. */
export interface UserNotice {
  readonly userId: number;
  readonly version: number;
  readonly cause: CauseKind;
  readonly eventId: string | null;
  readonly titleId: number | null;
}

export enum CauseKind {
  SUBSCRIBED = 'SUBSCRIBED',
  EVENT = 'EVENT',
  DELETED = 'DELETED',
  PREFERENCES = 'PREFERENCES',
  IMPORT = 'IMPORT',
  RESYNC = 'RESYNC',
}

/** What one process tells the others on commit. Ids only, never content: payloads are readable by every listener. */
export type Notice =
  | { readonly topic: 'users'; readonly users: readonly UserNotice[] }
  /** One user stands for another from now on. */
  | { readonly topic: 'merge'; readonly fromId: number; readonly intoId: number }
  /** These users are gone for good. */
  | { readonly topic: 'forget'; readonly ids: readonly number[] }
  /** `ids` null: so many changed that everything is read again. */
  | { readonly topic: 'titles'; readonly ids: readonly number[] | null }
  | { readonly topic: 'model'; readonly id: number }
  | { readonly topic: 'placements' }
  | { readonly topic: 'moods' }
  /** Filters that applications name were saved or taken out. */
  | { readonly topic: 'filters' }
  /** What there is to ask of Amazon Personalize changed. */
  | { readonly topic: 'personalize' }
  /** Events wait to be passed on. */
  | { readonly topic: 'outbox' }
  /** Numbers of the dashboard were counted anew, or what needs attention changed. */
  | { readonly topic: 'metrics' }
  | { readonly topic: 'key'; readonly id: number }
  | { readonly topic: 'operator'; readonly id: number }
  | { readonly topic: 'job'; readonly id: number }
  /** Who is in a blend, what they voted or what they agreed on changed. */
  | { readonly topic: 'blend'; readonly id: number };
