import { Args, Ctx, FieldResolver, Float, Resolver, Root } from 'type-graphql';
import { type Job, type JobLine, type JobStarter, secondsOf } from '../../core/job';
import { rightOfJob } from '../../core/job-right';
import { Right } from '../../core/rights';
import { JobLineConnection, JobStarterType, JobType } from '../../schema/job';
import { type Connection, TablePageArgs } from '../../schema/page';
import { countJobLines, jobLinesPage } from '../../store/job-logs';
import { connectionFrom, pageFrom } from '../connection';
import type { Context } from '../context';

@Resolver(() => JobType)
export class JobEdgesResolver {
  @FieldResolver(() => JobLineConnection, { description: 'What it has said, newest first; the last 1,000 lines are kept.' })
  async logs(@Root() { id }: Job, @Args(() => TablePageArgs) page: TablePageArgs, @Ctx() context: Context): Promise<Connection<JobLine>> {
    const { db } = context.house.database;
    return connectionFrom(await jobLinesPage(db, id, pageFrom(page)), () => countJobLines(db, id));
  }

  @FieldResolver(() => JobStarterType, { nullable: true, description: 'Who asked for it; null: a schedule, a terminal or other work.' })
  by(@Root() { id }: Job, @Ctx() context: Context): Promise<JobStarter | null> {
    return context.loaders.jobStarter.load(id);
  }

  @FieldResolver(() => Right, { description: 'What one must be allowed to cancel or retry it, beside JOBS_RUN.' })
  right(@Root() { name }: Job): Right {
    return rightOfJob(name);
  }

  @FieldResolver(() => Float, { nullable: true, description: 'How long it took, or has taken so far; null before it began.' })
  seconds(@Root() job: Job, @Ctx() context: Context): number | null {
    return secondsOf(job, context.house.clock());
  }
}
