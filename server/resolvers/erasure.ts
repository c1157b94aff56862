import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { type Erasure, ErasureState, erasureState } from '../../core/erasure';
import { Right } from '../../core/rights';
import { forgetUser } from '../../flow/forget';
import { DownloadPayload } from '../../schema/download';
import { ErasedRowsType, ErasureConnection, ErasureType, ForgetUserPayload } from '../../schema/erasure';
import { ModelType } from '../../schema/model';
import { type Connection, TablePageArgs } from '../../schema/page';
import { countErasures, erasureById, erasuresPage } from '../../store/erasures';
import { resolveUsers } from '../../store/users';
import { actorOf } from '../actor';
import { connectionFrom, pageFrom } from '../connection';
import type { Context } from '../context';
import { withUserErrors } from '../graphql/user-errors';
import { requireRight } from '../rights';
import { readReference, rowId, subjectOf } from '../subject';

@Resolver(() => ErasureType)
export class ErasureResolver {
  @Query(() => ErasureConnection, { description: 'Receipts of people who were forgotten, newest first.' })
  async erasures(
    @Arg('of', () => ID, { nullable: true, description: 'Only of a person of this name, such as app:42.' }) of: string | null | undefined,
    @Args(() => TablePageArgs) page: TablePageArgs,
    @Ctx() context: Context,
  ): Promise<Connection<Erasure>> {
    requireRight(context, Right.USERS_ERASE);
    const { db } = context.house.database;
    const reference = of ? readReference(of, 'of') : null;
    // Our own ids are forgotten with the people: only a name can be looked for.
    const filter = { of: reference && ('source' in reference ? `${reference.source}:${reference.value}` : '') };
    return connectionFrom(await erasuresPage(db, { ...filter, page: pageFrom(page) }), () => countErasures(db, filter));
  }

  @Query(() => ErasureType, { nullable: true, description: 'One receipt; null where there is none of this id.' })
  erasure(@Arg('id', () => ID, { description: 'The receipt.' }) id: string, @Ctx() context: Context): Promise<Erasure | null> {
    requireRight(context, Right.USERS_ERASE);
    return erasureById(context.house.database.db, rowId(id, 'id'));
  }

  @Mutation(() => ForgetUserPayload, {
    description:
      'Forgets a person for good: they are served no more at once, and a job removes every row of theirs. There is no way back. What an old queue still sends of the time before is refused; whoever comes again under the same name begins anew.',
  })
  forgetUser(
    @Arg('userId', () => ID, { description: 'The person.' }) userId: string,
    @Arg('confirm', () => ID, { description: 'The person once more, typed by whoever decides: our id or their name, such as app:42.' })
    confirm: string,
    @Arg('retrain', () => Boolean, { defaultValue: false, description: 'Train a model without them once their rows are gone.' })
    retrain: boolean,
    @Ctx() context: Context,
  ): Promise<ForgetUserPayload> {
    requireRight(context, Right.USERS_ERASE);
    const { db } = context.house.database;
    return withUserErrors(
      async () => {
        const subject = await subjectOf(context, userId, { right: Right.USERS_ERASE });
        const [confirmedId = null] = await resolveUsers(db, [readReference(confirm, 'confirm')], { create: false });
        return { erasure: await forgetUser(db, { userId: subject, confirmedId, retrain, actor: actorOf(context) }) };
      },
      { erasure: null },
    );
  }

  @Mutation(() => DownloadPayload, { description: 'Offers a receipt as a JSON file.' })
  exportErasure(@Arg('id', () => ID, { description: 'The receipt.' }) id: string, @Ctx() context: Context): Promise<DownloadPayload> {
    requireRight(context, Right.USERS_ERASE);
    const { downloads } = context.house;
    return withUserErrors(
      async () => ({
        download: downloads.offer({ kind: 'erasure', params: { erasureId: rowId(id, 'id') }, owner: actorOf(context) }),
      }),
      { download: null },
    );
  }

  @FieldResolver(() => String, { nullable: true, description: 'Name or e-mail of the operator, or name of the key, that asked for it.' })
  actorName(@Root() { actor }: Erasure, @Ctx() { loaders }: Context): Promise<string | null> | null {
    return actor === 'system' ? null : loaders.actorName.load(actor);
  }

  @FieldResolver(() => ErasureState, { description: 'Where it stands.' })
  state(@Root() erasure: Erasure): ErasureState {
    return erasureState(erasure);
  }

  @FieldResolver(() => [ErasedRowsType], { description: 'What was removed so far, by table.' })
  counts(@Root() { counts }: Erasure): readonly ErasedRowsType[] {
    return Object.entries(counts).map(([table, rows]) => ({ table, rows }));
  }

  @FieldResolver(() => [ModelType], {
    description:
      'Models that are kept and may have learned from them. What one learned is gone once it is replaced and its factors are removed.',
  })
  async models(@Root() { id }: Erasure, @Ctx() context: Context) {
    const ids = (await context.loaders.modelsHolding.load(id)) ?? [];
    return (await context.loaders.model.loadMany([...ids])).filter((model) => model !== null && !(model instanceof Error));
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Why Amazon Personalize has not deleted them yet, and what to do; null where there is nothing that it has to delete.',
  })
  personalizeWaits(@Root() { id, atPersonalize }: Erasure, @Ctx() { loaders }: Context): Promise<string | null> | null {
    return atPersonalize ? loaders.personalizeWaits.load(id) : null;
  }

  @FieldResolver(() => ID, { nullable: true, description: 'The job of the training that was asked for with it.' })
  trainJobId(@Root() { trainRunId }: Erasure): number | null {
    return trainRunId;
  }
}
