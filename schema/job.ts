import { GraphQLDateTime, GraphQLJSONObject } from 'graphql-scalars';
import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { JobState } from '../core/job';
import { Payload } from './error';
import { connectionOf } from './page';

@ObjectType('Job', { description: 'One run of background work.', simpleResolvers: true })
export class JobType {
  @Field(() => ID, { description: 'Our id.' })
  readonly id: number;

  @Field(() => String, { description: 'What work it is.' })
  readonly name: string;

  @Field(() => JobState, { description: 'Where it stands.' })
  readonly state: JobState;

  @Field(() => Float, { description: 'How much is done, 0 to 1.' })
  readonly progress: number;

  @Field(() => String, { nullable: true, description: 'What it is doing, or how it ended.' })
  readonly message: string | null;

  @Field(() => GraphQLJSONObject, { nullable: true, description: 'What came out.' })
  readonly result: object | null;

  @Field(() => String, { nullable: true, description: 'Why it failed.' })
  readonly error: string | null;

  @Field(() => Int, { description: 'How often it was begun.' })
  readonly attempts: number;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When somebody asked it to stop.' })
  readonly cancelRequestedAt: Date | null;

  @Field(() => GraphQLDateTime, { description: 'When it was asked for.' })
  readonly createdAt: Date;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it began.' })
  readonly startedAt: Date | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it ended.' })
  readonly finishedAt: Date | null;
}

export const JobConnection = connectionOf('Job', JobType);

@ObjectType({ description: 'What became of the job.', simpleResolvers: true })
export class JobPayload extends Payload {
  @Field(() => JobType, { nullable: true, description: 'The job; follow it with `jobProgress`.' })
  readonly job: JobType | null;
}
