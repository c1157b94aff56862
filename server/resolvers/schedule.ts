import { GraphQLDateTime } from 'graphql-scalars';
import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { crontabFault, nextStrikes, readCrontab } from '../../core/crontab';
import { crontabWords } from '../../core/crontab-words';
import type { AppError } from '../../core/errors';
import { ErrorCode } from '../../core/errors';
import type { Job } from '../../core/job';
import { Right } from '../../core/rights';
import type { Schedule } from '../../core/schedule';
import { saveSchedule, schedulesOf } from '../../flow/schedule';
import { CrontabReadingType, JobScheduleType, JobType, SaveScheduleInput, SaveSchedulePayload } from '../../schema/job';
import { lastRunOf } from '../../store/jobs';
import { actorOf } from '../actor';
import type { Context } from '../context';
import { withUserErrors } from '../graphql/user-errors';
import { requireRight } from '../rights';

const SHOWN_STRIKES = 5;
const LONGEST_LINE = 200;

@Resolver(() => JobScheduleType)
export class ScheduleResolver {
  @Query(() => [JobScheduleType], { description: 'When each kind of background work runs by itself.' })
  schedules(@Ctx() context: Context): Promise<readonly Schedule[]> {
    requireRight(context, Right.JOBS_READ);
    return schedulesOf(context.house.database.db, context.house.schedules);
  }

  @Query(() => CrontabReadingType, { description: 'What a crontab line means, and when it next strikes.' })
  crontab(
    @Arg('line', () => String, { description: 'Minute, hour, day, month and day of the week, in UTC.' }) line: string,
    @Ctx() context: Context,
  ): CrontabReadingType {
    requireRight(context, Right.JOBS_READ);
    return readingOf(line, context.house.clock());
  }

  @Mutation(() => SaveSchedulePayload, { description: 'Decides when a kind of background work runs by itself, from the next minute on.' })
  saveSchedule(
    @Arg('input', () => SaveScheduleInput, { description: 'The schedule.' }) input: SaveScheduleInput,
    @Ctx() context: Context,
  ): Promise<SaveSchedulePayload> {
    requireRight(context, Right.JOBS_SCHEDULE);
    const { database, schedules } = context.house;
    const actor = actorOf(context);
    const current = async ({ code }: AppError): Promise<{ schedule: Schedule | null }> => {
      const all = code === ErrorCode.CONFLICT ? await schedulesOf(database.db, schedules) : [];
      return { schedule: all.find(({ name }) => name === input.name) ?? null };
    };
    return withUserErrors(async () => ({ schedule: await saveSchedule(database.db, schedules, input, actor) }), current);
  }

  @FieldResolver(() => CrontabReadingType, { nullable: true, description: 'What the line means; null without one.' })
  reading(@Root() { crontab }: Schedule, @Ctx() context: Context): CrontabReadingType | null {
    return crontab === null ? null : readingOf(crontab, context.house.clock());
  }

  @FieldResolver(() => GraphQLDateTime, { nullable: true, description: 'When it next begins; null while it is off.' })
  nextAt(@Root() { crontab, enabled }: Schedule, @Ctx() context: Context): Date | null {
    if (!enabled || crontab === null) return null;
    return nextStrikes(readCrontab(crontab), context.house.clock(), 1)[0] ?? null;
  }

  @FieldResolver(() => JobType, { nullable: true, description: 'The last job of this kind, whoever asked for it; null: there is none.' })
  lastRun(@Root() { name }: Schedule, @Ctx() context: Context): Promise<Job | null> {
    return lastRunOf(context.house.database.db, name);
  }
}

function readingOf(line: string, now: Date): CrontabReadingType {
  const fault = line.length > LONGEST_LINE ? `be at most ${LONGEST_LINE} letters long` : crontabFault(line);
  if (fault !== null) return { fault, words: null, next: [] };
  return { fault: null, words: crontabWords(line), next: nextStrikes(readCrontab(line), now, SHOWN_STRIKES) };
}
