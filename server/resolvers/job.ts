import { GraphQLJSONObject } from 'graphql-scalars';
import { Arg, Args, Ctx, ID, Mutation, Query, Resolver, Root, Subscription } from 'type-graphql';
import { type Job, JobState } from '../../core/job';
import { Right } from '../../core/rights';
import { cancelJob, retryJob, startJob } from '../../flow/job';
import { JobConnection, JobPayload, JobType } from '../../schema/job';
import { type Connection, TablePageArgs } from '../../schema/page';
import { countJobs, jobsPage } from '../../store/jobs';
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
    @Args(() => TablePageArgs) page: TablePageArgs,
    @Ctx() context: Context,
  ): Promise<Connection<Job>> {
    requireRight(context, Right.JOBS_READ);
    const { db } = context.house.database;
    return connectionFrom(await jobsPage(db, { state, page: pageFrom(page) }), () => countJobs(db, { state }));
  }

  @Mutation(() => JobPayload, { description: 'Starts background work: train, tune, replay, roll-up or maintain.' })
  startJob(
    @Arg('name', () => String, { description: 'What work.' }) name: string,
    @Arg('payload', () => GraphQLJSONObject, {
      nullable: true,
      description:
        'What it is told. For train: settings, promote (false: it does not go live by itself), evaluate (false: unmeasured, so never live by itself). For tune: settings, ranges such as { "k": { "least": 16, "most": 64 } }, trials, seed, train (true: trains with the best). The others take nothing.',
    })
    payload: Record<string, unknown> | null,
    @Ctx() context: Context,
  ): Promise<JobPayload> {
    requireRight(context, Right.JOBS_RUN);
    const actor = actorOf(context);
    return withUserErrors(
      async () => ({ job: await startJob(context.house.database.db, actor, { name, payload: payload ?? {} }) }),
      NO_JOB,
    );
  }

  @Mutation(() => JobPayload, { description: 'Asks a job to stop; it ends within a second or so.' })
  cancelJob(@Arg('id', () => ID, { description: 'The job.' }) id: string, @Ctx() context: Context): Promise<JobPayload> {
    requireRight(context, Right.JOBS_RUN);
    const actor = actorOf(context);
    return withUserErrors(async () => ({ job: await cancelJob(context.house.database.db, actor, rowId(id, 'id')) }), NO_JOB);
  }

  @Mutation(() => JobPayload, { description: 'Starts a job again that failed or was cancelled.' })
  retryJob(@Arg('id', () => ID, { description: 'The job.' }) id: string, @Ctx() context: Context): Promise<JobPayload> {
    requireRight(context, Right.JOBS_RUN);
    const actor = actorOf(context);
    return withUserErrors(async () => ({ job: await retryJob(context.house.database.db, actor, rowId(id, 'id')) }), NO_JOB);
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
}
