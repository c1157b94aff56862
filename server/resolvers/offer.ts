import { Arg, Args, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { badInput } from '../../core/errors';
import { type Offer, offersIn, regionOf, type ShownOffer } from '../../core/shop/offer';
import type { Title } from '../../core/title';
import { LinkArgs, OfferType, ShopOfferType } from '../../schema/offer';
import { TitleType } from '../../schema/title';
import { MOST_OF_TITLE } from '../../store/offers';
import { pageSize } from '../../store/page';
import type { Context } from '../context';
import { offerLink } from '../offer-link';

@Resolver(() => TitleType)
export class TitleOfferResolver {
  @FieldResolver(() => [OfferType], {
    description: 'Where it can be had, by offers of open shops: what can be had now first, then the cheapest of each currency.',
  })
  async offers(
    @Root() { id }: Title,
    @Arg('region', () => String, {
      nullable: true,
      description: 'Only what is sold there: two letters of ISO 3166, such as FI; none: everything.',
    })
    region: string | null | undefined,
    @Arg('first', () => Int, { defaultValue: 10, description: 'How many, up to 200.' }) first: number,
    @Ctx() context: Context,
  ): Promise<readonly ShownOffer[]> {
    const most = pageSize(first, MOST_OF_TITLE);
    const offers = offersIn(await context.loaders.offers.load(id), region ? regionNamed(region) : null);
    return offers.slice(0, most);
  }
}

@Resolver(() => OfferType)
export class OfferResolver {
  @FieldResolver(() => String, {
    nullable: true,
    description:
      'A path of this server that leads to the offer. It is signed for the person whom it is for: hand it to nobody else. Null where an argument is refused.',
  })
  link(@Root() { id }: Offer, @Args(() => LinkArgs) args: LinkArgs, @Ctx() context: Context): Promise<string> {
    return offerLink(context, id, args);
  }
}

@Resolver(() => ShopOfferType)
export class ShopOfferResolver {
  @FieldResolver(() => TitleType, { nullable: true, description: 'The title that it is of.' })
  title(@Root() { titleId }: Offer, @Ctx() context: Context): Promise<Title | null> {
    return context.loaders.title.load(titleId);
  }
}

function regionNamed(text: string): string {
  const region = regionOf(text);
  if (region === null) throw badInput('region', 'This is no region.', 'two letters of ISO 3166, such as FI');
  return region;
}
