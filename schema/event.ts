import { GraphQLDateTime } from 'graphql-scalars';
import { Field, Float, ID, InputType, Int, ObjectType } from 'type-graphql';
import { ErrorCode } from '../core/errors';
import { type EventInput, type EventResult, EventStatus, EventType } from '../core/event';
import { Payload } from './error';

@InputType('EventInput', { description: 'Something that a person did. Sent again with the same id, it is not counted again.' })
export class EventInputType implements EventInput {
  @Field(() => ID, { description: 'Made by the client, 1 to 200 characters; best a time-ordered UUID. Keep it on a retry.' })
  readonly id: string;

  @Field(() => EventType, { description: 'What happened.' })
  readonly type: EventType;

  @Field(() => GraphQLDateTime, { description: 'When, by the client’s clock; `sentAt` corrects a wrong one.' })
  readonly occurredAt: Date;

  @Field(() => ID, {
    nullable: true,
    description: 'The title, by our id or an external one such as movielens:318. Needed by all types but IMPRESSION.',
  })
  readonly titleId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The same for all intervals of one play.' })
  readonly playId?: string | null;

  @Field(() => Float, { nullable: true, description: 'Position at the beginning of the interval, in seconds.' })
  readonly fromSeconds?: number | null;

  @Field(() => Float, { nullable: true, description: 'Position at its end, before any seek, in seconds.' })
  readonly toSeconds?: number | null;

  @Field(() => Float, { nullable: true, description: 'Length of the media that was played, in seconds; none: the title’s own.' })
  readonly mediaSeconds?: number | null;

  @Field(() => Float, { nullable: true, description: 'The rating of a RATING, 0.5 to 5.' })
  readonly value?: number | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The person, by our id or as app:<your id>; only for callers who may name others. None: the viewer.',
  })
  readonly userId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The list that led here: `recommendationId` of a RecommendationList.' })
  readonly recommendationId?: string | null;

  @Field(() => Int, { nullable: true, description: 'The title’s rank in that list.' })
  readonly rank?: number | null;

  @Field(() => [ID], { nullable: true, description: 'The titles of an IMPRESSION, at most 200.' })
  readonly titleIds?: string[] | null;
}

@ObjectType('EventResult', { description: 'What became of one event.', simpleResolvers: true })
export class EventResultType implements EventResult {
  @Field(() => ID, { description: 'The event’s id.' })
  readonly id: string;

  @Field(() => EventStatus, { description: 'Whether it is stored.' })
  readonly status: EventStatus;

  @Field(() => ErrorCode, { nullable: true, description: 'Why it was rejected.' })
  readonly code: ErrorCode | null;

  @Field(() => String, { nullable: true, description: 'The field at fault.' })
  readonly field: string | null;

  @Field(() => String, { nullable: true, description: 'What was expected and what came.' })
  readonly message: string | null;
}

@ObjectType({ description: 'What became of the events, in the order in which they were sent.', simpleResolvers: true })
export class TrackEventsPayload extends Payload {
  @Field(() => [EventResultType], { description: 'A result for every event; ACCEPTED means stored for good.' })
  readonly results: readonly EventResult[];
}
