export enum TitleKind {
  MOVIE = 'MOVIE',
  SHOW = 'SHOW',
  EPISODE = 'EPISODE',
  BOOK = 'BOOK',
  TRACK = 'TRACK',
  VIDEO = 'VIDEO',
}

/** Kinds that stand in lists; an episode is listed as its show. */
export const LISTED_KINDS = [TitleKind.MOVIE, TitleKind.SHOW, TitleKind.BOOK, TitleKind.TRACK, TitleKind.VIDEO] as const;

export enum TitleState {
  /** In lists, searches and pasts. */
  LISTED = 'LISTED',
  /** Kept in a person's past, absent from every list. */
  HIDDEN = 'HIDDEN',
  /** Taken out by an operator; as HIDDEN, and absent from searches. */
  REMOVED = 'REMOVED',
  /** Another row of the same work stands for it: `mergedIntoId`. */
  MERGED = 'MERGED',
}

/** A window in which a title may be shown; `region` null means everywhere, null times mean open ends. */
export interface Availability {
  readonly region: string | null;
  readonly from: string | null;
  readonly until: string | null;
}

/** Facts that only some kinds have; used by popularity, moods and the console. */
export interface TitleAttributes {
  /** Mean public rating on a scale of 0 to 5, and how many people gave one. */
  readonly rating?: number;
  readonly ratingCount?: number;
  /** 0 to 100 as the source of a track measures it; comparable within one kind only. */
  readonly popularity?: number;
  readonly language?: string;
  readonly album?: string;
  readonly subgenres?: readonly string[];
  readonly tempo?: number;
  readonly energy?: number;
  readonly valence?: number;
  readonly danceability?: number;
  readonly acousticness?: number;
  readonly instrumentalness?: number;
}

export interface Title {
  readonly id: number;
  readonly kind: TitleKind;
  readonly name: string;
  readonly year: number | null;
  readonly description: string | null;
  readonly genres: readonly string[];
  /** The shelf it stands on where a catalogue has shelves: what `sideList` goes by. */
  readonly category: string | null;
  readonly certificate: string | null;
  /** Playing time in whole seconds. */
  readonly seconds: number | null;
  readonly pages: number | null;
  /** The show of an EPISODE. */
  readonly parentId: number | null;
  readonly season: number | null;
  readonly number: number | null;
  readonly availability: readonly Availability[];
  readonly attributes: TitleAttributes;
  /** A picture's address, or `/posters/<hash>` of one that an operator uploaded; null means a drawn one at `/posters/:id`. */
  readonly posterSource: string | null;
  readonly mediaUrl: string | null;
  readonly state: TitleState;
  readonly mergedIntoId: number | null;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export interface ExternalId {
  /** Lower-case name of the catalogue it comes from: `imdb`, `tmdb`, `movielens`, `goodreads`, `spotify`. */
  readonly source: string;
  readonly value: string;
}

export interface Tag {
  readonly tag: string;
  /** How well it fits, 0 to 1. */
  readonly relevance: number;
}

export enum CreditRole {
  ACTOR = 'ACTOR',
  DIRECTOR = 'DIRECTOR',
  CREATOR = 'CREATOR',
  AUTHOR = 'AUTHOR',
  ARTIST = 'ARTIST',
}

export interface Credit {
  readonly role: CreditRole;
  readonly name: string;
  readonly character: string | null;
  /** Order of billing within the role, from 0. */
  readonly position: number;
}
