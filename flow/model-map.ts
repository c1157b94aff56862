import { LRUCache } from 'lru-cache';
import { AppError, ErrorCode } from '../core/errors';
import type { Model } from '../core/model';
import { type PrincipalMap, principalMap } from '../engine/local/principal-map';
import type { Db } from '../store/database';
import { loadFactors } from '../store/models';

/** The map of a model: a place for each of its titles, most popular first. */
export interface ModelMap extends PrincipalMap {
  readonly modelId: number;
  readonly titleIds: readonly number[];
  /** People who like each title. */
  readonly popularity: Float64Array;
}

/** Maps of models, each computed once however many ask at once. */
export interface ModelMaps {
  /** Throws CONFLICT for a model whose factors are gone or of another format. */
  of(model: Model): Promise<ModelMap>;
}

/** Maps of so many titles together are kept: 28 bytes a title. */
const TITLES_KEPT = 2_000_000;

/** Keeps the maps that were asked for last; a model never changes, so they are never out of date. */
export function createModelMaps(db: Db): ModelMaps {
  const kept = new LRUCache<number, Promise<ModelMap>>({ maxSize: TITLES_KEPT, max: 20 });
  return {
    of(model) {
      const before = kept.get(model.id);
      if (before !== undefined) return before;
      const map = mapOf(db, model);
      kept.set(model.id, map, { size: Math.min(TITLES_KEPT, Math.max(1, model.items)) });
      map.catch(() => kept.delete(model.id));
      return map;
    },
  };
}

async function mapOf(db: Db, model: Model): Promise<ModelMap> {
  if (model.bytes === 0)
    throw new AppError(ErrorCode.CONFLICT, 'The factors of this model were removed, so there is no map of it.', {
      field: 'modelId',
      expected: 'a model whose factors are kept',
    });
  const { items, titleIds, popularity, settings } = await loadFactors(db, model);
  const { x, y, explained } = await principalMap(items, settings.k, popularity);
  const order = Int32Array.from(titleIds.keys()).sort((a, b) => (popularity[b] as number) - (popularity[a] as number) || a - b);
  const inOrder = (values: Float32Array): Float32Array => Float32Array.from(order, (at) => values[at] as number);
  return {
    modelId: model.id,
    titleIds: Array.from(order, (at) => titleIds[at] as number),
    popularity: Float64Array.from(order, (at) => popularity[at] as number),
    x: inOrder(x),
    y: inOrder(y),
    explained,
  };
}
