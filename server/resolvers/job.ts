import { GraphQLJSONObject } from 'graphql-scalars';
import { Arg, Args, Ctx, ID, Mutation, Query, Resolver, Root, Subscription } from 'type-graphql';
import { type Job, JobState } from '../../core/job';
import { may, Right } from '../../core/rights';
import { cancelJob, rerunJob, retryJob, type Starter, startJob } from '../../flow/job';
import { JobConnection, JobPayload, JobQueueType, JobType } from '../../schema/job';
import { type Connection, TablePageArgs } from '../../schema/page';
import type { JobQueue } from '../../store/job-queue';
import { countJobs, jobById, jobsPage } from '../../store/jobs';
import { actorOf } from '../actor';
import { connectionFrom, pageFrom } from '../connection';
import type { Context } from '../context';
import { withUserErrors } from '../graphql/user-errors';
import { requireRight } from '../rights';
import { rowId } from '../subject';

const NO_JOB = { job: null };

@Resolver(() => JobType)
export class JobResolver {
  @Query(() => JobConnection, { description: 'Background work, newest first.' })
  async jobs(
    @Arg('state', () => JobState, { nullable: true, description: 'Only jobs that stand there.' }) state: JobState | null | undefined,
    @Arg('name', () => String, { nullable: true, description: 'Only this work, for example train.' }) name: string | null | undefined,
    @Args(() => TablePageArgs) page: TablePageArgs,
    @Ctx() context: Context,
  ): Promise<Connection<Job>> {
    requireRight(context, Right.JOBS_READ);
    const { db } = context.house.database;
    return connectionFrom(await jobsPage(db, { state, name, page: pageFrom(page) }), () => countJobs(db, { state, name }));
  }

  @Query(() => JobType, { nullable: true, description: 'One job; null when there is none of this id.' })
  async job(@Arg('id', () => ID, { description: 'The job.' }) id: string, @Ctx() context: Context): Promise<Job | null> {
    requireRight(context, Right.JOBS_READ);
    return jobById(context.house.database.db, rowId(id, 'id'));
  }

  @Mutation(() => JobPayload, {
    description:
      'Starts background work: train, tune, train-likes, group-personalities, replay, roll-up, maintain, import-interactions (needs EVENTS_WRITE) or export-personalize (needs EXPORTS). A training by someone without the right MODELS_PROMOTE never goes live by itself.',
  })
  startJob(
    @Arg('name', () => String, { description: 'What work.' }) name: string,
    @Arg('payload', () => GraphQLJSONObject, {
      nullable: true,
      description:
        'What it is told. For train: settings, promote (false: it does not go live by itself), evaluate (false: unmeasured, so never live by itself), on (SPARK: on Apache Spark; HERE when nobody says). For tune: settings, ranges such as { "k": { "least": 16, "most": 64 } }, trials, seed, train (true: trains with the best), promote. The others take nothing.',
    })
    payload: Record<string, unknown> | null,
    @Ctx() context: Context,
  ): Promise<JobPayload> {
    const starter = starterOf(context);
    return withUserErrors(
      async () => ({ job: await startJob(context.house.database.db, starter, { name, payload: payload ?? {} }) }),
      NO_JOB,
    );
  }

  @Mutation(() => JobPayload, { description: 'Starts a new job with the payload of an earlier one.' })
  rerunJob(@Arg('id', () => ID, { description: 'The earlier job.' }) id: string, @Ctx() context: Context): Promise<JobPayload> {
    const starter = starterOf(context);
    return withUserErrors(async () => ({ job: await rerunJob(context.house.database.db, starter, rowId(id, 'id')) }), NO_JOB);
  }

  @Mutation(() => JobPayload, { description: 'Asks a job to stop; it ends within a second or so.' })
  cancelJob(@Arg('id', () => ID, { description: 'The job.' }) id: string, @Ctx() context: Context): Promise<JobPayload> {
    const starter = starterOf(context);
    return withUserErrors(async () => ({ job: await cancelJob(context.house.database.db, starter, rowId(id, 'id')) }), NO_JOB);
  }

  @Mutation(() => JobPayload, { description: 'Starts a job again that failed or was cancelled.' })
  retryJob(@Arg('id', () => ID, { description: 'The job.' }) id: string, @Ctx() context: Context): Promise<JobPayload> {
    const starter = starterOf(context);
    return withUserErrors(async () => ({ job: await retryJob(context.house.database.db, starter, rowId(id, 'id')) }), NO_JOB);
  }

  @Subscription(() => JobType, {
    description: 'A job as it is, then after every change; ends with the job.',
    subscribe: ({ args, context }: { args: { id: string }; context: Context }) => {
      requireRight(context, Right.JOBS_READ);
      return context.house.jobProgress.watch(rowId(args.id, 'id'));
    },
  })
  jobProgress(@Root() job: Job, @Arg('id', () => ID, { description: 'The job.' }) _id: string): Job {
    return job;
  }

  @Subscription(() => JobQueueType, {
    description: 'What waits and what runs, as it is, then after every change.',
    subscribe: ({ context }: { context: Context }) => {
      requireRight(context, Right.JOBS_READ);
      return context.house.jobWatch.watch();
    },
  })
  jobsChanged(@Root() queue: JobQueue): JobQueue {
    return queue;
  }
}

function starterOf(context: Context): Starter {
  requireRight(context, Right.JOBS_RUN);
  return { actor: actorOf(context), may: (right) => may(context.caller, right) };
}
