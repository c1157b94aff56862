import { Arg, Args, Ctx, FieldResolver, Float, ID, Query, Resolver, Root } from 'type-graphql';
import type { Interaction } from '../../core/interaction';
import { present } from '../../core/present';
import { Right } from '../../core/rights';
import { coverageOf, WatchClass, watchClassOf } from '../../core/watch-class';
import { countHistory, historyPage } from '../../flow/history';
import { HistoryFilter, InteractionConnection, InteractionType, SpanType } from '../../schema/history';
import { type Connection, TablePageArgs } from '../../schema/page';
import { TitleType } from '../../schema/title';
import { connectionFrom, pageFrom } from '../connection';
import type { Context } from '../context';
import { subjectOf, titleIdsOf } from '../subject';

const TENTHS = 10;

@Resolver(() => InteractionType)
export class HistoryResolver {
  @Query(() => InteractionConnection, { description: 'A person’s past, last touched first.' })
  async history(
    @Arg('userId', () => ID, { nullable: true, description: 'Whose; none: the viewer’s own.' }) userId: string | null | undefined,
    @Arg('filter', () => HistoryFilter, { nullable: true, description: 'Which part.' }) filter: HistoryFilter | null | undefined,
    @Args(() => TablePageArgs) page: TablePageArgs,
    @Ctx() context: Context,
  ): Promise<Connection<Interaction>> {
    const { db } = context.house.database;
    const subject = await subjectOf(context, userId, { right: Right.USERS_READ });
    const { titleIds, ...rest } = present(filter);
    const wanted = titleIds ? { ...rest, titleIds: await titleIdsOf(context, titleIds, 'filter.titleIds') } : rest;
    return connectionFrom(await historyPage(db, subject, { filter: wanted, page: pageFrom(page) }), () =>
      countHistory(db, subject, wanted),
    );
  }

  @FieldResolver(() => TitleType, { nullable: true, description: 'The title; null when it is there no more.' })
  title(@Root() interaction: Interaction, @Ctx() context: Context) {
    return context.loaders.title.load(interaction.titleId);
  }

  @FieldResolver(() => [SpanType], { description: 'The pieces that were played, without repeats.' })
  covered(@Root() interaction: Interaction): SpanType[] {
    return interaction.covered.map(([from, to]) => ({ fromSeconds: from / TENTHS, toSeconds: to / TENTHS }));
  }

  @FieldResolver(() => Float, { nullable: true, description: 'The part that was covered, 0 to 1; null when the length is unknown.' })
  coverage(@Root() interaction: Interaction): number | null {
    return coverageOf(interaction);
  }

  @FieldResolver(() => WatchClass, {
    nullable: true,
    description: 'Watched, or only begun; null when nothing was covered or the length is unknown.',
  })
  watchClass(@Root() interaction: Interaction): WatchClass | null {
    return watchClassOf(interaction);
  }
}
