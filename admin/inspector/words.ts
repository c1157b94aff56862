import type { InspectorListFragment, ListFilterName, RankedBy } from '../generated/inspector';

export type Item = InspectorListFragment['items'][number];
export type Part = Item['parts'][number];
export type Verdict = InspectorListFragment['about'][number];

/** What keeps titles out of a list, as a sentence about them. */
export const KEPT_OUT: Readonly<Record<ListFilterName, string>> = {
  HIDDEN: 'hidden, removed or blocked',
  KIND: 'of another kind',
  GENRE: 'of other genres',
  LENGTH: 'too long, or of unknown length',
  YEAR: 'of other years, or of an unknown one',
  CERTIFICATE: 'above the certificate, or without one',
  LANGUAGE: 'in another language',
  TIME: 'too long for the free time, or of unknown length',
  UNAVAILABLE: 'not available there or now',
  DISLIKED: 'disliked by the person',
  SEEN: 'known to the person already',
  EXCLUDED: 'left out by the request',
  SERVED: 'shown in the last 30 days',
  MOOD: 'not of the mood',
  PER_KIND: 'behind enough others of their kind',
  TOO_LOW: 'ranked below 500 others',
};

/** What placed a title, in words. */
export const RANKED_BY: Readonly<Record<RankedBy, string>> = {
  MODEL: 'Ranked by the model',
  GENRES: 'Ranked by genres and popularity',
  POPULARITY: 'Ranked by popularity',
  NOTHING: 'Nothing is known of it',
};

/** What a part of a score comes from, in words. */
export function partName({ kind, title, genre, titles }: Part): string {
  if (kind === 'PAST_TITLE') return title?.name ?? `${titles} other ${titles === 1 ? 'title' : 'titles'} of the past`;
  if (kind === 'TOLD_GENRES') return genre ? `They say they like ${genre}` : 'Genres they say they like';
  if (kind === 'MOOD') return 'The mood asked for';
  if (kind === 'LIKED_GENRE') return `${genre ?? 'A genre'} they like`;
  return 'Popularity';
}

/** Tells a part from the others of its title: two titles of the past may have one name. */
export function partKey({ kind, title, genre }: Part): string {
  return [kind, title?.id, genre].join(' ');
}

const three = new Intl.NumberFormat(undefined, { minimumFractionDigits: 3, maximumFractionDigits: 3 });

/** A score with three places: they compare within one list only. */
export const scoreText = (score: number): string => three.format(score);
