import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { notFound } from '../../core/errors';
import { type Model, ModelState } from '../../core/model';
import { compareModels } from '../../core/model-comparison';
import { type ModelReport, reportOf } from '../../core/model-report';
import { EngineName } from '../../core/recommendation';
import { Right } from '../../core/rights';
import { promoteModel, rollbackModel } from '../../flow/model';
import { trainingOptionsNow } from '../../flow/training-options';
import { ModelPayload, ModelType } from '../../schema/model';
import { ModelComparisonType } from '../../schema/model-comparison';
import { ModelReportType } from '../../schema/model-report';
import { TrainingOptionsType } from '../../schema/training';
import { modelsList, previousModel } from '../../store/models';
import { actorOf } from '../actor';
import type { Context } from '../context';
import { withUserErrors } from '../graphql/user-errors';
import { requireRight } from '../rights';
import { rowId } from '../subject';

const NO_MODEL = { model: null };

@Resolver(() => ModelType)
export class ModelResolver {
  @Query(() => [ModelType], { description: 'Every model that is kept, newest first.' })
  models(
    @Arg('state', () => ModelState, { nullable: true, description: 'Only models that stand there.' }) state: ModelState | null | undefined,
    @Arg('engine', () => EngineName, { nullable: true, description: 'Only models of this engine.' }) engine: EngineName | null | undefined,
    @Ctx() context: Context,
  ): Promise<readonly Model[]> {
    requireRight(context, Right.MODELS_READ);
    return modelsList(context.house.database.db, { state, engine });
  }

  @Query(() => ModelType, { nullable: true, description: 'One model; null when there is none of this id.' })
  async model(@Arg('id', () => ID, { description: 'The model.' }) id: string, @Ctx() context: Context): Promise<Model | null> {
    requireRight(context, Right.MODELS_READ);
    return context.loaders.model.load(rowId(id, 'id'));
  }

  @Query(() => ModelComparisonType, { description: 'Two models side by side: metrics with their intervals, and the settings that differ.' })
  async compareModels(
    @Arg('id', () => ID, { description: 'The first model.' }) id: string,
    @Arg('otherId', () => ID, { description: 'The second model.' }) otherId: string,
    @Ctx() context: Context,
  ): Promise<ModelComparisonType> {
    requireRight(context, Right.MODELS_READ);
    const [first, second] = await Promise.all([modelOf(context, id, 'id'), modelOf(context, otherId, 'otherId')]);
    return { first, second, ...compareModels(first, second) };
  }

  @Query(() => TrainingOptionsType, {
    description:
      'What a training and a search may be told: every setting with its range and what it does, and where a training may take place.',
  })
  async trainingOptions(@Ctx() context: Context): Promise<TrainingOptionsType> {
    requireRight(context, Right.MODELS_READ);
    const { database, config } = context.house;
    return trainingOptionsNow(database.db, { ...config.spark, aws: config.aws });
  }

  @FieldResolver(() => ModelReportType, {
    nullable: true,
    description: 'What was measured of its settings, metric by metric; null when they were not evaluated.',
  })
  report(@Root() { evaluation }: Model): ModelReport | null {
    return evaluation && reportOf(evaluation);
  }

  @FieldResolver(() => ModelType, {
    nullable: true,
    description:
      'Of the live model: the one that was live before, which `rollbackModel` goes back to; null for others, or where there is none.',
  })
  async previous(@Root() { state, engine }: Model, @Ctx() context: Context): Promise<Model | null> {
    return state === ModelState.LIVE ? previousModel(context.house.database.db, engine) : null;
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

async function modelOf(context: Context, id: string, field: string): Promise<Model> {
  const model = await context.loaders.model.load(rowId(id, field));
  if (model === null) throw notFound(field, 'model');
  return model;
}
