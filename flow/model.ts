import type { Actor } from '../core/audit';
import { AppError, ErrorCode, notFound } from '../core/errors';
import { type Model, ModelState } from '../core/model';
import type { EngineName } from '../core/recommendation';
import { writeAudit } from '../store/audit';
import type { Db } from '../store/database';
import { requireFormat } from '../store/model-chunks';
import { hasFactors, liveModel, makeLive, modelsByIds, previousModel } from '../store/models';
import { publish } from '../store/notices';

/** Who promotes, and when. */
interface By {
  readonly actor: Actor;
  readonly now: Date;
}

/** Makes a model the live one; every process swaps to it from the commit on. Throws NOT_FOUND, and CONFLICT for a model that failed or whose factors are gone. */
export async function promoteModel(db: Db, modelId: number, by: By): Promise<Model> {
  return db.transaction(async (db) => {
    const [model] = await modelsByIds(db, [modelId]);
    if (!model) throw notFound('id', 'model');
    if (model.state === ModelState.FAILED)
      throw new AppError(ErrorCode.CONFLICT, 'The model failed in training.', { field: 'id', expected: 'a model that was trained' });
    requireFormat(model);
    if (!(await hasFactors(db, modelId)))
      throw new AppError(ErrorCode.CONFLICT, 'The factors of this model were removed, being old.', {
        field: 'id',
        expected: 'the live model, one of the five live before it, one of the ten trained last, or one trained anew',
      });
    return swap(db, model, { ...by, action: 'model.promote' });
  });
}

/** Goes back to the model that was live before. Throws CONFLICT when there is none. */
export async function rollbackModel(db: Db, engine: EngineName, by: By): Promise<Model> {
  return db.transaction(async (db) => {
    const previous = await previousModel(db, engine);
    if (previous === null) throw new AppError(ErrorCode.CONFLICT, 'No earlier model was ever live.', { field: 'engine' });
    return swap(db, previous, { ...by, action: 'model.rollback' });
  });
}

async function swap(db: Db, model: Model, { actor, now, action }: By & { readonly action: string }): Promise<Model> {
  const before = await liveModel(db, model.engine);
  if (before?.id === model.id) return before;
  await makeLive(db, model, now);
  const [after] = await modelsByIds(db, [model.id]);
  await writeAudit(db, {
    actor,
    action,
    entity: 'model',
    entityId: String(model.id),
    before: { live: before?.id ?? null },
    after: { live: model.id },
  });
  await publish(db, [{ topic: 'model', id: model.id }]);
  return after ?? model;
}
