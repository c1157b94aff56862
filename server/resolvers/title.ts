import { Arg, Args, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import type { AuditEntry } from '../../core/audit';
import { EngineName } from '../../core/recommendation';
import { may, Right } from '../../core/rights';
import { type Title, TitleKind, TitleState } from '../../core/title';
import { TitleSortBy } from '../../core/title-filter';
import { type Audience, titleAudience } from '../../flow/audience';
import { TitleAudienceType } from '../../schema/audience';
import { AuditConnection } from '../../schema/audit';
import { type Connection, PageArgs, TablePageArgs } from '../../schema/page';
import {
  CreditType,
  ExternalIdType,
  SimilarTitleType,
  TagType,
  TitleConnection,
  TitleFilter as TitleFilterType,
  TitleSortInput,
  TitleType,
} from '../../schema/title';
import { auditPage, countAudit } from '../../store/audit';
import { sharedAudiences } from '../../store/shared-audience';
import { resolveTitles, titlesPage } from '../../store/titles';
import { connectionFrom, pageFrom } from '../connection';
import type { Context } from '../context';
import { requireRight } from '../rights';
import { readReference } from '../subject';
import { titleFilterOf } from '../title-filter';
import { titlesInOrder } from '../titles-in-order';

const BY_RELEVANCE = { by: TitleSortBy.RELEVANCE, descending: false };

@Resolver(() => TitleType)
export class TitleResolver {
  @Query(() => TitleType, {
    nullable: true,
    description: 'One title, by our id or an external one such as movielens:318; null where there is none that may be seen.',
  })
  async title(@Arg('id', () => ID, { description: 'The title.' }) id: string, @Ctx() context: Context): Promise<Title | null> {
    requireRight(context, Right.CATALOGUE_READ);
    const [found] = await resolveTitles(context.house.database.db, [readReference(id, 'id')]);
    const title = found ? await context.loaders.title.load(found) : null;
    const shown = title?.state === TitleState.LISTED || may(context.caller, Right.CATALOGUE_READ_ALL);
    return shown ? title : null;
  }

  @Query(() => TitleConnection, { description: 'The catalogue: search, filter and page through it.' })
  async titles(
    @Arg('filter', () => TitleFilterType, { nullable: true, description: 'Which titles.' }) filter: TitleFilterType | null | undefined,
    @Arg('sort', () => TitleSortInput, { nullable: true, description: 'Their order; none: by relevance.' }) sort:
      | TitleSortInput
      | null
      | undefined,
    @Args(() => TablePageArgs) page: TablePageArgs,
    @Ctx() context: Context,
  ): Promise<Connection<Title>> {
    requireRight(context, Right.CATALOGUE_READ);
    const { db } = context.house.database;
    const wanted = await titleFilterOf(context, filter);
    return connectionFrom(await titlesPage(db, { filter: wanted, sort: sort ?? BY_RELEVANCE, page: pageFrom(page) }), () =>
      context.house.titleCounts.count(wanted),
    );
  }

  @FieldResolver(() => String, { description: 'Its poster: an operator’s, or one drawn from name and genres.' })
  posterUrl(@Root() title: Title): string {
    return title.posterSource ?? `/posters/${title.id}`;
  }

  @FieldResolver(() => Boolean, { description: 'Whether its poster is drawn: nobody gave one.' })
  posterIsDrawn(@Root() title: Title): boolean {
    return title.posterSource === null;
  }

  @FieldResolver(() => [ExternalIdType], { description: 'Its names in other catalogues.' })
  externalIds(@Root() title: Title, @Ctx() context: Context) {
    return context.loaders.externalIds.load(title.id);
  }

  @FieldResolver(() => [TagType], { description: 'Words that describe it, best first.' })
  tags(@Root() title: Title, @Ctx() context: Context) {
    return context.loaders.tags.load(title.id);
  }

  @FieldResolver(() => [String], { description: 'Its other names, as in other languages: viewing histories call it by them too.' })
  aliases(@Root() title: Title, @Ctx() context: Context) {
    return context.loaders.aliases.load(title.id);
  }

  @FieldResolver(() => [CreditType], { description: 'Who made it, in order of billing.' })
  credits(@Root() title: Title, @Ctx() context: Context) {
    return context.loaders.credits.load(title.id);
  }

  @FieldResolver(() => [Int], {
    nullable: true,
    description:
      'How often each hundredth of it was played, from its beginning to its end: what people watch again, and where they leave. Null while nobody has played it; plays of unknown length do not count. New plays join within two minutes.',
  })
  scenes(@Root() title: Title, @Ctx() context: Context) {
    return context.loaders.scenes.load(title.id);
  }

  @FieldResolver(() => TitleType, { nullable: true, description: 'The show of an episode.' })
  parent(@Root() title: Title, @Ctx() context: Context) {
    return title.parentId === null ? null : context.loaders.title.load(title.parentId);
  }

  @FieldResolver(() => [TitleType], { description: 'The episodes of a show, by season and number.' })
  episodes(@Root() title: Title, @Ctx() context: Context) {
    return context.loaders.episodes.load(title.id);
  }

  @FieldResolver(() => TitleType, { nullable: true, description: 'For a show: the episode that the viewer comes to next.' })
  nextEpisode(@Root() title: Title, @Ctx() context: Context) {
    return context.loaders.nextEpisode.load(title.id);
  }

  @FieldResolver(() => [SimilarTitleType], { nullable: true, description: 'Titles that resemble it, nearest first.' })
  async similar(
    @Root() title: Title,
    @Arg('first', () => Int, { defaultValue: 10, description: 'How many, up to 500.' }) first: number,
    @Arg('engine', () => EngineName, {
      defaultValue: EngineName.LOCAL,
      description: 'The engine to ask; what it does not find in time or in number, LOCAL does.',
    })
    wanted: EngineName,
    @Ctx() context: Context,
  ) {
    const { engine, answer } = await context.house.lists.similarBy(wanted, title.id, first);
    const found = new Map(answer.map((ranked) => [ranked.titleId, ranked]));
    const titles = await titlesInOrder(context, [...found.keys()]);
    const audiences = audiencesOnce(context, title, [...found.keys()]);
    return titles.map((each) => {
      const { score = null, filled = false } = found.get(each.id) ?? {};
      return { title: each, of: title, score, engine: filled ? EngineName.LOCAL : engine, audiences };
    });
  }

  @FieldResolver(() => TitleAudienceType, {
    nullable: true,
    description: 'Who met it, and how far they came; null for whoever may not read metrics.',
  })
  audience(@Root() title: Title, @Ctx() context: Context): Promise<Audience> | null {
    if (!may(context.caller, Right.METRICS_READ)) return null;
    return titleAudience(context.house.database.db, title.id, context.house.clock());
  }

  @FieldResolver(() => AuditConnection, { nullable: true, description: 'Who changed it, newest first; null for whoever may not know.' })
  async history(
    @Root() title: Title,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: Context,
  ): Promise<Connection<AuditEntry> | null> {
    if (!may(context.caller, Right.CATALOGUE_READ_ALL)) return null;
    const { db } = context.house.database;
    const of = { entity: 'title', entityId: String(title.id) };
    return connectionFrom(await auditPage(db, { ...of, page: pageFrom(page) }), () => countAudit(db, of));
  }

  @FieldResolver(() => [TitleType], { description: 'A short list to stand beside it: one of its shelf, then chance.' })
  sideList(
    @Root() title: Title,
    @Arg('first', () => Int, { defaultValue: 5, description: 'How many, up to 500.' }) first: number,
    @Arg('seed', () => Int, { nullable: true, description: 'Makes chance repeatable.' }) seed: number | null | undefined,
    @Ctx() context: Context,
  ) {
    return titlesInOrder(context, context.house.lists.sideList(title.id, { first, ...(typeof seed === 'number' && { seed }) }));
  }
}

/** Read when somebody asks for them, once for the whole list. */
function audiencesOnce({ house }: Context, title: Title, others: readonly number[]): () => Promise<ReadonlyMap<number, number>> {
  let reading: Promise<ReadonlyMap<number, number>> | null = null;
  const listedAs = title.kind === TitleKind.EPISODE ? (title.parentId ?? title.id) : title.id;
  return () => {
    reading ??= sharedAudiences(house.database.db, listedAs, others);
    return reading;
  };
}
