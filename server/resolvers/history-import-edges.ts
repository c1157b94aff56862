import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { type Candidate, RowFate } from '../../core/history/place';
import type { HistoryGroup, HistoryImport, PlacedRow } from '../../core/history-import';
import type { Job } from '../../core/job';
import type { Title } from '../../core/title';
import {
  HistoryCandidateType,
  HistoryGroupConnection,
  HistoryGroupType,
  HistoryImportType,
  HistoryRowConnection,
  HistoryRowType,
} from '../../schema/history-import';
import { JobType } from '../../schema/job';
import { type Connection, PageArgs, TablePageArgs } from '../../schema/page';
import { TitleType } from '../../schema/title';
import { countHistoryGroups, countHistoryRows, historyGroupsPage, historyRowsPage } from '../../store/history-row-pages';
import { jobById } from '../../store/jobs';
import { connectionFrom, pageFrom } from '../connection';
import type { Context } from '../context';

const FATE = 'Only of this fate.';

@Resolver(() => HistoryImportType)
export class HistoryImportEdgesResolver {
  @FieldResolver(() => JobType, { nullable: true, description: 'The job that reads it; null for a sample.' })
  job(@Root() { jobId }: HistoryImport, @Ctx() context: Context): Promise<Job | null> | null {
    return jobId === null ? null : jobById(context.house.database.db, jobId);
  }

  @FieldResolver(() => HistoryGroupConnection, { description: 'Its rows by name, and by what became of them: the most rows first.' })
  async groups(
    @Root() { id }: HistoryImport,
    @Arg('fate', () => RowFate, { nullable: true, description: FATE }) fate: RowFate | null | undefined,
    @Arg('search', () => String, { nullable: true, description: 'A part of the name.' }) search: string | null | undefined,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: Context,
  ): Promise<Connection<HistoryGroup>> {
    const { db } = context.house.database;
    const filter = { importId: id, fate: fate ?? null, search: search ?? null };
    return connectionFrom(await historyGroupsPage(db, filter, pageFrom(page)), () => countHistoryGroups(db, filter));
  }

  @FieldResolver(() => HistoryRowConnection, { description: 'Its rows, in the order of the file.' })
  async rows(
    @Root() { id }: HistoryImport,
    @Arg('fate', () => RowFate, { nullable: true, description: FATE }) fate: RowFate | null | undefined,
    @Arg('name', () => String, { nullable: true, description: 'Only of the group of this name.' }) name: string | null | undefined,
    @Args(() => TablePageArgs) page: TablePageArgs,
    @Ctx() context: Context,
  ): Promise<Connection<PlacedRow>> {
    const { db } = context.house.database;
    const filter = { importId: id, fate: fate ?? null, name: name ?? null };
    return connectionFrom(await historyRowsPage(db, filter, pageFrom(page)), () => countHistoryRows(db, filter));
  }
}

@Resolver(() => HistoryRowType)
export class HistoryRowResolver {
  @FieldResolver(() => TitleType, { nullable: true, description: 'The title that it counts as; null where there is none.' })
  title(@Root() { titleId }: PlacedRow, @Ctx() context: Context): Promise<Title | null> | null {
    return titleId === null ? null : standingTitle(context, titleId);
  }

  @FieldResolver(() => [HistoryCandidateType], { description: 'What it may mean, the likeliest first, at most five.' })
  candidates(@Root() { candidates }: PlacedRow, @Ctx() context: Context): Promise<readonly ShownCandidate[]> {
    return shown(context, candidates);
  }
}

@Resolver(() => HistoryGroupType)
export class HistoryGroupResolver {
  @FieldResolver(() => TitleType, { nullable: true, description: 'The title that they count as; null where there is none.' })
  title(@Root() { titleId }: HistoryGroup, @Ctx() context: Context): Promise<Title | null> | null {
    return titleId === null ? null : standingTitle(context, titleId);
  }

  @FieldResolver(() => [HistoryCandidateType], { description: 'What the first of them may mean, the likeliest first, at most five.' })
  candidates(@Root() { candidates }: HistoryGroup, @Ctx() context: Context): Promise<readonly ShownCandidate[]> {
    return shown(context, candidates);
  }
}

interface ShownCandidate {
  readonly score: number;
  readonly title: Title;
}

@Resolver(() => HistoryCandidateType)
export class HistoryCandidateResolver {
  @FieldResolver(() => TitleType, { description: 'The title.' })
  title(@Root() { title }: ShownCandidate): Title {
    return title;
  }
}

/** Candidates whose titles are still there. */
async function shown(context: Context, candidates: readonly Candidate[]): Promise<readonly ShownCandidate[]> {
  const found = await Promise.all(candidates.map(async ({ titleId, score }) => ({ score, title: await standingTitle(context, titleId) })));
  return found.flatMap(({ score, title }) => (title === null ? [] : { score, title }));
}

const LONGEST_CHAIN = 10;

/** The title, or the one that stands for it since they were merged. */
async function standingTitle({ loaders }: Context, id: number): Promise<Title | null> {
  let title = await loaders.title.load(id);
  for (let step = 0; step < LONGEST_CHAIN && title !== null && title.mergedIntoId !== null; step++)
    title = await loaders.title.load(title.mergedIntoId);
  return title;
}
