import type { Sound } from '../sound';
import type { TitleKind } from '../title';

/** What a mood does with how somebody feels. */
export enum MoodMatch {
  /** Titles of the same feeling. */
  MATCH = 'MATCH',
  /** Titles that lead to another feeling: a playlist begins low and rises. */
  LIFT = 'LIFT',
}

/** How much a genre of a kind speaks for a mood: -1 to 1. Letters count the same in either case. */
export interface MoodGenre {
  readonly kind: TitleKind;
  readonly genre: string;
  readonly weight: number;
}

/** How much a tag speaks for a mood: -1 to 1. */
export interface MoodTag {
  readonly tag: string;
  readonly weight: number;
}

/** Where a fact of a track should lie, and how much that matters beside the other facts: above 0 to 1. */
export interface MoodSound {
  readonly fact: Sound;
  readonly from: number;
  readonly to: number;
  readonly weight: number;
}

/** A feeling by name, as data: what speaks for it and against it. */
export interface Mood {
  /** Lower-case words joined by hyphens. */
  readonly id: string;
  readonly names: { readonly en: string; readonly ru: string };
  /** Other words that people say for it, in any language. */
  readonly words: readonly string[];
  readonly match: MoodMatch;
  readonly genres: readonly MoodGenre[];
  readonly tags: readonly MoodTag[];
  readonly sound: readonly MoodSound[];
  readonly version: number;
  readonly updatedAt: Date;
}

/** A mood before it is kept. */
export type MoodDraft = Omit<Mood, 'version' | 'updatedAt'>;

/** Moods as lists go by them, with the tags that they name. */
export interface MoodBook {
  readonly moods: ReadonlyMap<string, Mood>;
  /** Relevance, 0 to 1, of the tags in lower case that any mood names, by title; titles without any are left out. */
  readonly tags: ReadonlyMap<number, ReadonlyMap<string, number>>;
}

export const NO_MOODS: MoodBook = { moods: new Map(), tags: new Map() };

/** Every tag that any of the moods names, in lower case, once. */
export function tagsNamedBy(moods: Iterable<Pick<Mood, 'tags'>>): readonly string[] {
  return [...new Set([...moods].flatMap(({ tags }) => tags.map(({ tag }) => tag.toLowerCase())))];
}
