import { Opinion } from '../interaction';

/**
 * A rating from here on is a like: where the confidence table of recommendations begins to count one as one. The original cut at 3 of 5 while
 * its text said 7 of 10.
 */
export const LIKED_FROM = 3.5;

/** What a person said of a title. */
export interface Said {
  readonly rating: number | null;
  readonly ratedAt: Date | null;
  readonly opinion: Opinion | null;
  readonly opinionAt: Date | null;
}

/** Whether a person likes a title and since when, by what they said last; null where they said nothing. What was only watched says nothing. */
export function likedBy({ rating, ratedAt, opinion, opinionAt }: Said): { readonly liked: boolean; readonly at: number } | null {
  const [rated, meant] = [ratedAt?.getTime() ?? 0, opinionAt?.getTime() ?? 0];
  if (opinion !== null && (rating === null || meant >= rated)) return { liked: opinion === Opinion.LIKE, at: meant };
  return rating === null ? null : { liked: rating >= LIKED_FROM, at: rated };
}
