import { GraphQLDateTime } from 'graphql-scalars';
import { Field, Float, ID, InputType, Int, ObjectType } from 'type-graphql';
import { ShopActionKind } from '../core/shop/action';

@InputType({ description: 'Which actions.' })
export class ShopActionsInput {
  @Field(() => Int, { defaultValue: 30, description: 'Of the last so many days, 1 to 30.' })
  readonly days: number;

  @Field(() => ID, { nullable: true, description: 'Of one shop; none: of all.' })
  readonly shopId?: string | null;
}

@ObjectType({ description: 'How many people did how much.' })
export abstract class ActionGroupType {
  @Field(() => Int, { description: 'Actions.', simple: true })
  readonly actions: number;

  @Field(() => Int, { description: 'Different people who did something.', simple: true })
  readonly people: number;

  @Field(() => Int, {
    nullable: true,
    description: 'Different people who were shown a list in that time, by this model where it is one; null where that is not counted.',
    simple: true,
  })
  readonly peopleShown: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'Actions a person: of those who were shown a list, or, where that is not counted, of those who did something; null: nobody.',
    simple: true,
  })
  readonly perPerson: number | null;
}

@ObjectType('ActionsByKind', { description: 'Actions of one kind.' })
export class ActionsByKindType extends ActionGroupType {
  @Field(() => ShopActionKind, { description: 'The kind.', simple: true })
  readonly kind: ShopActionKind;
}

@ObjectType('ActionsByModel', { description: 'Actions to which lists of one model led.' })
export class ActionsByModelType extends ActionGroupType {
  @Field(() => ID, { nullable: true, description: 'The model; null: no list led there, or one without a model.', simple: true })
  readonly modelId: number | null;
}

@ObjectType('ActionsByMood', { description: 'Actions to which lists for one mood led.' })
export class ActionsByMoodType extends ActionGroupType {
  @Field(() => ID, { nullable: true, description: 'The mood; null: none was asked for.', simple: true })
  readonly mood: string | null;
}

@ObjectType('ShopActions', { description: 'What people did at shops, by when it was told: the measure of recommendations that earn.' })
export class ShopActionsType extends ActionGroupType {
  @Field(() => GraphQLDateTime, { description: 'From when on.', simple: true })
  readonly since: Date;

  @Field(() => GraphQLDateTime, { description: 'Until when.', simple: true })
  readonly until: Date;

  @Field(() => [ActionsByKindType], { description: 'By what was done, the most first.', simple: true })
  readonly byKind: readonly ActionsByKindType[];

  @Field(() => [ActionsByModelType], {
    description: 'By the model whose list led there, the most first; models that led nobody too.',
    simple: true,
  })
  readonly byModel: readonly ActionsByModelType[];

  @Field(() => [ActionsByMoodType], { description: 'By the mood that was asked for, the most first.', simple: true })
  readonly byMood: readonly ActionsByMoodType[];
}
