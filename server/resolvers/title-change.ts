import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import { ErrorCode } from '../../core/errors';
import { Right } from '../../core/rights';
import { removeTitles, saveTitle } from '../../flow/title';
import { mergeTitles, unmergeTitles } from '../../flow/title-merge';
import { revertTitle } from '../../flow/title-revert';
import { RevertTitleInput } from '../../schema/change-set';
import { MergeTitlesPayload, RemoveTitlesPayload, SaveTitleInput, SaveTitlePayload } from '../../schema/title-change';
import { actorOf } from '../actor';
import type { Context } from '../context';
import { withUserErrors } from '../graphql/user-errors';
import { requireRight } from '../rights';
import { rowId, titleIdOf, titleIdsOf } from '../subject';

@Resolver()
export class TitleChangeResolver {
  @Mutation(() => SaveTitlePayload, { description: 'Makes a title, or changes one; every list follows at once.' })
  saveTitle(
    @Arg('input', () => SaveTitleInput, { description: 'The title.' }) input: SaveTitleInput,
    @Ctx() context: Context,
  ): Promise<SaveTitlePayload> {
    requireRight(context, Right.CATALOGUE_WRITE);
    const { database, clock } = context.house;
    const { id, version, parentId, posterUploadId, ...rest } = input;
    return withUserErrors(
      async () => {
        const titleId = id ? await titleIdOf(context, id, 'input.id') : null;
        const parent = parentId ? await titleIdOf(context, parentId, 'input.parentId') : null;
        const fields = parentId === undefined ? rest : { ...rest, parentId: parent };
        const poster = posterUploadId == null ? posterUploadId : rowId(posterUploadId, 'input.posterUploadId');
        const by = { actor: actorOf(context), now: clock(), posterUploadId: poster };
        return { title: await saveTitle(database.db, { ...by, id: titleId, expectedVersion: version ?? null, input: fields }) };
      },
      async ({ code }) => {
        const titleId = id && code === ErrorCode.CONFLICT ? await titleIdOf(context, id, 'input.id') : null;
        return { title: titleId ? await context.loaders.title.clear(titleId).load(titleId) : null };
      },
    );
  }

  @Mutation(() => SaveTitlePayload, {
    description: 'Takes back what one change of a title changed; what other changes did stays. CONFLICT where somebody was faster.',
  })
  revertTitle(
    @Arg('input', () => RevertTitleInput, { description: 'The change.' }) input: RevertTitleInput,
    @Ctx() context: Context,
  ): Promise<SaveTitlePayload> {
    requireRight(context, Right.CATALOGUE_WRITE);
    const { database, clock } = context.house;
    return withUserErrors(
      async () => {
        const auditId = rowId(input.auditId, 'input.auditId');
        const by = { actor: actorOf(context), now: clock() };
        return { title: await revertTitle(database.db, { ...by, auditId, expectedVersion: input.version }) };
      },
      { title: null },
    );
  }

  @Mutation(() => RemoveTitlesPayload, {
    description: 'Takes titles out of lists and searches; pasts keep them, and a save brings them back.',
  })
  removeTitles(
    @Arg('ids', () => [ID], { description: 'The titles, at most 1,000.' }) ids: string[],
    @Ctx() context: Context,
  ): Promise<RemoveTitlesPayload> {
    requireRight(context, Right.CATALOGUE_WRITE);
    const { database, clock } = context.house;
    return withUserErrors(
      async () => {
        const titleIds = await titleIdsOf(context, ids, 'ids');
        return { removed: await removeTitles(database.db, { actor: actorOf(context), ids: titleIds, now: clock() }) };
      },
      { removed: 0 },
    );
  }

  @Mutation(() => MergeTitlesPayload, { description: 'Lets one title stand for two rows of the same work, with both pasts.' })
  mergeTitles(
    @Arg('fromId', () => ID, { description: 'The row that gives way.' }) fromId: string,
    @Arg('intoId', () => ID, { description: 'The row that stays.' }) intoId: string,
    @Ctx() context: Context,
  ): Promise<MergeTitlesPayload> {
    requireRight(context, Right.CATALOGUE_WRITE);
    const { database, clock } = context.house;
    return withUserErrors(
      async () => {
        const from = await titleIdOf(context, fromId, 'fromId');
        const into = await titleIdOf(context, intoId, 'intoId');
        return { title: await mergeTitles(database.db, { actor: actorOf(context), fromId: from, intoId: into, now: clock() }) };
      },
      { title: null },
    );
  }

  @Mutation(() => MergeTitlesPayload, { description: 'Undoes a merge: both rows stand as they stood before.' })
  unmergeTitles(
    @Arg('fromId', () => ID, { description: 'The row that gave way, by our id.' }) fromId: string,
    @Ctx() context: Context,
  ): Promise<MergeTitlesPayload> {
    requireRight(context, Right.CATALOGUE_WRITE);
    const { database, clock } = context.house;
    return withUserErrors(
      async () => ({ title: await unmergeTitles(database.db, { actor: actorOf(context), fromId: rowId(fromId, 'fromId'), now: clock() }) }),
      { title: null },
    );
  }
}
