import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { Right } from '../../core/rights';
import type { ShopFeed } from '../../core/shop/feed';
import { queueFeed } from '../../flow/shop-feed';
import { ImportOffersInput, ImportOffersPayload, ShopFeedType } from '../../schema/shop-feed';
import { feedById } from '../../store/shop-feeds';
import { actorOf } from '../actor';
import type { Context } from '../context';
import { withUserErrors } from '../graphql/user-errors';
import { requireRight } from '../rights';
import { onlyShopOf, requireShop } from '../shop-scope';
import { rowId } from '../subject';

@Resolver(() => ShopFeedType)
export class ShopFeedResolver {
  @Query(() => ShopFeedType, { nullable: true, description: 'A file of offers; null where there is none that the caller may see.' })
  async shopFeed(@Arg('id', () => ID, { description: 'The file.' }) id: string, @Ctx() context: Context): Promise<ShopFeed | null> {
    const only = await onlyShopOf(context);
    const feed = await feedById(context.house.database.db, rowId(id, 'id'));
    return feed !== null && (only === null || only === feed.shopId) ? feed : null;
  }

  @Mutation(() => ImportOffersPayload, {
    description:
      'Lets the offers of a file stand in the place of those before, in the background, whole or not at all. Rows that say what stands are skipped; bad ones are named, and what stands of them stays; a file that is broken changes nothing.',
  })
  importOffers(
    @Arg('input', () => ImportOffersInput, { description: 'The file.' }) input: ImportOffersInput,
    @Ctx() context: Context,
  ): Promise<ImportOffersPayload> {
    requireRight(context, Right.OFFERS_WRITE);
    const { database, clock } = context.house;
    const send = async () => {
      const { id: shopId } = await requireShop(context, input.shopId, 'input.shopId');
      const uploadId = rowId(input.uploadId, 'input.uploadId');
      const sent = { shopId, uploadId, mayRemoveMost: input.mayRemoveMost, actor: actorOf(context), now: clock() };
      return { feed: await feedById(database.db, await queueFeed(database.db, sent)) };
    };
    return withUserErrors(send, { feed: null });
  }
}
