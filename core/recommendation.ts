import type { Fit } from './free-time/fit';
import type { TitleKind } from './title';

export enum EngineName {
  LOCAL = 'LOCAL',
  PERSONALIZE = 'PERSONALIZE',
  SPARK = 'SPARK',
}

/** Why a title stands in a list: a closed list, each with its evidence. */
export enum ReasonCode {
  BECAUSE_WATCHED = 'BECAUSE_WATCHED',
  SIMILAR_USERS = 'SIMILAR_USERS',
  SIMILAR_TITLE = 'SIMILAR_TITLE',
  TRENDING = 'TRENDING',
  POPULAR = 'POPULAR',
  MOOD_MATCH = 'MOOD_MATCH',
  FITS_TIME = 'FITS_TIME',
  LIKED_GENRE = 'LIKED_GENRE',
  GROUP_COMPROMISE = 'GROUP_COMPROMISE',
  EDITORIAL = 'EDITORIAL',
  EXPLORATION = 'EXPLORATION',
  FALLBACK = 'FALLBACK',
}

export interface Reason {
  readonly code: ReasonCode;
  /** The title that is the evidence, for BECAUSE_WATCHED and SIMILAR_TITLE. */
  readonly titleId: number | null;
  /** The genre that is the evidence, for LIKED_GENRE. */
  readonly genre: string | null;
  /** This reason's part of the score, in the score's own unit; null where the score has no parts. */
  readonly contribution: number | null;
}

/** One place of a list; `score` compares within that list only. */
export interface Recommended {
  readonly titleId: number;
  readonly rank: number;
  readonly score: number | null;
  readonly reasons: readonly Reason[];
  /** What of it fits into the free time; null where none was told. */
  readonly fit: Fit | null;
}

/** What a list may hold. Names and meaning are those of `RecommendationsInput`; ids are ours already. */
export interface ListFilter {
  readonly kinds?: readonly TitleKind[];
  readonly perKind?: number;
  readonly genres?: readonly string[];
  /** A mood by its id: the list holds titles that fit it, as long as there is any. */
  readonly mood?: string;
  /** The time that there is: what does not fit in it is in no list, nor is what has no known length. */
  readonly availableSeconds?: number;
  readonly maxTitleSeconds?: number;
  readonly yearFrom?: number;
  readonly yearTo?: number;
  readonly region?: string;
  readonly locale?: string;
  readonly maxCertificate?: string;
  readonly excludeSeen: boolean;
  readonly excludeServed: boolean;
  readonly excludeTitleIds: readonly number[];
  /** "What if I had not watched these?": left out of the person's past before anything is computed. */
  readonly withoutHistoryOf: readonly number[];
  /** 0 to 1: how much a list avoids titles that are like each other. */
  readonly diversity?: number;
  /** 0 to 1: the share of places for titles that little is known of. */
  readonly explorationShare?: number;
  readonly seed?: number;
}
