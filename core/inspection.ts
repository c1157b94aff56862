import type { Reason } from './recommendation';

/** What a part of a score comes from. */
export enum ScorePartKind {
  PAST_TITLE = 'PAST_TITLE',
  TOLD_GENRES = 'TOLD_GENRES',
  LIKED_GENRE = 'LIKED_GENRE',
  POPULARITY = 'POPULARITY',
  MOOD = 'MOOD',
}

/** One part of a score; all parts of a title add up to it. */
export interface ScorePart {
  readonly kind: ScorePartKind;
  /** The title of the past, for PAST_TITLE; null when it stands for several. */
  readonly titleId: number | null;
  readonly genre: string | null;
  /** How many titles of the past it adds up. */
  readonly titles: number;
  readonly value: number;
}

/** What placed a title: all that the model ranked stand before those ranked by genres, and so on. */
export enum RankedBy {
  MODEL = 'MODEL',
  GENRES = 'GENRES',
  POPULARITY = 'POPULARITY',
  NOTHING = 'NOTHING',
}

/** What takes titles out of a list, in the order in which they are asked: the first one that does is told. */
export enum ListFilterName {
  HIDDEN = 'HIDDEN',
  KIND = 'KIND',
  GENRE = 'GENRE',
  LENGTH = 'LENGTH',
  YEAR = 'YEAR',
  CERTIFICATE = 'CERTIFICATE',
  LANGUAGE = 'LANGUAGE',
  TIME = 'TIME',
  UNAVAILABLE = 'UNAVAILABLE',
  DISLIKED = 'DISLIKED',
  SEEN = 'SEEN',
  EXCLUDED = 'EXCLUDED',
  SERVED = 'SERVED',
  MOOD = 'MOOD',
  PER_KIND = 'PER_KIND',
  TOO_LOW = 'TOO_LOW',
}

/** How a more varied order weighed a title: `gain` = (1 - diversity) x `relevance` - diversity x `likeness`. */
export interface Variety {
  /** 0 to 1 among those that were compared. */
  readonly relevance: number;
  /** To the most alike of those that stand before it, -1 to 1; 0 for the first. */
  readonly likeness: number;
  readonly likeTitleId: number | null;
  readonly gain: number;
}

/** A title as it would be scored, whether it stands in the list or not. */
export interface Scored {
  readonly titleId: number;
  readonly rankedBy: RankedBy;
  /** The sum of its parts; comparable among titles of the same `rankedBy`. */
  readonly score: number;
  readonly parts: readonly ScorePart[];
  /** Its place by score alone, from 1, among all that pass the filters. */
  readonly scoreRank: number;
}

/** One place of a list, taken apart. */
export interface InspectedTitle extends Scored {
  readonly rank: number;
  readonly reasons: readonly Reason[];
  /** Stands to be learned about, drawn by chance. */
  readonly explored: boolean;
  readonly propensity: number;
  /** Null where no more varied order was asked for. */
  readonly variety: Variety | null;
}

/** Why a title stands where it stands, or does not. */
export interface TitleVerdict extends Scored {
  /** Its place in the list; null when it is in none. */
  readonly rank: number | null;
  /** The first filter that takes it out; null for one that stands in the list. */
  readonly filter: ListFilterName | null;
}

/** A title of the past as the engine reads it. */
export interface ReadTitle {
  readonly titleId: number;
  readonly liked: boolean;
  /** Confidence that goes with it. */
  readonly weight: number;
  /** Whether the model knows the title, so that it counts there. */
  readonly known: boolean;
}

/** A list taken apart. */
export interface Inspection {
  readonly modelId: number | null;
  readonly items: readonly InspectedTitle[];
  /** The whole list has so many places. */
  readonly length: number;
  readonly past: readonly ReadTitle[];
  /** Titles that lists may be made of, before any filter. */
  readonly catalogue: number;
  readonly filteredOut: readonly { readonly filter: ListFilterName; readonly titles: number }[];
  readonly about: readonly TitleVerdict[];
}

/** The `most` strongest parts; what the titles of the past behind them add is one part, so that the sum stays. */
export function strongestParts(parts: readonly ScorePart[], most: number): readonly ScorePart[] {
  const sorted = [...parts].sort((a, b) => Math.abs(b.value) - Math.abs(a.value));
  const past = sorted.filter(({ kind }) => kind === ScorePartKind.PAST_TITLE);
  if (past.length <= most) return sorted;
  const kept = new Set(past.slice(0, most));
  const rest = past.slice(most);
  const value = rest.reduce((sum, part) => sum + part.value, 0);
  const others: ScorePart = { kind: ScorePartKind.PAST_TITLE, titleId: null, genre: null, titles: rest.length, value };
  return [...sorted.filter((part) => part.kind !== ScorePartKind.PAST_TITLE || kept.has(part)), others];
}
