import { GraphQLDateTime } from 'graphql-scalars';
import { Field, Float, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Opinion } from '../core/interaction';
import { TitleKind } from '../core/title';
import { WatchClass } from '../core/watch-class';
import { Payload } from './error';
import { connectionOf } from './page';

@ObjectType('Span', { description: 'A piece of a title.', simpleResolvers: true })
export class SpanType {
  @Field(() => Float, { description: 'Where it begins, in seconds.' })
  readonly fromSeconds: number;

  @Field(() => Float, { description: 'Where it ends, in seconds.' })
  readonly toSeconds: number;
}

@ObjectType('Interaction', { description: 'A person’s past with one title.' })
export class InteractionType {
  @Field(() => Float, { nullable: true, description: 'Length that coverage is measured against, in seconds.', simple: true })
  readonly mediaSeconds: number | null;

  @Field(() => Float, { description: 'Seconds played, repeats included.', simple: true })
  readonly secondsPlayed: number;

  @Field(() => Int, { description: 'How many plays.', simple: true })
  readonly plays: number;

  @Field(() => Int, { description: 'How many times it was opened.', simple: true })
  readonly clicks: number;

  @Field(() => Int, { description: 'Whole plays or reads told without seconds.', simple: true })
  readonly completions: number;

  @Field(() => Float, { nullable: true, description: 'The newest rating, 0.5 to 5.', simple: true })
  readonly rating: number | null;

  @Field(() => Opinion, { nullable: true, description: 'The newest like or dislike.', simple: true })
  readonly opinion: Opinion | null;

  @Field(() => Float, {
    description: 'The uncapped score of the original player: 3 x seconds / length an interval, 1 a click.',
    simple: true,
  })
  readonly classicScore: number;

  @Field(() => GraphQLDateTime, { description: 'When it began.', simple: true })
  readonly firstAt: Date;

  @Field(() => GraphQLDateTime, { description: 'When it was last touched.', simple: true })
  readonly lastAt: Date;
}

export const InteractionConnection = connectionOf('Interaction', InteractionType);

@InputType({ description: 'Which part of a history; every field that is given must hold.' })
export class HistoryFilter {
  @Field(() => [TitleKind], { nullable: true, description: 'Titles of these kinds.' })
  readonly kinds?: TitleKind[] | null;

  @Field(() => [ID], { nullable: true, description: 'These titles.' })
  readonly titleIds?: string[] | null;

  @Field(() => WatchClass, { nullable: true, description: 'Watched, or only begun.' })
  readonly watchClass?: WatchClass | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'Last touched at this time or later.' })
  readonly since?: Date | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'Last touched before this time.' })
  readonly until?: Date | null;
}

@InputType({ description: 'Which part of a history to delete: give `titleIds`, a time, or `all`.' })
export class DeleteHistoryInput {
  @Field(() => ID, { nullable: true, description: 'Whose; none: the viewer’s own.' })
  readonly userId?: string | null;

  @Field(() => [ID], { nullable: true, description: 'All events with these titles.' })
  readonly titleIds?: string[] | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'Events that happened at this time or later.' })
  readonly since?: Date | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'Events that happened before this time.' })
  readonly until?: Date | null;

  @Field(() => Boolean, { nullable: true, description: 'Everything.' })
  readonly all?: boolean | null;
}

@ObjectType({ description: 'What was deleted; it counts no more from now on.', simpleResolvers: true })
export class DeletePayload extends Payload {
  @Field(() => Int, { description: 'How many events were deleted.' })
  readonly deleted: number;
}
