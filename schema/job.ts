import { GraphQLDateTime, GraphQLJSONObject } from 'graphql-scalars';
import { Field, Float, ID, InputType, Int, ObjectType } from 'type-graphql';
import { type Job, JobLogLevel, type JobStarter, JobState } from '../core/job';
import { CurvePointType } from './curve';
import { Payload } from './error';
import { connectionOf } from './page';

@ObjectType('Job', { description: 'One run of background work.', simpleResolvers: true })
export class JobType implements Job {
  @Field(() => ID, { description: 'Our id.' })
  readonly id: number;

  @Field(() => String, { description: 'What work it is.' })
  readonly name: string;

  @Field(() => GraphQLJSONObject, { description: 'What it was told.' })
  readonly payload: Readonly<Record<string, unknown>>;

  @Field(() => JobState, { description: 'Where it stands.' })
  readonly state: JobState;

  @Field(() => Float, { description: 'How much is done, 0 to 1.' })
  readonly progress: number;

  @Field(() => String, { nullable: true, description: 'What it is doing, or how it ended.' })
  readonly message: string | null;

  @Field(() => GraphQLJSONObject, { nullable: true, description: 'What came out.' })
  readonly result: Readonly<Record<string, unknown>> | null;

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

  @Field(() => [CurvePointType], { description: 'Of a training: loss and time of each iteration so far; empty for other work.' })
  readonly curve: readonly CurvePointType[];
}

export const JobConnection = connectionOf('Job', JobType);

@ObjectType('JobStarter', { description: 'Who asked for a job.', simpleResolvers: true })
export class JobStarterType implements JobStarter {
  @Field(() => String, { description: 'As it stands in the audit: operator:3 or key:7.' })
  readonly actor: string;

  @Field(() => String, { nullable: true, description: 'Name of the operator or key; null for one that is gone.' })
  readonly name: string | null;
}

@ObjectType('JobLine', { description: 'One line that a job has said.', simpleResolvers: true })
export class JobLineType {
  @Field(() => ID, { description: 'Grows from line to line.' })
  readonly id: number;

  @Field(() => GraphQLDateTime, { description: 'When it was said.' })
  readonly at: Date;

  @Field(() => JobLogLevel, { description: 'How much it matters.' })
  readonly level: JobLogLevel;

  @Field(() => String, { description: 'What was said, up to 1,000 characters.' })
  readonly text: string;
}

export const JobLineConnection = connectionOf('JobLine', JobLineType);

@ObjectType({ description: 'What became of the job.', simpleResolvers: true })
export class JobPayload extends Payload {
  @Field(() => JobType, { nullable: true, description: 'The job; follow it with `jobProgress`.' })
  readonly job: JobType | null;
}

@ObjectType('JobQueue', { description: 'What waits and what runs, as it is now.', simpleResolvers: true })
export class JobQueueType {
  @Field(() => [JobType], { description: 'What runs, newest first, up to 50.' })
  readonly running: readonly JobType[];

  @Field(() => [JobType], { description: 'What waits, the next one first, up to 50.' })
  readonly queued: readonly JobType[];

  @Field(() => Int, { description: 'How many wait in all.' })
  readonly waiting: number;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When a job ended last: when this changes, history has changed.' })
  readonly lastEndedAt: Date | null;
}

@ObjectType('CrontabReading', { description: 'What a crontab line means.', simpleResolvers: true })
export class CrontabReadingType {
  @Field(() => String, { nullable: true, description: 'What is wrong with it, in words that end the sentence "It must"; null: nothing.' })
  readonly fault: string | null;

  @Field(() => String, { nullable: true, description: 'What it means, for example "at 03:00 UTC, on Mondays"; null with a fault.' })
  readonly words: string | null;

  @Field(() => [GraphQLDateTime], { description: 'The next five moments that it names; none with a fault, or where there are none.' })
  readonly next: readonly Date[];
}

@ObjectType('JobSchedule', { description: 'When a kind of background work runs by itself.', simpleResolvers: true })
export class JobScheduleType {
  @Field(() => String, { description: 'What work.' })
  readonly name: string;

  @Field(() => String, { nullable: true, description: 'Minute, hour, day, month and day of the week, in UTC; null: nobody has said.' })
  readonly crontab: string | null;

  @Field(() => Boolean, { description: 'Whether it is on.' })
  readonly enabled: boolean;

  @Field(() => String, { nullable: true, description: 'What holds where no operator has said anything; null: off.' })
  readonly standard: string | null;

  @Field(() => Int, { description: 'Grows with every change; a save takes the version it was read at.' })
  readonly version: number;
}

@InputType({ description: 'When a kind of background work is to run by itself.' })
export class SaveScheduleInput {
  @Field(() => String, { description: 'What work: the name of a schedule.' })
  readonly name: string;

  @Field(() => Boolean, { description: 'Whether it is on.' })
  readonly enabled: boolean;

  @Field(() => String, { nullable: true, description: 'Minute, hour, day, month and day of the week, in UTC; none: as it is.' })
  readonly crontab?: string | null;

  @Field(() => Int, { description: 'The version it was read at.' })
  readonly version: number;
}

@ObjectType({ description: 'What became of a save.', simpleResolvers: true })
export class SaveSchedulePayload extends Payload {
  @Field(() => JobScheduleType, { nullable: true, description: 'The schedule as it is now.' })
  readonly schedule: JobScheduleType | null;
}
