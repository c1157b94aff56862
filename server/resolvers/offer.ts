import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Offer } from '../../core/shop/offer';
import type { Title } from '../../core/title';
import { OfferArgs, OfferType, ShopOfferType } from '../../schema/offer';
import { TitleType } from '../../schema/title';
import type { Context } from '../context';
import { offeredTo } from '../offered';

@Resolver(() => TitleType)
export class OfferResolver {
  @FieldResolver(() => [OfferType], {
    description: 'Where it can be had, at most 200 offers of open shops: what can be had now first, then the cheapest of each currency.',
  })
  offers(@Root() { id }: Title, @Args(() => OfferArgs) args: OfferArgs, @Ctx() context: Context): Promise<readonly OfferType[]> {
    return offeredTo(context, id, args);
  }
}

@Resolver(() => ShopOfferType)
export class ShopOfferResolver {
  @FieldResolver(() => TitleType, { nullable: true, description: 'The title that it is of.' })
  title(@Root() { titleId }: Offer, @Ctx() context: Context): Promise<Title | null> {
    return context.loaders.title.load(titleId);
  }
}
