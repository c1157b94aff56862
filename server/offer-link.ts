import { badInput } from '../core/errors';
import { Right } from '../core/rights';
import { linkToken } from '../core/shop/tracked-link';
import type { LinkArgs } from '../schema/offer';
import type { Context } from './context';
import { namedUser } from './subject';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * A link to an offer for whoever asks, or for the person who is named, bound to the list and mood that show it. Throws BAD_INPUT on the argument at
 * fault, and what `namedUser` throws.
 */
export async function offerLink(context: Context, offerId: number, { userId, recommendationId, mood }: LinkArgs): Promise<string> {
  if (recommendationId && !UUID.test(recommendationId))
    throw badInput('recommendationId', 'This names no list.', 'the recommendationId of a list');
  requireMood(context, mood);
  const target = {
    offerId,
    userId: await followerOf(context, userId),
    recommendationId: recommendationId?.toLowerCase() || null,
    mood: mood || null,
  };
  const { shopKeys, clock } = context.house;
  return `/go/${offerId}?t=${linkToken(shopKeys.links, target, clock())}`;
}

function requireMood({ house }: Context, mood: string | null | undefined): void {
  const { moods } = house.recommender.local.state().moods;
  if (mood && !moods.has(mood)) throw badInput('mood', 'There is no such mood.', `one of ${[...moods.keys()].join(', ')}`);
}

function followerOf(context: Context, userId: string | null | undefined): Promise<number | null> | number | null {
  if (userId) return namedUser(context, userId, { right: Right.RECOMMENDATIONS_READ, field: 'userId' });
  return context.caller.kind === 'viewer' ? context.caller.userId : null;
}
