import type { Curve } from '../core/curve';
import { type AlsSettings, type Factors, type Model, type ModelEvaluation, ModelState, TrainedOn } from '../core/model';
import type { EngineName } from '../core/recommendation';
import type { Db } from './database';
import { MODEL_FORMAT, readParts, type Stored, writeParts } from './model-chunks';

/** A model about to be registered: what the training says of it. */
export interface NewModel {
  readonly engine: EngineName;
  /** Default HERE. */
  readonly trainedOn?: TrainedOn;
  readonly settings: AlsSettings;
  readonly snapshot: string;
  readonly users: number;
  readonly interactions: number;
  readonly metrics: Readonly<Record<string, number>>;
  readonly trainedSeconds: number;
  readonly code?: string;
  readonly evaluation?: ModelEvaluation | null;
  readonly verdict?: string | null;
  readonly curve?: Curve;
}

const COLUMNS = `id, engine, "trainedOn", state, settings, snapshot, users, items, interactions, metrics, "trainedSeconds", "createdAt", "promotedAt",
  format, code, evaluation, verdict, bytes, error, curve`;

/** Registers a model with its factors as TRAINED; returns its id. One transaction. */
export async function insertModel(db: Db, model: NewModel, factors: Omit<Factors, 'modelId' | 'indexOf' | 'settings'>): Promise<number> {
  return db.transaction(async (db) => {
    const parts = { ...factors, titleIds: Float64Array.from(factors.titleIds) };
    const rows: { id: number }[] = await db.query(
      `insert into models (engine, state, settings, snapshot, users, items, interactions, metrics, "trainedSeconds",
         format, code, evaluation, verdict, bytes, curve, "trainedOn")
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15::jsonb, $16) returning id`,
      [
        model.engine,
        ModelState.TRAINED,
        model.settings,
        model.snapshot,
        model.users,
        factors.titleIds.length,
        model.interactions,
        model.metrics,
        model.trainedSeconds,
        MODEL_FORMAT,
        model.code ?? null,
        model.evaluation ?? null,
        model.verdict ?? null,
        bytesOf(parts),
        JSON.stringify(model.curve ?? []),
        model.trainedOn ?? TrainedOn.HERE,
      ],
    );
    const id = rows[0]?.id as number;
    await writeParts(db, id, parts);
    return id;
  });
}

/** A training that came to nothing, as it is remembered. */
export interface FailedTraining {
  readonly engine: EngineName;
  readonly trainedOn: TrainedOn;
  readonly settings: AlsSettings;
  readonly trainedSeconds: number;
  readonly error: string;
}

/** Registers that a training failed, so that operators see it among the models; returns its id. */
export async function insertFailedModel(db: Db, { engine, trainedOn, settings, trainedSeconds, error }: FailedTraining): Promise<number> {
  const rows: { id: number }[] = await db.query(
    `insert into models (engine, state, settings, snapshot, users, items, interactions, "trainedSeconds", error, "trainedOn")
     values ($1, $2, $3, '', 0, 0, 0, $4, $5, $6) returning id`,
    [engine, ModelState.FAILED, settings, trainedSeconds, error, trainedOn],
  );
  return rows[0]?.id as number;
}

/** Which models; what is left out does not matter. */
export interface ModelFilter {
  readonly state?: ModelState | null;
  readonly engine?: EngineName | null;
}

/** All models that a filter lets through, newest first. */
export async function modelsList(db: Db, { state = null, engine = null }: ModelFilter = {}): Promise<readonly Model[]> {
  return db.query(
    `select ${COLUMNS} from models where ($1::text is null or state = $1) and ($2::text is null or engine = $2) order by id desc`,
    [state, engine],
  );
}

/** The models of the given ids, in that order; null where there is none. */
export async function modelsByIds(db: Db, ids: readonly number[]): Promise<readonly (Model | null)[]> {
  if (ids.length === 0) return [];
  const rows: Model[] = await db.query(`select ${COLUMNS} from models where id = any($1::bigint[])`, [ids]);
  const byId = new Map(rows.map((model) => [model.id, model]));
  return ids.map((id) => byId.get(id) ?? null);
}

/** The live model of an engine; null when nothing was promoted yet. */
export async function liveModel(db: Db, engine: EngineName): Promise<Model | null> {
  const rows: Model[] = await db.query(`select ${COLUMNS} from models where engine = $1 and state = 'LIVE'`, [engine]);
  return rows[0] ?? null;
}

/** The model that was live before the live one: what a rollback goes back to; null when there is none. */
export async function previousModel(db: Db, engine: EngineName): Promise<Model | null> {
  const rows: Model[] = await db.query(
    `select ${COLUMNS} from models where engine = $1 and state = 'RETIRED' and "promotedAt" is not null order by "promotedAt" desc limit 1`,
    [engine],
  );
  return rows[0] ?? null;
}

/** Makes a model the live one of its engine and retires the one before; call it inside a transaction. */
export async function makeLive(db: Db, model: Pick<Model, 'id' | 'engine'>, now: Date): Promise<void> {
  // Locked first, so that two promotions of one engine follow each other instead of meeting at the unique index.
  await db.query('select pg_advisory_xact_lock(hashtext($1))', [`models:${model.engine}`]);
  await db.query(`update models set state = 'RETIRED' where engine = $1 and state = 'LIVE' and id <> $2`, [model.engine, model.id]);
  await db.query(`update models set state = 'LIVE', "promotedAt" = $2 where id = $1`, [model.id, now]);
}

/** False for a model whose factors were removed, being old. */
export async function hasFactors(db: Db, modelId: number): Promise<boolean> {
  const rows: unknown[] = await db.query('select 1 from model_chunks where "modelId" = $1 limit 1', [modelId]);
  return rows.length > 0;
}

/** The factors of a stored model, ready for fold-in and scoring. Throws CONFLICT when they are not there whole, or of another version. */
export async function loadFactors(db: Db, model: Stored): Promise<Factors> {
  const { id, settings } = model;
  const { titleIds: ids, items, gram, popularity } = await readParts(db, model);
  const titleIds = Array.from(ids);
  return { modelId: id, settings, titleIds, indexOf: new Map(titleIds.map((titleId, index) => [titleId, index])), items, gram, popularity };
}

function bytesOf(parts: Readonly<Record<'titleIds' | 'items' | 'gram' | 'popularity', { readonly byteLength: number }>>): number {
  const { titleIds, items, gram, popularity } = parts;
  return [titleIds, items, gram, popularity].reduce((sum, { byteLength }) => sum + byteLength, 0);
}
