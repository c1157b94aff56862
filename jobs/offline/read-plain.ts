import { type FileHandle, open } from 'node:fs/promises';
import type { Dialect, DialectHint } from '../../core/plain/dialect';
import { FileFault } from '../../core/plain/file-fault';
import type { LineTarget } from '../../core/plain/line-target';
import { plainReader, type ReadFile } from '../../core/plain/plain-reader';
import { systemCode } from './system-code';
import { WorkFault } from './usage';

interface Reading {
  readonly targetOf: (dialect: Dialect) => LineTarget;
  readonly hint?: DialectHint;
  /** 0 to 1, as far as the size is known. */
  readonly onProgress?: (fraction: number) => void;
  readonly signal?: AbortSignal;
}

const PART_BYTES = 2 ** 22;

/** Reads a file, or a pipe, a part while the last one is taken apart. Throws WorkFault with a sentence for whatever cannot be read. */
export async function readPlain(path: string, { targetOf, hint, onProgress, signal }: Reading): Promise<ReadFile> {
  const file = await open(path).catch((error: unknown) => refuse(path, error));
  try {
    const { size } = await file.stat();
    const reader = plainReader(targetOf, hint);
    let read = 0;
    for await (const part of partsOf(file)) {
      signal?.throwIfAborted();
      reader.feed(part);
      read += part.length;
      onProgress?.(size > 0 ? Math.min(1, read / size) : 0);
    }
    return reader.end();
  } catch (error) {
    return refuse(path, error);
  } finally {
    await file.close();
  }
}

/** Each part is good until the one after the next is asked for. */
async function* partsOf(file: FileHandle): AsyncGenerator<Buffer> {
  const rooms = [Buffer.allocUnsafe(PART_BYTES), Buffer.allocUnsafe(PART_BYTES)] as const;
  let [room, other] = rooms;
  let coming = file.read(room, 0, PART_BYTES);
  for (;;) {
    const { bytesRead } = await coming;
    if (bytesRead === 0) return;
    const part = room.subarray(0, bytesRead);
    [room, other] = [other, room];
    coming = file.read(room, 0, PART_BYTES);
    // A fault of this read is told when it is waited for, not meanwhile.
    coming.catch(() => undefined);
    yield part;
  }
}

const REFUSALS: Readonly<Record<string, string>> = {
  ENOENT: 'is not there',
  EISDIR: 'is a folder; a file is expected',
  ENOTDIR: 'is not there: a part of its path is no folder',
  EACCES: 'may not be read',
  EPERM: 'may not be read',
};

function refuse(path: string, error: unknown): never {
  if (error instanceof FileFault) throw new WorkFault(`${path} ${error.message}.`);
  const code = systemCode(error);
  if (code === null) throw error;
  throw new WorkFault(`${path} ${REFUSALS[code] ?? `cannot be read (${code})`}.`);
}
