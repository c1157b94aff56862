import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';

/** Bytes as they come, unpacked where gzip has packed them; `onRead` hears how many have been taken from `body`. */
export function unpacked(
  body: Readable,
  { packed, onRead }: { readonly packed: boolean; readonly onRead?: (bytes: number) => void },
): Readable {
  const counted = Readable.from(countedPieces(body, onRead));
  if (!packed) return counted;
  const unpacking = createGunzip();
  counted.on('error', (error) => unpacking.destroy(error));
  unpacking.on('close', () => counted.destroy());
  return counted.pipe(unpacking);
}

async function* countedPieces(body: Readable, onRead: ((bytes: number) => void) | undefined): AsyncGenerator<Buffer> {
  let read = 0;
  for await (const piece of body) {
    read += (piece as Buffer).length;
    onRead?.(read);
    yield piece as Buffer;
  }
}

/** Whether unpacking failed because gzip has not written it, or not to its end. */
export function isGzipFault(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && /^Z_(DATA|BUF)_ERROR$/.test(String(error.code));
}
