import { checkCardCount, type TasteCard } from '../core/taste-card';
import type { TitleKind } from '../core/title';
import { cardsFor } from '../engine/local/taste-cards';
import { unknownToPerson } from '../store/dont-know';
import type { Recommender } from './recommend';

/** Whom to ask, of which kinds, and what to leave out. */
export interface CardsAsked {
  /** Null: somebody without a past. */
  readonly userId: number | null;
  readonly kinds: readonly TitleKind[];
  readonly first: number;
  readonly excludeTitleIds: readonly number[];
}

/** What somebody does not know today they may know in a year. */
const FORGOTTEN_DAYS = 365;
const DAY_MS = 86_400_000;

/** Titles to ask a person about. Throws BAD_INPUT for a number that means nothing. */
export async function tasteCards(
  recommender: Recommender,
  { userId, kinds, first, excludeTitleIds }: CardsAsked,
): Promise<readonly TasteCard[]> {
  checkCardCount(first);
  const { database, clock, local } = recommender;
  const since = new Date(clock().getTime() - FORGOTTEN_DAYS * DAY_MS);
  const [{ asked }, unknownIds] = await Promise.all([
    recommender.prepare({ userId, placement: null, filter: {} }),
    userId === null ? [] : unknownToPerson(database.db, userId, since),
  ]);
  const { person, now } = asked;
  return cardsFor(local.state(), { person, kinds, askedIds: [...unknownIds, ...excludeTitleIds], now, count: first });
}
