interface Attribution {
  /** `recommendationId` of the list that led here. */
  readonly recommendationId?: string | null | undefined;
  /** The title's rank in that list. */
  readonly rank?: number | null | undefined;
}

interface OfTitle extends Attribution {
  readonly titleId: string;
  readonly playId?: string | undefined;
}

/** What a page tells by `track`; its id and time are made. */
export type TrackedEvent =
  | (OfTitle & { readonly type: 'CLICK' | 'LIKE' | 'DISLIKE' | 'DONT_KNOW' | 'COMPLETED' })
  /** `value` from 0.5 to 5. */
  | (OfTitle & { readonly type: 'RATING'; readonly value: number })
  | (OfTitle & IntervalFacts)
  /** At most 200 titles that were seen on screen. */
  | (Attribution & { readonly type: 'IMPRESSION'; readonly titleIds: readonly string[] });

interface IntervalFacts {
  readonly type: 'WATCH_INTERVAL';
  readonly fromSeconds: number;
  readonly toSeconds: number;
  readonly mediaSeconds?: number | undefined;
}

/** An event on its way: the same id on every retry. */
export type KinographEvent = TrackedEvent & { readonly id: string; readonly occurredAt: string };

/** One piece that was played without a seek, in seconds of the media. */
export type WatchInterval = OfTitle & IntervalFacts & { readonly id: string; readonly occurredAt: string };

/** The title that a play is of, and what led to it. */
export interface PlayedTitle extends Attribution {
  readonly titleId: string;
  /** Length of the media in seconds, where it is known before the media tells. */
  readonly mediaSeconds?: number | null | undefined;
  /** The same for all intervals of one play; made where it is left out. */
  readonly playId?: string | undefined;
}
