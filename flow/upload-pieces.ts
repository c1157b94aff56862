import type { Db } from '../store/database';
import { readUpload } from '../store/uploads';

// A server that imports answers requests between two pieces.
const PIECE_BYTES = 128 * 1024;

/** The bytes of an upload in small pieces, each with how many have been read with it. */
export async function* piecesOf(db: Db, uploadId: number): AsyncGenerator<{ readonly piece: Buffer; readonly read: number }> {
  let read = 0;
  for await (const bytes of readUpload(db, uploadId))
    for (let at = 0; at < bytes.length; at += PIECE_BYTES) {
      const piece = bytes.subarray(at, at + PIECE_BYTES);
      read += piece.length;
      yield { piece, read };
    }
}
