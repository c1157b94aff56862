import { GraphQLDateTime } from 'graphql-scalars';
import { ArgsType, Field, Float, ID, ObjectType } from 'type-graphql';
import { OfferAvailability } from '../core/shop/offer';
import { connectionOf } from './page';

@ArgsType()
export class LinkArgs {
  @Field(() => ID, {
    nullable: true,
    description: 'Who will follow it, for callers who may name others; none: the viewer, or nobody, and then no visit counts.',
  })
  readonly userId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The list that shows the title: its `recommendationId`, so that visits count for its model.',
  })
  readonly recommendationId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The mood that the list was asked for, so that visits count for it.' })
  readonly mood?: string | null;
}

@ObjectType('Offer', { description: 'What a shop asks for a title.' })
export class OfferType {
  @Field(() => ID, { description: 'Our id.', simple: true })
  readonly id: number;

  @Field(() => ID, { description: 'The shop.', simple: true })
  readonly shopId: number;

  @Field(() => String, { description: 'What the shop is called.', simple: true })
  readonly shopName: string;

  @Field(() => Float, { description: 'The price in minor units of the currency: 1299 is 12.99 EUR, and 1,299 JPY.', simple: true })
  readonly price: number;

  @Field(() => String, { description: 'ISO 4217.', simple: true })
  readonly currency: string;

  @Field(() => String, { nullable: true, description: 'Where it is sold, ISO 3166; null: everywhere.', simple: true })
  readonly region: string | null;

  @Field(() => OfferAvailability, { description: 'Whether it can be had.', simple: true })
  readonly availability: OfferAvailability;
}

@ObjectType('ShopOffer', { description: 'An offer as the shop keeps it.' })
export class ShopOfferType {
  @Field(() => ID, { description: 'Our id.', simple: true })
  readonly id: number;

  @Field(() => String, { description: 'The shop’s own name of it.', simple: true })
  readonly sku: string;

  @Field(() => String, { description: 'Where its links lead.', simple: true })
  readonly url: string;

  @Field(() => Float, { description: 'The price in minor units of the currency.', simple: true })
  readonly price: number;

  @Field(() => String, { description: 'ISO 4217.', simple: true })
  readonly currency: string;

  @Field(() => String, { nullable: true, description: 'Where it is sold, ISO 3166; null: everywhere.', simple: true })
  readonly region: string | null;

  @Field(() => OfferAvailability, { description: 'Whether it can be had.', simple: true })
  readonly availability: OfferAvailability;

  @Field(() => GraphQLDateTime, { description: 'When a file last said something new of it.', simple: true })
  readonly updatedAt: Date;
}

export const ShopOfferConnection = connectionOf('ShopOffer', ShopOfferType);
