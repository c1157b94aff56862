import { LIKED_FROM, type Said, saysRating } from '../confidence';
import { Opinion } from '../interaction';

/**
 * Whether a person likes a title and since when, by what they said last; null where they said nothing. What was only watched says nothing. Ratings
 * are likes where recommendations begin to count them as one; the original cut at 3 of 5 while its text said 7 of 10.
 */
export function likedBy(said: Said): { readonly liked: boolean; readonly at: number } | null {
  const { rating, ratedAt, opinion, opinionAt } = said;
  if (rating !== null && saysRating(said)) return { liked: rating >= LIKED_FROM, at: ratedAt?.getTime() ?? 0 };
  return opinion === null ? null : { liked: opinion === Opinion.LIKE, at: opinionAt?.getTime() ?? 0 };
}
