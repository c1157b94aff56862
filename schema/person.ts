import { GraphQLDateTime } from 'graphql-scalars';
import { Field, Float, ID, InputType, Int, ObjectType } from 'type-graphql';
import { EventType } from '../core/event';
import { EngineName } from '../core/recommendation';
import { connectionOf } from './page';

@ObjectType('PersonStats', { description: 'A person in numbers.', simpleResolvers: true })
export class PersonStatsType {
  @Field(() => Int, { description: 'Titles that they did anything with.' })
  readonly titles: number;

  @Field(() => Int, { description: 'Plays, and whole plays or reads told without seconds.' })
  readonly plays: number;

  @Field(() => Float, { description: 'Hours played, repeats included.' })
  readonly hours: number;

  @Field(() => Int, { description: 'Titles that they rated.' })
  readonly ratings: number;

  @Field(() => Int, { description: 'Titles that they liked or disliked.' })
  readonly opinions: number;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When they first did something; null when they never did.' })
  readonly firstSeen: Date | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When they last did something.' })
  readonly lastSeen: Date | null;
}

/** A field with a resolver of its own is declared there; these are the columns. */
@ObjectType('LoggedEvent', { description: 'One event of a person as the log holds it.' })
export class LoggedEventType {
  @Field(() => ID, { description: 'The id that it was sent with; `deleteEvents` takes it.', simple: true })
  readonly id: string;

  @Field(() => EventType, { description: 'What happened.', simple: true })
  readonly type: EventType;

  @Field(() => GraphQLDateTime, { description: 'When it happened.', simple: true })
  readonly occurredAt: Date;

  @Field(() => GraphQLDateTime, { description: 'When it came in.', simple: true })
  readonly receivedAt: Date;

  @Field(() => String, { nullable: true, description: 'Which play an interval belongs to.', simple: true })
  readonly playId: string | null;

  @Field(() => Float, { nullable: true, description: 'Where the interval begins, in seconds.', simple: true })
  readonly fromSeconds: number | null;

  @Field(() => Float, { nullable: true, description: 'Where the interval ends, in seconds.', simple: true })
  readonly toSeconds: number | null;

  @Field(() => Float, { nullable: true, description: 'Length of what was played, in seconds.', simple: true })
  readonly mediaSeconds: number | null;

  @Field(() => Float, { nullable: true, description: 'The rating, 0.5 to 5.', simple: true })
  readonly value: number | null;

  @Field(() => ID, { nullable: true, description: 'The list that it came from.', simple: true })
  readonly recommendationId: string | null;

  @Field(() => Int, { nullable: true, description: 'The place in that list, from 1.', simple: true })
  readonly rank: number | null;
}

export const LoggedEventConnection = connectionOf('LoggedEvent', LoggedEventType);

@InputType({ description: 'Which events of a person; every field that is given must hold.' })
export class LoggedEventFilter {
  @Field(() => [EventType], { nullable: true, description: 'Of these types.' })
  readonly types?: EventType[] | null;

  @Field(() => [ID], { nullable: true, description: 'With these titles, and what was merged into them.' })
  readonly titleIds?: string[] | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'Happened at this time or later.' })
  readonly since?: Date | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'Happened before this time.' })
  readonly until?: Date | null;
}

@ObjectType('ShownPlace', { description: 'One place of a list that was shown.' })
export class ShownPlaceType {
  @Field(() => Int, { description: 'The place, from 1.', simple: true })
  readonly rank: number;

  @Field(() => Float, { nullable: true, description: 'The score it had there; null where no model made one.', simple: true })
  readonly score: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'The chance with which it came to this place; 1 for a list without chance.',
    simple: true,
  })
  readonly propensity: number | null;
}

@ObjectType('ShownList', { description: 'A list as a person got it, with the places that were shown.' })
export class ShownListType {
  @Field(() => ID, { description: 'Names the answer; events that followed from it carry it.', simple: true })
  readonly recommendationId: string;

  @Field(() => GraphQLDateTime, { description: 'When it was computed.', simple: true })
  readonly servedAt: Date;

  @Field(() => String, { nullable: true, description: 'The placement it was for; null: none was named.', simple: true })
  readonly placement: string | null;

  @Field(() => EngineName, { description: 'What computed it.', simple: true })
  readonly engine: EngineName;

  @Field(() => ID, { nullable: true, description: 'The model that ranked it; null where none did.', simple: true })
  readonly modelId: number | null;

  @Field(() => [ShownPlaceType], { description: 'What was shown, in its order.', simple: true })
  readonly places: readonly ShownPlaceType[];
}

export const ShownListConnection = connectionOf('ShownList', ShownListType);
