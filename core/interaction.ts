/** One covered piece of a title: tenths of a second, end exclusive, as PostgreSQL's int4multirange keeps it. */
export type Range = readonly [from: number, to: number];

export enum Opinion {
  LIKE = 'LIKE',
  DISLIKE = 'DISLIKE',
}

/** Everything a request reads of a person's past with one title. */
export interface Interaction {
  readonly userId: number;
  readonly titleId: number;
  /** Sorted, disjoint, at most 500 ranges, on the scale of `mediaSeconds`. */
  readonly covered: readonly Range[];
  /** Length that `covered` is measured against: the title's, else the first one that an event told; null when unknown. */
  readonly mediaSeconds: number | null;
  /** Seconds played, repeats included. */
  readonly secondsPlayed: number;
  readonly plays: number;
  /** The play that the last interval belonged to: a different one begins a new play. */
  readonly lastPlayId: string | null;
  readonly clicks: number;
  /** Whole plays or reads told without seconds. */
  readonly completions: number;
  /** 0.5 to 5, the newest by the time it was given. */
  readonly rating: number | null;
  readonly ratedAt: Date | null;
  readonly opinion: Opinion | null;
  readonly opinionAt: Date | null;
  /** The original player's uncapped score: each interval adds round(3 x seconds / length, 2), each click 1. */
  readonly classicScore: number;
  readonly firstAt: Date;
  readonly lastAt: Date;
}

/** The part of an interaction that ranking and training read: what was done and said, not when it began or by which play. */
export type InteractionFacts = Omit<Interaction, 'userId' | 'plays' | 'lastPlayId' | 'firstAt'>;
