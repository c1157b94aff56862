import { GraphQLDateTime } from 'graphql-scalars';
import { Field, Int, ObjectType } from 'type-graphql';
import { type OutboxCount, OutboxDestination } from '../core/outbox';
import { named } from './enums';
import { Payload } from './error';

named(OutboxDestination, 'OutboxDestination', 'To where accepted events are passed on.', {
  SNS: 'The topic of Amazon SNS that the settings name.',
  PERSONALIZE: 'The event tracker of Amazon Personalize.',
});

@ObjectType('OutboxCount', { description: 'How the events fare that are passed on to one destination.', simpleResolvers: true })
export class OutboxCountType implements OutboxCount {
  @Field(() => OutboxDestination, { description: 'To where they are passed on.' })
  readonly destination: OutboxDestination;

  @Field(() => Boolean, { description: 'Whether accepted events are laid out for it now.' })
  readonly active: boolean;

  @Field(() => Int, { description: 'Events that are still to be passed on; 100000 means so many or more.' })
  readonly waiting: number;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'Since when the oldest of them waits.' })
  readonly oldestAt: Date | null;

  @Field(() => Int, { description: 'Events that it has refused for good, kept until they are tried again; 100000 means so many or more.' })
  readonly setApart: number;

  @Field(() => String, { nullable: true, description: 'Why the newest was refused; else why the last try of the oldest failed.' })
  readonly failure: string | null;
}

@ObjectType({ description: 'What became of trying again.', simpleResolvers: true })
export class RetrySetApartPayload extends Payload {
  @Field(() => Int, { nullable: true, description: 'How many events wait again.' })
  readonly returned: number | null;

  @Field(() => [OutboxCountType], { nullable: true, description: 'How all destinations fare now.' })
  readonly outbox: readonly OutboxCountType[] | null;
}
