import { GraphQLDateTime } from 'graphql-scalars';
import { Field, Float, ID, InputType, Int, ObjectType } from 'type-graphql';
import { ShopActionKind } from '../core/shop/action';
import { Payload } from './error';
import { connectionOf } from './page';

@ObjectType('ActionPrice', { description: 'What a shop owes for an action.', simpleResolvers: true })
export class ActionPriceType {
  @Field(() => ShopActionKind, { description: 'The action.' })
  readonly action: ShopActionKind;

  @Field(() => Float, { description: 'Its price in minor units of the shop’s currency; 0: it is free.' })
  readonly price: number;
}

@ObjectType('Shop', { description: 'Somebody who sells titles of the catalogue, and pays for what people do there.' })
export class ShopType {
  @Field(() => ID, { description: 'Our id.', simple: true })
  readonly id: number;

  @Field(() => String, { description: 'What it is called.', simple: true })
  readonly name: string;

  @Field(() => String, { description: 'The currency of what it owes, and of offers that name none: ISO 4217.', simple: true })
  readonly currency: string;

  @Field(() => String, {
    nullable: true,
    description: 'The parameter of its links that names the click, by which it tells of actions; null: links are left as they are.',
    simple: true,
  })
  readonly clickParameter: string | null;

  @Field(() => Int, { description: 'Grows with every change; a save takes the version it was read at.', simple: true })
  readonly version: number;

  @Field(() => GraphQLDateTime, { description: 'When it came.', simple: true })
  readonly createdAt: Date;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'Since when nothing of it is shown; null: it is open.', simple: true })
  readonly disabledAt: Date | null;
}

export const ShopConnection = connectionOf('Shop', ShopType);

@InputType({ description: 'What an action costs a shop.' })
export class ActionPriceInput {
  @Field(() => ShopActionKind, { description: 'The action.' })
  readonly action: ShopActionKind;

  @Field(() => Float, { description: 'Its price in minor units of the shop’s currency.' })
  readonly price: number;
}

@InputType({ description: 'A shop to be made, or one to be changed: then what is left out stays.' })
export class SaveShopInput {
  @Field(() => ID, { nullable: true, description: 'The shop to change; none: a new one.' })
  readonly id?: string | null;

  @Field(() => Int, { nullable: true, description: 'The version it was read at; needed with an id.' })
  readonly version?: number | null;

  @Field(() => String, { nullable: true, description: 'What it is called, 1 to 200 characters; a new one needs it.' })
  readonly name?: string | null;

  @Field(() => String, { nullable: true, description: 'The currency of what it owes, ISO 4217 in capitals; a new one needs it.' })
  readonly currency?: string | null;

  @Field(() => [ActionPriceInput], {
    nullable: true,
    description: 'What actions cost from now on, in the place of all prices before; what is left out is free.',
  })
  readonly prices?: ActionPriceInput[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'The parameter that names a click in its links; null: none. A new one begins with kg_click.',
  })
  readonly clickParameter?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'True shows nothing of it any more; false opens it again.' })
  readonly disabled?: boolean | null;
}

@ObjectType({ description: 'What became of a shop.', simpleResolvers: true })
export class SaveShopPayload extends Payload {
  @Field(() => ShopType, { nullable: true, description: 'The shop as it is now.' })
  readonly shop: ShopType | null;
}

@ObjectType({ description: 'What a shop signs with.', simpleResolvers: true })
export class RenewShopSecretPayload extends Payload {
  @Field(() => String, { nullable: true, description: 'The secret, shown in this answer only.' })
  readonly secret: string | null;
}
