import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { ShopActionKind } from '../../core/shop/action';
import type { ShopFeed } from '../../core/shop/feed';
import type { Offer } from '../../core/shop/offer';
import { checkMonth } from '../../core/shop/report';
import type { Shop } from '../../core/shop/shop';
import { shopSecret } from '../../core/shop/webhook';
import { renewShopSecret, saveShop } from '../../flow/shop';
import { DownloadPayload } from '../../schema/download';
import { ShopOfferConnection } from '../../schema/offer';
import { type Connection, TablePageArgs } from '../../schema/page';
import { ActionPriceType, RenewShopSecretPayload, SaveShopInput, SaveShopPayload, ShopConnection, ShopType } from '../../schema/shop';
import { ShopFeedConnection } from '../../schema/shop-feed';
import { countOffers, offersPage } from '../../store/offers';
import { countFeeds, feedsPage } from '../../store/shop-feeds';
import { countShops, shopById, shopsPage } from '../../store/shops';
import { actorOf } from '../actor';
import { connectionFrom, pageFrom } from '../connection';
import type { Context } from '../context';
import { withUserErrors } from '../graphql/user-errors';
import { searchText } from '../search-text';
import { onlyShopOf, requireEveryShop, requireShop, seenShop } from '../shop-scope';
import { optionalRowId } from '../subject';

@Resolver(() => ShopType)
export class ShopResolver {
  @Query(() => ShopConnection, { description: 'Shops, the newest first; a shop’s own operator sees that one only.' })
  async shops(
    @Arg('search', () => String, { nullable: true, description: 'Whose name holds this.' }) search: string | null | undefined,
    @Args(() => TablePageArgs) page: TablePageArgs,
    @Ctx() context: Context,
  ): Promise<Connection<Shop>> {
    const filter = { only: await onlyShopOf(context), search: searchText('search', search) };
    const { db } = context.house.database;
    return connectionFrom(await shopsPage(db, filter, pageFrom(page)), () => countShops(db, filter));
  }

  @Query(() => ShopType, { nullable: true, description: 'One shop; null where there is none that the caller may see.' })
  shop(@Arg('id', () => ID, { description: 'The shop.' }) id: string, @Ctx() context: Context): Promise<Shop | null> {
    return seenShop(context, id, 'id');
  }

  @Mutation(() => SaveShopPayload, {
    description: 'Makes or changes a shop: what it is called and what it pays. Not for the shop’s own operator.',
  })
  saveShop(
    @Arg('input', () => SaveShopInput, { description: 'The shop.' }) input: SaveShopInput,
    @Ctx() context: Context,
  ): Promise<SaveShopPayload> {
    requireEveryShop(context);
    const { database, clock } = context.house;
    const by = { actor: actorOf(context), now: clock() };
    const save = async () => ({ shop: await saveShop(database.db, { ...input, id: optionalRowId(input.id, 'input.id') ?? null }, by) });
    return withUserErrors(save, async () => ({ shop: await readable(context, input.id) }));
  }

  @Mutation(() => RenewShopSecretPayload, {
    description: 'Makes a secret for the shop to sign `POST /shops/:id/actions` with; the one before signs nothing from then on.',
  })
  renewShopSecret(
    @Arg('shopId', () => ID, { description: 'The shop.' }) shopId: string,
    @Ctx() context: Context,
  ): Promise<RenewShopSecretPayload> {
    const { database, shopKeys } = context.house;
    const renew = async () => {
      const { id } = await requireShop(context, shopId, 'shopId');
      const { secretNumber } = await renewShopSecret(database.db, id, actorOf(context));
      return { secret: shopSecret(shopKeys.webhooks, id, secretNumber) };
    };
    return withUserErrors(renew, { secret: null });
  }

  @Mutation(() => DownloadPayload, {
    description:
      'What a shop owes for a month as CSV: a row a kind of action and price, and a total. A month is over by UTC, and a bill of one that is over stays as it is.',
  })
  exportShopBill(
    @Arg('shopId', () => ID, { description: 'The shop.' }) shopId: string,
    @Arg('month', () => String, { description: 'A year and a month: 2026-11.' }) month: string,
    @Ctx() context: Context,
  ): Promise<DownloadPayload> {
    const offer = async () => {
      const { id } = await requireShop(context, shopId, 'shopId');
      const params = { shopId: id, month: checkMonth(month) };
      return { download: context.house.downloads.offer({ kind: 'shop-bill', params, owner: actorOf(context) }) };
    };
    return withUserErrors(offer, { download: null });
  }

  @FieldResolver(() => [ActionPriceType], { description: 'What it owes for each kind of action.' })
  prices(@Root() { prices }: Shop): readonly ActionPriceType[] {
    return Object.values(ShopActionKind).map((action) => ({ action, price: prices[action] ?? 0 }));
  }

  @FieldResolver(() => Boolean, { description: 'Whether it has a secret to sign with.' })
  hasSecret(@Root() { secretNumber }: Shop): boolean {
    return secretNumber > 0;
  }

  @FieldResolver(() => ShopOfferConnection, { description: 'What it offers, in the order in which it came.' })
  async offers(
    @Root() { id }: Shop,
    @Arg('search', () => String, { nullable: true, description: 'Whose sku begins with this, or whose title holds it.' }) search:
      | string
      | null
      | undefined,
    @Args(() => TablePageArgs) page: TablePageArgs,
    @Ctx() context: Context,
  ): Promise<Connection<Offer>> {
    const filter = { shopId: id, search: searchText('search', search) };
    const { db } = context.house.database;
    return connectionFrom(await offersPage(db, filter, pageFrom(page)), () => countOffers(db, filter));
  }

  @FieldResolver(() => ShopFeedConnection, { description: 'The files that it sent, the newest first.' })
  async feeds(
    @Root() { id }: Shop,
    @Args(() => TablePageArgs) page: TablePageArgs,
    @Ctx() context: Context,
  ): Promise<Connection<ShopFeed>> {
    const { db } = context.house.database;
    return connectionFrom(await feedsPage(db, id, pageFrom(page)), () => countFeeds(db, id));
  }
}

/** The row as it is now beside a refusal; null for an id that is none. */
function readable({ house }: Context, id: string | null | undefined): Promise<Shop | null> | null {
  return id && /^[1-9]\d{0,15}$/.test(id) ? shopById(house.database.db, Number(id)) : null;
}
