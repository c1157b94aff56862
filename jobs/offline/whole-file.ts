import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { systemCode } from './system-code';
import { WorkFault } from './usage';

type Parts = Iterable<Uint8Array | string>;

/** Says before long work what `writeWhole` would say after it. Throws WorkFault. */
export async function checkFile(path: string): Promise<void> {
  const [there, around] = await Promise.all([kindOf(path), kindOf(dirname(resolve(path)))]);
  if (there === 'folder') throw new WorkFault(`${path} is a folder; the name of a file is expected.`);
  if (around !== 'folder') throw new WorkFault(`${path} cannot be written: there is no folder ${dirname(path)}.`);
}

/** Writes a file whole or not at all: under another name beside it, then renamed. Throws WorkFault where nothing can be written. */
export async function writeWhole(path: string, parts: Parts, signal?: AbortSignal): Promise<void> {
  const draft = draftOf(path);
  try {
    await writeParts(draft, parts, signal);
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    refuse(path, error);
  }
}

/** Writes one part after another into a new file. Throws what `signal` was aborted with. */
export async function writeParts(path: string, parts: Parts, signal?: AbortSignal): Promise<void> {
  try {
    await pipeline(Readable.from(parts), createWriteStream(path), { signal });
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  }
}

/** A folder that is written at once. */
export interface WholeFolder {
  readonly path: string;
  /** Whether a folder that holds these files may be replaced. */
  isOurs(names: readonly string[]): boolean;
}

/** Says before long work what `writeFolder` would say after it. Throws WorkFault for a file, and for a folder that holds other things. */
export async function checkFolder({ path, isOurs }: WholeFolder): Promise<void> {
  const kind = await kindOf(path);
  if (kind === 'file') throw new WorkFault(`${path} is a file; the name of a folder is expected.`);
  const names = kind === 'folder' ? await readdir(path) : [];
  if (names.length > 0 && !isOurs(names)) throw new WorkFault(`${path} holds other files; name a folder that is empty or not there yet.`);
}

/** Fills a folder under another name beside it and puts it in place, or leaves everything as it was. Throws WorkFault where nothing can be written. */
export async function writeFolder(folder: WholeFolder, fill: (path: string) => Promise<void>): Promise<void> {
  await checkFolder(folder);
  const whole = resolve(folder.path);
  const draft = draftOf(folder.path);
  try {
    await mkdir(draft, { recursive: true });
    await fill(draft);
    if ((await kindOf(whole)) === 'folder') await replace(whole, draft);
    else await rename(draft, whole);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    refuse(folder.path, error);
  }
}

async function replace(whole: string, draft: string): Promise<void> {
  const old = `${draft}.old`;
  await rename(whole, old);
  await rename(draft, whole);
  await rm(old, { recursive: true, force: true });
}

function draftOf(path: string): string {
  const whole = resolve(path);
  return join(dirname(whole), `.${basename(whole)}.${process.pid}.part`);
}

async function kindOf(path: string): Promise<'file' | 'folder' | null> {
  const there = await stat(path).catch(() => null);
  if (there === null) return null;
  return there.isDirectory() ? 'folder' : 'file';
}

function refuse(path: string, error: unknown): never {
  const code = systemCode(error);
  if (code === null) throw error;
  throw new WorkFault(`${path} cannot be written (${code}).`);
}
