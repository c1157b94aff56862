import { badInput } from '../core/errors';
import { Right } from '../core/rights';
import { offersIn, regionOf } from '../core/shop/offer';
import { linkToken } from '../core/shop/tracked-link';
import type { OfferArgs, OfferType } from '../schema/offer';
import type { Context } from './context';
import { namedUser } from './subject';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const MOOD = /^[a-z0-9][a-z0-9_-]{0,63}$/i;

/**
 * The offers of a title for whoever asks, each with a link that is bound to them and to the list that shows it. Throws BAD_INPUT on the argument
 * at fault, and what `namedUser` throws for a person who is named.
 */
export async function offeredTo(
  context: Context,
  titleId: number,
  { region, userId, recommendationId, mood }: OfferArgs,
): Promise<readonly OfferType[]> {
  const wanted = region ? regionOf(region) : null;
  if (region && wanted === null) throw badInput('region', 'This is no region.', 'two letters of ISO 3166, such as FI');
  if (recommendationId && !UUID.test(recommendationId))
    throw badInput('recommendationId', 'This names no list.', 'the recommendationId of a list');
  if (mood && !MOOD.test(mood)) throw badInput('mood', 'This names no mood.', 'the id of a mood');
  const bound = {
    userId: await followerOf(context, userId),
    recommendationId: recommendationId?.toLowerCase() || null,
    mood: mood || null,
  };
  const { shopKeys, clock } = context.house;
  const offers = offersIn(await context.loaders.offers.load(titleId), wanted);
  return offers.map((offer) => ({
    ...offer,
    link: `/go/${offer.id}?t=${linkToken(shopKeys.links, { ...bound, offerId: offer.id }, clock())}`,
  }));
}

function followerOf(context: Context, userId: string | null | undefined): Promise<number | null> | number | null {
  if (userId) return namedUser(context, userId, { right: Right.RECOMMENDATIONS_READ, field: 'userId' });
  return context.caller.kind === 'viewer' ? context.caller.userId : null;
}
