import type { Db } from './database';

/** The arrays of a model, little-endian in the database. */
export interface ModelParts {
  readonly items: Float32Array;
  readonly titleIds: Float64Array;
  readonly gram: Float64Array;
  readonly popularity: Float64Array;
}

type PartName = keyof ModelParts;

// One value of 1 GB is PostgreSQL's limit, and far smaller ones keep memory flat while reading and writing.
const CHUNK_BYTES = 4 * 1024 * 1024;

/** Writes every part in chunks of 4 MiB. */
export async function writeParts(db: Db, modelId: number, parts: ModelParts): Promise<void> {
  for (const [part, values] of Object.entries(parts)) {
    const bytes = Buffer.from(values.buffer, values.byteOffset, values.byteLength);
    for (let number = 0; number * CHUNK_BYTES < bytes.length; number++) {
      const chunk = bytes.subarray(number * CHUNK_BYTES, (number + 1) * CHUNK_BYTES);
      await db.query('insert into model_chunks ("modelId", part, number, bytes) values ($1, $2, $3, $4)', [modelId, part, number, chunk]);
    }
  }
}

/** Reads every part back. Throws an Error when one is missing. */
export async function readParts(db: Db, modelId: number): Promise<ModelParts> {
  const [items, titleIds, gram, popularity] = await Promise.all(
    (['items', 'titleIds', 'gram', 'popularity'] as const).map((part) => readPart(db, modelId, part)),
  );
  if (!items || !titleIds || !gram || !popularity) throw new Error(`Model ${modelId} has no stored factors.`);
  return {
    items: new Float32Array(items),
    titleIds: new Float64Array(titleIds),
    gram: new Float64Array(gram),
    popularity: new Float64Array(popularity),
  };
}

async function readPart(db: Db, modelId: number, part: PartName): Promise<ArrayBuffer | null> {
  const sizes: { bytes: number; chunks: number }[] = await db.query(
    'select coalesce(sum(octet_length(bytes)), 0)::bigint as bytes, count(*)::int as chunks from model_chunks where "modelId" = $1 and part = $2',
    [modelId, part],
  );
  const { bytes, chunks } = sizes[0] ?? { bytes: 0, chunks: 0 };
  if (chunks === 0) return null;
  // Copied into one buffer of its own: a typed array needs aligned memory, and a Buffer of the driver has none to promise.
  const whole = new Uint8Array(Number(bytes));
  let at = 0;
  for (let number = 0; number < chunks; number++) {
    const rows: { bytes: Buffer }[] = await db.query('select bytes from model_chunks where "modelId" = $1 and part = $2 and number = $3', [
      modelId,
      part,
      number,
    ]);
    const chunk = rows[0]?.bytes ?? Buffer.alloc(0);
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole.buffer;
}
