import { GraphQLDateTime } from 'graphql-scalars';
import { Field, Float, ID, InputType, Int, ObjectType } from 'type-graphql';
import { EventType } from '../core/event';
import { TitleKind } from '../core/title';

@InputType({ description: 'Which events are shown; every field that is given must hold.' })
export class EventStreamFilter {
  @Field(() => [EventType], { nullable: true, description: 'Of these types.' })
  readonly types?: EventType[] | null;

  @Field(() => [TitleKind], { nullable: true, description: 'With titles of these kinds.' })
  readonly kinds?: TitleKind[] | null;

  @Field(() => ID, { nullable: true, description: 'Of this person.' })
  readonly userId?: string | null;
}

/** A field with a resolver of its own is declared there; these are the columns. */
@ObjectType('StreamedEvent', { description: 'An event that was stored just now.' })
export class StreamedEventType {
  @Field(() => ID, { description: 'Its place in the log.', simple: true })
  readonly sequence: number;

  @Field(() => EventType, { description: 'What happened.', simple: true })
  readonly type: EventType;

  @Field(() => Int, { description: 'How many titles it names.', simple: true })
  readonly titles: number;

  @Field(() => GraphQLDateTime, { description: 'When it happened.', simple: true })
  readonly occurredAt: Date;

  @Field(() => GraphQLDateTime, { description: 'When it came in.', simple: true })
  readonly receivedAt: Date;

  @Field(() => Float, { nullable: true, description: 'Where an interval begins, in seconds.', simple: true })
  readonly fromSeconds: number | null;

  @Field(() => Float, { nullable: true, description: 'Where it ends, in seconds.', simple: true })
  readonly toSeconds: number | null;

  @Field(() => Float, { nullable: true, description: 'The rating, 0.5 to 5.', simple: true })
  readonly value: number | null;

  readonly userId: number;
  readonly titleId: number | null;
}

@ObjectType('StreamedEvents', {
  description: 'What came in since the last answer, once a second at most; the first is empty.',
  simpleResolvers: true,
})
export class StreamedEventsType {
  @Field(() => [StreamedEventType], { description: 'The newest first, at most 50.' })
  readonly events: readonly StreamedEventType[];

  @Field(() => Float, { description: 'How many more came in that are not shown; with a filter, whether they fit it is not known.' })
  readonly skipped: number;
}
