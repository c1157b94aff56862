import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { alsSettings } from '../../core/als-settings';
import { AppError } from '../../core/errors';
import type { AlsSettings } from '../../core/model';
import { type FloatMatrix, npyOfMatrix, readNpy } from '../../core/npy';
import type { PlainSettings } from './setting-options';
import { WorkFault } from './usage';
import { type WholeFolder, writeFolder, writeParts } from './whole-file';

/** What `settings.json` of a model folder tells. */
export interface ModelPaper {
  readonly format: typeof FORMAT;
  readonly version: typeof VERSION;
  /** Version of the package, and name and hash of the kernel. */
  readonly code: string;
  /** SHA-256 of the ids and interactions that it was trained on. */
  readonly snapshot: string;
  readonly settings: PlainSettings;
  readonly users: number;
  readonly items: number;
  readonly interactions: number;
  readonly loss: number;
  readonly trainedSeconds: number;
}

/** Factors of one side with their ids; row r belongs to ids[r]. */
export interface NamedFactors {
  readonly ids: readonly string[];
  readonly factors: Float32Array;
}

const FORMAT = 'kinograph-factors';
const VERSION = 1;
const PAPER = 'settings.json';

/** A folder for a model: a new one, an empty one, or one with a model, which is replaced. */
export function modelFolder(path: string): WholeFolder {
  return { path, isOurs: (names) => names.includes(PAPER) && names.includes('items.npy') };
}

interface StoredModel {
  readonly paper: Omit<ModelPaper, 'format' | 'version'>;
  readonly users: NamedFactors | null;
  readonly items: NamedFactors;
}

/** Writes a model, and whatever `more` adds to its folder, whole or not at all. */
export async function writeModel(
  path: string,
  { paper, users, items }: StoredModel,
  more: (folder: string) => Promise<void> = async () => undefined,
): Promise<void> {
  await writeFolder(modelFolder(path), async (folder) => {
    if (users !== null) await writeSide(folder, 'users', users, paper.settings.k);
    await writeSide(folder, 'items', items, paper.settings.k);
    await more(folder);
    await writeParts(join(folder, PAPER), [`${JSON.stringify({ format: FORMAT, version: VERSION, ...paper }, null, 2)}\n`]);
  });
}

/** What ranks: item factors and their settings. */
export interface ReadModel {
  readonly paper: ModelPaper;
  readonly items: NamedFactors;
}

/** Reads what `writeModel` wrote. Throws WorkFault for another version, and for a folder that is not whole. */
export async function readModel(path: string): Promise<ReadModel> {
  const paper = paperOf(path, await textOf(path, PAPER));
  const npy = await stat(join(path, 'items.npy')).then(
    () => readFile(join(path, 'items.npy')),
    () => null,
  );
  const ids = (await textOf(path, 'items.txt')).split('\n').slice(0, -1);
  const matrix = npy && readNpy(npy);
  if (!matrix || !fits(matrix, ids, paper.settings))
    throw new WorkFault(
      `${path} is no whole model: items.npy does not hold ${paper.settings.k} factors for each of the ${ids.length} ids of items.txt.`,
    );
  return { paper, items: { ids, factors: matrix.values } };
}

function fits({ rows, columns }: FloatMatrix, ids: readonly string[], { k }: AlsSettings): boolean {
  return rows === ids.length && columns === k;
}

async function writeSide(folder: string, side: 'users' | 'items', { ids, factors }: NamedFactors, k: number): Promise<void> {
  await writeParts(join(folder, `${side}.npy`), npyOfMatrix({ rows: ids.length, columns: k, values: factors }));
  await writeParts(join(folder, `${side}.txt`), [ids.map((id) => `${id}\n`).join('')]);
}

async function textOf(path: string, name: string): Promise<string> {
  return readFile(join(path, name), 'utf8').catch(() => {
    throw new WorkFault(`${path} is no model that "npm run train" wrote: it has no ${name}.`);
  });
}

function paperOf(path: string, text: string): ModelPaper {
  const { format, version, settings, ...rest } = objectOf(text);
  if (format !== FORMAT) throw new WorkFault(`${path} is no model that "npm run train" wrote: its ${PAPER} does not say so.`);
  if (version !== VERSION)
    throw new WorkFault(`${path} was written by another version (${String(version)}); this one reads version ${VERSION}. Train it again.`);
  return { format: FORMAT, version: VERSION, settings: settingsOf(path, settings), ...rest } as ModelPaper;
}

function objectOf(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

function settingsOf(path: string, given: unknown): PlainSettings {
  const { alpha, ...settings } = { ...(given as Readonly<Record<string, unknown>>) };
  try {
    return { ...alsSettings(settings), alpha: typeof alpha === 'number' && alpha > 0 ? alpha : 1 };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    throw new WorkFault(`${path} has settings that mean nothing here: ${error.message}`);
  }
}
