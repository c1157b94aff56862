import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { alsSettings } from '../core/als-settings';
import { parseS3Url, type S3Place, s3Url } from '../core/aws/s3-url';
import { AppError, badInput, ErrorCode, notFound } from '../core/errors';
import type { AlsSettings, Factors, Model } from '../core/model';
import { npyOfMatrix, readNpy } from '../core/npy';
import { EngineName } from '../core/recommendation';
import type { S3 } from '../engine/aws/s3';
import type { Db } from '../store/database';
import { insertModel, liveModel, loadFactors, modelsByIds } from '../store/models';
import { countTitlesOf } from '../store/titles';

/** What `settings.json` of a model in S3 tells, as in a folder that `npm run export` writes; its files are told by their SHA-256 in hex. */
interface ModelPaper {
  readonly format: typeof FORMAT;
  readonly version: typeof VERSION;
  readonly code: string | null;
  readonly snapshot: string;
  readonly settings: AlsSettings & { readonly alpha: number };
  readonly users: number;
  readonly items: number;
  readonly interactions: number;
  readonly trainedSeconds: number;
  readonly metrics: Readonly<Record<string, number>>;
  readonly files: Readonly<Record<string, string>>;
}

const FORMAT = 'kinograph-factors';
const VERSION = 1;
const PAPER = 'settings.json';
const MOST_PAPER_BYTES = 1_000_000;
const MOST_FILE_BYTES = 4_000_000_000;

interface Travelling {
  readonly s3: S3;
  /** `s3://bucket/models` to write to, `s3://bucket/models/7` to read from. */
  readonly url: string;
  readonly signal: AbortSignal;
  readonly progress: (fraction: number, doing: string) => Promise<void> | void;
}

/** Writes a model (the live one where none is named) to `<url>/<id>/`, its paper last. Throws NOT_FOUND, CONFLICT for factors that are gone or another model there, and what S3 throws. */
export async function exportModelTo(
  db: Db,
  { s3, url, signal, progress, modelId }: Travelling & { readonly modelId: number | null },
): Promise<object> {
  const model = modelId === null ? await liveModel(db, EngineName.LOCAL) : ((await modelsByIds(db, [modelId]))[0] ?? null);
  if (model === null) throw notFound('modelId', 'model');
  const { bucket, key } = parseS3Url(url.replace(/\/$/, ''), 's3Url');
  const files = filesOf(await loadFactors(db, model));
  const named = Object.entries(files);
  const paper = `${JSON.stringify(paperOf(model, files), null, 2)}\n`;
  const place = (name: string): S3Place => ({ bucket, key: `${key}/${model.id}/${name}` });
  const found = await textAt(s3, place(PAPER));
  if (found !== null && found !== paper)
    throw new AppError(ErrorCode.CONFLICT, `Another model ${model.id} lies at ${s3Url(place(''))}.`, {
      field: 's3Url',
      expected: 'a folder of this installation',
    });
  for (const [index, [name, bytes]] of found === null ? named.entries() : []) {
    await progress(index / named.length, `Writing ${name}`);
    await s3.upload(place(name), Readable.from(bytes), { type: 'application/octet-stream', signal });
  }
  signal.throwIfAborted();
  if (found === null) await s3.put(place(PAPER), paper, 'application/json');
  return { modelId: model.id, folder: s3Url(place('')), uploaded: found === null ? named.length + 1 : 0 };
}

/**
 * Reads a model that `exportModelTo` wrote and registers it as TRAINED: nobody is served by it before it is promoted. Its titles are ours by
 * id, so it is for the installation it came from or a copy of that. Throws NOT_FOUND, BAD_INPUT for files that are no whole model, CONFLICT
 * where its titles are not here.
 */
export async function importModelFrom(db: Db, { s3, url, signal, progress }: Travelling): Promise<{ readonly modelId: number }> {
  const { bucket, key } = parseS3Url(url.replace(/\/$/, ''), 's3Url');
  const place = (name: string): S3Place => ({ bucket, key: `${key}/${name}` });
  const text = await textAt(s3, place(PAPER));
  if (text === null) throw notFound('s3Url', 'model in S3');
  const paper = readPaper(text);
  const bytes: Record<string, Buffer> = {};
  for (const [index, name] of FILES.entries()) {
    signal.throwIfAborted();
    await progress(index / FILES.length, `Reading ${name}`);
    const read = await s3.read(place(name));
    if (read.bytes > MOST_FILE_BYTES) throw unfit(name);
    bytes[name] = await buffer(read.body);
    if (sha256([bytes[name]]) !== paper.files[name]) throw unfit(name);
  }
  const factors = factorsOf(bytes, paper);
  const here = await countTitlesOf(db, factors.titleIds);
  if (here < factors.titleIds.length)
    throw new AppError(ErrorCode.CONFLICT, `Of the ${factors.titleIds.length} titles of this model ${here} are here.`, {
      field: 's3Url',
      expected: 'a model of this installation, or of one that this is a copy of',
    });
  const { alpha: _unused, ...settings } = paper.settings;
  const { snapshot, users, interactions, metrics, trainedSeconds, code } = paper;
  const model = {
    engine: EngineName.LOCAL,
    settings,
    snapshot,
    users,
    interactions,
    metrics,
    trainedSeconds,
    ...(code !== null && { code }),
  };
  return { modelId: await insertModel(db, { ...model, verdict: 'Read from S3; not measured here.' }, factors) };
}

type Parts = Omit<Factors, 'modelId' | 'indexOf' | 'settings'>;

const FILES = ['items.npy', 'items.txt', 'gram.f64', 'popularity.f64'] as const;

function filesOf({
  items,
  titleIds,
  gram,
  popularity,
  settings: { k },
}: Factors): Readonly<Record<(typeof FILES)[number], readonly Buffer[]>> {
  return {
    'items.npy': npyOfMatrix({ rows: titleIds.length, columns: k, values: items }),
    'items.txt': [Buffer.from(titleIds.map((id) => `${id}\n`).join(''))],
    'gram.f64': [bytesOf(gram)],
    'popularity.f64': [bytesOf(popularity)],
  };
}

function factorsOf(bytes: Readonly<Record<string, Buffer>>, { settings: { k } }: ModelPaper): Parts {
  const matrix = readNpy(bytes['items.npy'] ?? Buffer.alloc(0));
  const titleIds = (bytes['items.txt']?.toString() ?? '').split('\n').slice(0, -1).map(Number);
  const [gram, popularity] = [doublesOf(bytes['gram.f64']), doublesOf(bytes['popularity.f64'])];
  if (matrix === null || matrix.columns !== k || matrix.rows !== titleIds.length) throw unfit('items.npy');
  if (!titleIds.every((id) => Number.isSafeInteger(id) && id > 0) || new Set(titleIds).size < titleIds.length) throw unfit('items.txt');
  if (gram.length !== k * k) throw unfit('gram.f64');
  if (popularity.length !== titleIds.length) throw unfit('popularity.f64');
  return { items: matrix.values, titleIds, gram, popularity };
}

function paperOf(model: Model, files: ReturnType<typeof filesOf>): ModelPaper {
  const { code, snapshot, settings, users, items, interactions, trainedSeconds, metrics } = model;
  const hashes = Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, sha256(bytes)]));
  return {
    format: FORMAT,
    version: VERSION,
    code,
    snapshot,
    settings: { ...settings, alpha: 1 },
    users,
    items,
    interactions,
    trainedSeconds,
    metrics,
    files: hashes,
  };
}

function readPaper(text: string): ModelPaper {
  try {
    const paper = JSON.parse(text) as ModelPaper;
    const { alpha, ...settings } = paper.settings;
    const counts = [paper.users, paper.interactions, paper.trainedSeconds, ...Object.values(paper.metrics)];
    const fits =
      paper.format === FORMAT && paper.version === VERSION && typeof paper.snapshot === 'string' && counts.every(Number.isFinite);
    if (fits && FILES.every((name) => typeof paper.files[name] === 'string'))
      return { ...paper, settings: { ...alsSettings(settings), alpha } };
  } catch (error) {
    if (error instanceof AppError) throw error;
  }
  throw unfit(PAPER);
}

async function textAt(s3: S3, place: S3Place): Promise<string | null> {
  const found = await s3.head(place);
  if (found === null) return null;
  if (found.bytes > MOST_PAPER_BYTES) throw unfit(PAPER);
  return (await buffer((await s3.read(place)).body)).toString();
}

function sha256(parts: readonly Buffer[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
}

const bytesOf = ({ buffer, byteOffset, byteLength }: Float64Array): Buffer => Buffer.from(buffer, byteOffset, byteLength);

function doublesOf(bytes: Buffer = Buffer.alloc(0)): Float64Array {
  // Copied: the values need not be aligned where they came.
  const values = new Float64Array(Math.floor(bytes.length / 8));
  bytes.copy(bytesOf(values), 0, 0, values.byteLength);
  return values;
}

function unfit(name: string): AppError {
  return badInput('s3Url', `${name} is not what a whole model has.`, 'a folder that the job export-model wrote');
}
