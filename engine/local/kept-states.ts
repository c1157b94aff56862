import { LRUCache } from 'lru-cache';
import { AppError, ErrorCode, notFound } from '../../core/errors';
import { type Model, ModelState } from '../../core/model';
import type { Db } from '../../store/database';
import { loadFactors, modelsByIds } from '../../store/models';
import type { LocalEngine } from './local';
import { type LocalState, stateInSteps } from './state';
import { unhurried } from './unhurried';

/** States of models that do not serve, loaded for whoever compares them with the live one. */
export interface KeptStates {
  /**
   * The catalogue of now joined with this model. Throws NOT_FOUND, CONFLICT for a model that failed or whose factors were removed, and
   * TOO_LARGE for one that does not fit beside the live one.
   */
  stateOf(modelId: number): Promise<LocalState>;
}

/** Two at once: enough for two models side by side. */
const MOST_STATES = 2;
/** Of the vectors of all kept states together. */
const MOST_BYTES = 2 ** 30;
/** Whoever looks at something else for so long has it loaded again. */
const KEPT_MS = 600_000;

interface Kept {
  readonly columns: LocalState['columns'];
  readonly state: Promise<LocalState>;
}

/** Makes the states of one process: at most two are kept, at most 1 GiB, at most ten minutes unused. */
export function createKeptStates({ db, local }: { readonly db: Db; readonly local: Pick<LocalEngine, 'state'> }): KeptStates {
  const kept = new LRUCache<number, Kept>({
    max: MOST_STATES,
    maxSize: MOST_BYTES,
    ttl: KEPT_MS,
    ttlAutopurge: true,
    updateAgeOnGet: true,
  });

  async function load(model: Model, columns: LocalState['columns']): Promise<LocalState> {
    const state = await unhurried(stateInSteps(columns, await loadFactors(db, model), new Map()));
    return { ...state, moods: local.state().moods };
  }

  return {
    async stateOf(modelId) {
      const live = local.state();
      if (modelId === live.modelId) return live;
      const before = kept.get(modelId);
      // A catalogue that has changed since would tell of titles that are not there any more.
      if (before?.columns === live.columns) return before.state;
      const [model = null] = await modelsByIds(db, [modelId]);
      const bytes = requireWhole(model, live.columns.size);
      const state = load(model as Model, live.columns);
      kept.set(modelId, { columns: live.columns, state }, { size: bytes });
      state.catch(() => kept.delete(modelId));
      return state;
    },
  };
}

const BYTES_A_FACTOR = 4;

/** The bytes that the model's vectors will take. */
function requireWhole(model: Model | null, rows: number): number {
  if (model === null) throw notFound('input.modelId', 'model');
  if (model.state === ModelState.FAILED)
    throw refusal(ErrorCode.CONFLICT, `The training of model ${model.id} failed, so it has no factors.`);
  if (model.bytes === 0) throw refusal(ErrorCode.CONFLICT, `The factors of model ${model.id} were removed, being old.`);
  const bytes = Math.max(1, rows * model.settings.k * BYTES_A_FACTOR);
  if (bytes > MOST_BYTES) throw refusal(ErrorCode.TOO_LARGE, `Model ${model.id} is too large to be loaded beside the live one.`);
  return bytes;
}

function refusal(code: ErrorCode, message: string): AppError {
  return new AppError(code, message, { field: 'input.modelId', expected: 'a model that still has its factors' });
}
