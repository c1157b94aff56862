import { GraphQLJSONObject } from 'graphql-scalars';
import { Field, Float, Int, ObjectType } from 'type-graphql';
import { TrainedOn } from '../core/model';

@ObjectType('SettingRange', { description: 'From where to where.', simpleResolvers: true })
export class SettingRangeType {
  @Field(() => Float, { description: 'The least.' })
  readonly least: number;

  @Field(() => Float, { description: 'The most.' })
  readonly most: number;
}

@ObjectType('TrainingSetting', { description: 'A setting of a training and what it may be.', simpleResolvers: true })
export class TrainingSettingType {
  @Field(() => String, { description: 'Its name.' })
  readonly name: string;

  @Field(() => String, { description: 'What it does.' })
  readonly description: string;

  @Field(() => Float, { nullable: true, description: 'The least it may be; null for a choice.' })
  readonly least?: number | null;

  @Field(() => Float, { nullable: true, description: 'The most it may be; null for a choice.' })
  readonly most?: number | null;

  @Field(() => Boolean, { nullable: true, description: 'True for whole numbers only.' })
  readonly whole?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'True where it may be null.' })
  readonly nullable?: boolean | null;

  @Field(() => [String], { nullable: true, description: 'What it may be; null for a number.' })
  readonly choices?: readonly string[] | null;

  @Field(() => SettingRangeType, {
    nullable: true,
    description: 'Where a search looks when nobody says otherwise; null: it is not searched.',
  })
  readonly searched: SettingRangeType | null;
}

@ObjectType('TrialsOption', { description: 'How many configurations a search tries.', simpleResolvers: true })
export class TrialsOptionType {
  @Field(() => Int, { description: 'The least.' })
  readonly least: number;

  @Field(() => Int, { description: 'The most.' })
  readonly most: number;

  @Field(() => Int, { description: 'When nobody says.' })
  readonly standard: number;
}

@ObjectType('TrainingPlace', { description: 'Where a training may take place.', simpleResolvers: true })
export class TrainingPlaceType {
  @Field(() => TrainedOn, { description: 'Its name, as a training is told it by `on`.' })
  readonly name: TrainedOn;

  @Field(() => String, {
    nullable: true,
    description:
      'What the machine of this server lacks for it, with what to do; null: nothing that can be seen. Workers may run elsewhere.',
  })
  readonly missing: string | null;

  @Field(() => GraphQLJSONObject, { description: 'What holds there for settings that are left out.' })
  readonly settings: object;

  @Field(() => [String], { description: 'Settings that have no choice there.' })
  readonly fixed: readonly string[];
}

@ObjectType('TrainingOptions', { description: 'All that a form for trainings and searches needs to know.', simpleResolvers: true })
export class TrainingOptionsType {
  @Field(() => [TrainingSettingType], { description: 'Every setting, in the order of a form.' })
  readonly settings: readonly TrainingSettingType[];

  @Field(() => GraphQLJSONObject, { description: 'The settings when nobody chose others.' })
  readonly defaults: object;

  @Field(() => GraphQLJSONObject, {
    nullable: true,
    description: 'Those of the live model, which hold for what is left out; null: none is live.',
  })
  readonly live: object | null;

  @Field(() => [TrainingPlaceType], { description: 'Where a training may take place.' })
  readonly places: readonly TrainingPlaceType[];

  @Field(() => TrialsOptionType, { description: 'How many configurations a search tries.' })
  readonly trials: TrialsOptionType;
}
