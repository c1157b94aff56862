import type { TitleKind } from '../title';

/** What was played, added up. */
export interface Sums {
  readonly plays: number;
  /** Plays whose length nobody knows add nothing. */
  readonly seconds: number;
}

export interface KindInsight extends Sums {
  /** An episode counts as its show. */
  readonly kind: TitleKind;
  readonly titles: number;
}

export interface TitleInsight extends Sums {
  readonly titleId: number;
  readonly firstAt: Date;
  readonly lastAt: Date;
}

export interface ActorInsight extends Sums {
  readonly name: string;
  readonly titles: number;
}

export interface GenreInsight extends Sums {
  readonly genre: string;
  readonly titles: number;
}

export interface MonthInsight extends Sums {
  /** Its beginning, by the clocks of the time zone that was asked for. */
  readonly from: Date;
}

export interface WeekdayInsight extends Sums {
  /** 1: Monday, to 7: Sunday, as ISO 8601 counts. */
  readonly weekday: number;
}

export interface HourInsight extends Sums {
  /** 0 to 23. */
  readonly hour: number;
}

/** Several plays of one show at a stretch: see `BINGE`. */
export interface Binge extends Sums {
  readonly titleId: number;
  /** When its first play began. */
  readonly at: Date;
}

/**
 * What a binge is: three plays of one show or more, each of which begins within three hours after the one before began; of plays of which
 * only the day is known, three or more of one show on one day.
 */
export const BINGE = { plays: 3, hours: 3 } as const;

/** One sitting with one title. */
export interface Play {
  /** Where it stands in the log: its first event. */
  readonly sequence: number;
  /** What was played: an episode, where the episode is known. */
  readonly titleId: number;
  readonly occurredAt: Date;
  /** False where only the day is known: then `occurredAt` is its midnight, UTC. */
  readonly timed: boolean;
  /** Null where nobody knows. */
  readonly seconds: number | null;
  readonly importId: number | null;
  /** The event that an import made of a row; null where it was played here. */
  readonly eventId: string | null;
}

/** What one person played. */
export interface PersonalInsights extends Sums {
  readonly titles: number;
  /** How many plays nobody knows the length of. */
  readonly unknownSeconds: number;
  /** How many plays have a day, but no time of day. */
  readonly untimedPlays: number;
  readonly first: Play | null;
  readonly last: Play | null;
  readonly kinds: readonly KindInsight[];
  readonly shows: readonly TitleInsight[];
  readonly films: readonly TitleInsight[];
  readonly actors: readonly ActorInsight[];
  /** All of them, by what was played most. */
  readonly genres: readonly GenreInsight[];
  readonly months: readonly MonthInsight[];
  readonly weekdays: readonly WeekdayInsight[];
  readonly hours: readonly HourInsight[];
  readonly binges: readonly Binge[];
}
