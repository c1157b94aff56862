import { Arg, Args, Ctx, FieldResolver, ID, Int, Mutation, Resolver, Root } from 'type-graphql';
import type { Interaction } from '../../core/interaction';
import { present } from '../../core/present';
import { Right } from '../../core/rights';
import type { Title } from '../../core/title';
import type { User } from '../../core/user';
import { countHistory, historyPage } from '../../flow/history';
import { DownloadPayload } from '../../schema/download';
import { HistoryFilter, InteractionConnection } from '../../schema/history';
import { type Connection, TablePageArgs } from '../../schema/page';
import {
  LoggedEventConnection,
  LoggedEventFilter,
  LoggedEventType,
  PersonStatsType,
  ShownListConnection,
  ShownPlaceType,
} from '../../schema/person';
import { TitleType } from '../../schema/title';
import { UserType } from '../../schema/user';
import { eventsPage, type LoggedEvent, type PersonStats, personStats, type ShownList, shownPage } from '../../store/person-log';
import { actorOf } from '../actor';
import { connectionFrom, pageFrom } from '../connection';
import type { Context } from '../context';
import { withUserErrors } from '../graphql/user-errors';
import { requireOwn } from '../own';
import { requireRight } from '../rights';
import { subjectOf, titleIdsOf } from '../subject';

const EVENTS = 50;
const LISTS = 10;

@Resolver(() => UserType)
export class PersonResolver {
  @FieldResolver(() => InteractionConnection, { description: 'Their past, a title a row, last touched first.' })
  async history(
    @Root() user: User,
    @Arg('filter', () => HistoryFilter, { nullable: true, description: 'Which part.' }) filter: HistoryFilter | null | undefined,
    @Args(() => TablePageArgs) page: TablePageArgs,
    @Ctx() context: Context,
  ): Promise<Connection<Interaction>> {
    requireOwn(context, user, 'history');
    const { db } = context.house.database;
    const wanted = await withTitles(context, filter);
    return connectionFrom(await historyPage(db, user.id, { filter: wanted, page: pageFrom(page) }), () =>
      countHistory(db, user.id, wanted),
    );
  }

  @FieldResolver(() => LoggedEventConnection, {
    description: 'What they did, event by event, the last received first. totalCount is null: counting would read all of it.',
  })
  async events(
    @Root() user: User,
    @Arg('filter', () => LoggedEventFilter, { nullable: true, description: 'Which part.' }) filter: LoggedEventFilter | null | undefined,
    @Arg('first', () => Int, { defaultValue: EVENTS, description: 'How many, up to 200.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'The cursor after which the page begins.' }) after:
      | string
      | null
      | undefined,
    @Ctx() context: Context,
  ): Promise<Connection<LoggedEvent>> {
    requireOwn(context, user, 'events');
    const { db } = context.house.database;
    const page = { first, after: after ?? null };
    return connectionFrom(await eventsPage(db, user.id, { filter: await withTitles(context, filter), page }), null);
  }

  @FieldResolver(() => ShownListConnection, {
    description: 'The lists that were shown to them in the last 30 days, the newest first. totalCount is null.',
  })
  async served(
    @Root() user: User,
    @Arg('first', () => Int, { defaultValue: LISTS, description: 'How many, up to 50.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'The cursor after which the page begins.' }) after:
      | string
      | null
      | undefined,
    @Ctx() context: Context,
  ): Promise<Connection<ShownList>> {
    requireOwn(context, user, 'served');
    return connectionFrom(await shownPage(context.house.database.db, user.id, { first, after: after ?? null }), null);
  }

  @FieldResolver(() => PersonStatsType, { description: 'What they did in numbers.' })
  stats(@Root() user: User, @Ctx() context: Context): Promise<PersonStats> {
    requireOwn(context, user, 'stats');
    return personStats(context.house.database.db, user.id);
  }

  @Mutation(() => DownloadPayload, {
    description: 'Offers everything that is kept of a person as a JSON Lines file: a table and a row each. Passwords are not in it.',
  })
  exportUser(@Arg('userId', () => ID, { description: 'The person.' }) userId: string, @Ctx() context: Context): Promise<DownloadPayload> {
    requireRight(context, Right.EXPORTS);
    return withUserErrors(
      async () => {
        const subject = await subjectOf(context, userId, { right: Right.EXPORTS });
        return { download: context.house.downloads.offer({ kind: 'user', params: { userId: subject }, owner: actorOf(context) }) };
      },
      { download: null },
    );
  }
}

@Resolver(() => LoggedEventType)
export class LoggedEventResolver {
  @FieldResolver(() => TitleType, { nullable: true, description: 'The title; null for an impression of several.' })
  title(@Root() { titleId }: LoggedEvent, @Ctx() context: Context) {
    return titleId === null ? null : context.loaders.title.load(titleId);
  }

  @FieldResolver(() => [TitleType], { description: 'The titles that an impression saw.' })
  async titles(@Root() { titleIds }: LoggedEvent, @Ctx() context: Context): Promise<readonly Title[]> {
    const found = await context.loaders.title.loadMany([...(titleIds ?? [])]);
    return found.filter((title): title is Title => title !== null && !(title instanceof Error));
  }

  @FieldResolver(() => Boolean, { description: 'Whether an import brought it.' })
  imported(@Root() { importId }: LoggedEvent): boolean {
    return importId !== null;
  }
}

@Resolver(() => ShownPlaceType)
export class ShownPlaceResolver {
  @FieldResolver(() => TitleType, { nullable: true, description: 'The title; null when it is there no more.' })
  title(@Root() { titleId }: ShownList['places'][number], @Ctx() context: Context) {
    return context.loaders.title.load(titleId);
  }
}

type WithTitles<Filter> = Omit<Filter, 'titleIds'> & { readonly titleIds?: readonly number[] };

async function withTitles<Filter extends { readonly titleIds?: readonly string[] | null }>(
  context: Context,
  filter: Filter | null | undefined,
): Promise<WithTitles<Filter>> {
  const { titleIds, ...rest } = present<{ readonly titleIds?: readonly string[] | null }>(filter) as Filter;
  return titleIds ? { ...rest, titleIds: await titleIdsOf(context, titleIds, 'filter.titleIds') } : rest;
}
