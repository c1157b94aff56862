import { setImmediate as breathe } from 'node:timers/promises';
import { encodingBySight, type TextEncoding, textReader, utf8Check } from '../core/text-encoding';
import type { Db } from '../store/database';
import { readUpload } from '../store/uploads';
import { piecesOf } from './upload-pieces';

/** A piece of a file's text, and how many of its bytes have been read with it. */
export interface TextPiece {
  readonly text: string;
  readonly bytes: number;
}

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
  let bytes = 0;
  for await (const { piece, read } of piecesOf(db, uploadId)) {
    bytes = read;
    yield { text: reader.push(piece), bytes };
    await breathe();
  }
  yield { text: reader.end(), bytes };
}
