import { AlsObjective, type AlsSettings, AlsSolver, ConfidencePreset } from '../../core/model';
import { gramOf } from '../../core/normal-equations';
import { EngineName } from '../../core/recommendation';
import type { Db } from '../../store/database';
import { insertModel, makeLive } from '../../store/models';

export const SMALL_SETTINGS: AlsSettings = {
  k: 2,
  iterations: 1,
  regularization: 0.01,
  frequencyExponent: 1,
  unobservedWeight: 0.1,
  preset: ConfidencePreset.COVERAGE,
  halfLifeDays: null,
  seed: 1,
  solver: AlsSolver.CHOLESKY,
  objective: AlsObjective.IALS,
};

type Vectors = ReadonlyMap<number, readonly [number, number]>;

/** Stores and promotes a model whose vectors are given per title, liked by as many people as `popularity` says; returns its id. */
export async function aLiveModel(db: Db, vectors: Vectors, popularity: (titleId: number) => number = () => 1_000): Promise<number> {
  const id = await aTrainedModel(db, vectors, popularity);
  await db.transaction((db) => makeLive(db, { id, engine: EngineName.LOCAL }, new Date()));
  return id;
}

/** As `aLiveModel`, but nobody has promoted it. */
export async function aTrainedModel(db: Db, vectors: Vectors, popularity: (titleId: number) => number = () => 1_000): Promise<number> {
  const titleIds = [...vectors.keys()];
  const items = Float32Array.from([...vectors.values()].flat());
  return insertModel(
    db,
    {
      engine: EngineName.LOCAL,
      settings: SMALL_SETTINGS,
      snapshot: 'none',
      users: 10,
      interactions: 2_000,
      metrics: {},
      trainedSeconds: 1,
    },
    { titleIds, items, gram: gramOf(items, 2, SMALL_SETTINGS.unobservedWeight), popularity: Float64Array.from(titleIds, popularity) },
  );
}
