import { GraphQLDateTime } from 'graphql-scalars';
import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { JobState } from '../core/job';
import type { JobCount, LiveNumbers, ServerProcess, UnknownTitle } from '../core/metrics';

@ObjectType('ServerProcess', { description: 'A server as it told of itself within the last minute.', simpleResolvers: true })
export class ServerProcessType implements ServerProcess {
  @Field(() => ID, { description: 'Its host, its process and a part of its own.' })
  readonly id: string;

  @Field(() => GraphQLDateTime, { description: 'When it started.' })
  readonly startedAt: Date;

  @Field(() => GraphQLDateTime, { description: 'When it last told of itself.' })
  readonly seenAt: Date;

  @Field(() => Int, { description: 'Open sockets.' })
  readonly sockets: number;

  @Field(() => Int, { description: 'Live lists that clients watch.' })
  readonly subscriptions: number;

  @Field(() => Float, { description: 'Resident memory.' })
  readonly memoryBytes: number;

  @Field(() => Float, { description: 'How late its event loop was in the last seconds, 99th percentile.' })
  readonly eventLoopMs: number;
}

@ObjectType('JobCount', { description: 'How many jobs stand somewhere.', simpleResolvers: true })
export class JobCountType implements JobCount {
  @Field(() => JobState, { description: 'Where they stand.' })
  readonly state: JobState;

  @Field(() => Int, { description: 'How many; of those that ended, the ones of the last day.' })
  readonly count: number;
}

@ObjectType('UnknownTitle', { description: 'A title that events named and the catalogue does not hold.', simpleResolvers: true })
export class UnknownTitleType implements UnknownTitle {
  @Field(() => String, { description: 'As the events named it.' })
  readonly reference: string;

  @Field(() => Float, { description: 'How many events.' })
  readonly events: number;

  @Field(() => GraphQLDateTime, { description: 'When the last one came.' })
  readonly lastAt: Date;
}

@ObjectType('LiveNumbers', { description: 'What is so at this moment.', simpleResolvers: true })
export class LiveNumbersType implements LiveNumbers {
  @Field(() => [ServerProcessType], { description: 'The servers that run.' })
  readonly processes: readonly ServerProcessType[];

  @Field(() => Int, { description: 'Open sockets of all servers.' })
  readonly sockets: number;

  @Field(() => Int, { description: 'Live lists of all servers.' })
  readonly subscriptions: number;

  @Field(() => Float, { nullable: true, description: 'Size of the database; null while nobody has looked.' })
  readonly databaseBytes: number | null;

  @Field(() => Int, { nullable: true, description: 'Connections to it; null while nobody has looked.' })
  readonly databaseConnections: number | null;

  @Field(() => Float, { nullable: true, description: 'Free space where the embedded database is; null elsewhere.' })
  readonly diskFreeBytes: number | null;

  @Field(() => Float, { nullable: true, description: 'Size of that disk.' })
  readonly diskBytes: number | null;

  @Field(() => [JobCountType], { description: 'Background work by where it stands.' })
  readonly jobs: readonly JobCountType[];

  @Field(() => [UnknownTitleType], { description: 'The ten that were named most often since yesterday.' })
  readonly unknownTitles: readonly UnknownTitleType[];
}
