import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import type { Model } from '../../core/model';
import { EngineName } from '../../core/recommendation';
import { Right } from '../../core/rights';
import { promoteModel, rollbackModel } from '../../flow/model';
import { ModelPayload, ModelType } from '../../schema/model';
import { modelsList } from '../../store/models';
import { actorOf } from '../actor';
import type { Context } from '../context';
import { withUserErrors } from '../graphql/user-errors';
import { requireRight } from '../rights';
import { rowId } from '../subject';

const NO_MODEL = { model: null };

@Resolver(() => ModelType)
export class ModelResolver {
  @Query(() => [ModelType], { description: 'Every model that is kept, newest first.' })
  models(@Ctx() context: Context): Promise<readonly Model[]> {
    requireRight(context, Right.MODELS_READ);
    return modelsList(context.house.database.db);
  }

  @Mutation(() => ModelPayload, { description: 'Lets a trained model serve; the one before it can be rolled back to.' })
  promoteModel(@Arg('id', () => ID, { description: 'The model.' }) id: string, @Ctx() context: Context): Promise<ModelPayload> {
    requireRight(context, Right.MODELS_PROMOTE);
    const { database, clock } = context.house;
    const by = { actor: actorOf(context), now: clock() };
    return withUserErrors(async () => ({ model: await promoteModel(database.db, rowId(id, 'id'), by) }), NO_MODEL);
  }

  @Mutation(() => ModelPayload, { description: 'Lets the model serve that served before the live one.' })
  rollbackModel(
    @Arg('engine', () => EngineName, { defaultValue: EngineName.LOCAL, description: 'Of which engine.' }) engine: EngineName,
    @Ctx() context: Context,
  ): Promise<ModelPayload> {
    requireRight(context, Right.MODELS_PROMOTE);
    const { database, clock } = context.house;
    const by = { actor: actorOf(context), now: clock() };
    return withUserErrors(async () => ({ model: await rollbackModel(database.db, engine, by) }), NO_MODEL);
  }
}
