import { setImmediate as breathe } from 'node:timers/promises';
import { encodingBySight, type TextEncoding, textReader, utf8Check } from '../core/text-encoding';
import type { Db } from '../store/database';
import { readUpload } from '../store/uploads';

/** A piece of a file's text, and how many of its bytes have been read with it. */
export interface TextPiece {
  readonly text: string;
  readonly bytes: number;
}

// A server that imports answers requests between two pieces.
const PIECE_BYTES = 128 * 1024;

/** The encoding of an upload, from its first bytes or, where they say nothing, from all of them. */
export async function encodingOf(db: Db, uploadId: number): Promise<TextEncoding> {
  const check = utf8Check();
  let looked = false;
  for await (const bytes of readUpload(db, uploadId)) {
    const seen = looked ? null : encodingBySight(bytes);
    looked = true;
    if (seen !== null) return seen;
    if (!check.fits(bytes)) return 'windows-1252';
    await breathe();
  }
  return check.fitsAtEnd() ? 'utf-8' : 'windows-1252';
}

/** The text of an upload in small pieces. */
export async function* textOf(db: Db, uploadId: number, encoding: TextEncoding): AsyncGenerator<TextPiece> {
  const reader = textReader(encoding);
  let read = 0;
  for await (const bytes of readUpload(db, uploadId)) {
    for (let at = 0; at < bytes.length; at += PIECE_BYTES) {
      const piece = bytes.subarray(at, at + PIECE_BYTES);
      read += piece.length;
      yield { text: reader.push(piece), bytes: read };
      await breathe();
    }
  }
  yield { text: reader.end(), bytes: read };
}
