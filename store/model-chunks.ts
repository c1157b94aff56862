import { AppError, ErrorCode } from '../core/errors';
import type { Model } from '../core/model';
import { chunksOf, readChunks } from './chunks';
import { type Db, urlOf } from './database';

/** The arrays of a model, little-endian in the database. */
export interface ModelParts {
  readonly items: Float32Array;
  readonly titleIds: Float64Array;
  readonly gram: Float64Array;
  readonly popularity: Float64Array;
}

/** What tells how large the parts of a model are, and how they are stored. */
export type Stored = Pick<Model, 'id' | 'settings' | 'items' | 'format'>;

/** How `ModelParts` lie in the database; another number is of another version of Kinograph. */
export const MODEL_FORMAT = 1;

/** Writes every part in chunks of 4 MiB, which travel as they are. */
export async function writeParts(db: Db, modelId: number, { items, titleIds, gram, popularity }: ModelParts): Promise<void> {
  for (const { part, number, bytes } of chunksOf({ items, titleIds, gram, popularity }))
    await db.query('insert into model_chunks ("modelId", part, number, bytes) values ($1, $2, $3, $4)', [modelId, part, number, bytes]);
}

/** Reads every part into memory that is taken once. Throws CONFLICT for a model of another format, or whose chunks are not what it says. */
export async function readParts(db: Db, model: Stored): Promise<ModelParts> {
  requireFormat(model);
  const { id, items, settings } = model;
  const parts = {
    items: new Float32Array(items * settings.k),
    titleIds: new Float64Array(items),
    gram: new Float64Array(settings.k ** 2),
    popularity: new Float64Array(items),
  };
  const chunks = `select part, bytes from model_chunks where "modelId" = ${Number(id)} order by part, number`;
  if (await readChunks(urlOf(db), chunks, parts)) return parts;
  throw new AppError(ErrorCode.CONFLICT, `The factors of model ${id} are gone, or not as many as it says.`, {
    field: 'id',
    expected: 'a model whose factors are stored whole; train it anew',
  });
}

/** Throws CONFLICT for a model that another version of Kinograph has stored in a way that this one does not read. */
export function requireFormat({ id, format }: Pick<Model, 'id' | 'format'>): void {
  if (format === MODEL_FORMAT) return;
  throw new AppError(ErrorCode.CONFLICT, `Model ${id} is stored in format ${format}, which this version of Kinograph does not read.`, {
    field: 'id',
    expected: `a model of format ${MODEL_FORMAT}; train it anew`,
  });
}
