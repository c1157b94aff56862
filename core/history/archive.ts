import { Inflate } from 'fflate';
import { badInput } from '../errors';
import type { Steps } from '../steps';
import { type ArchiveEntry, archiveEntries, damaged, isArchive, packedBytesOf } from './archive-entries';

const MB = 1_000_000;
const MOST_BYTES = 200 * MB;
/** An export shrinks to a tenth or a twentieth; what grows more than this out of a small archive was made to fill memory. */
const MOST_GROWTH = 200;
const UNJUDGED_BYTES = 10 * MB;
/** Deflated bytes grow by 1,032 times at most, so that one piece brings 4 MB over a limit at most. */
const PIECE_BYTES = 4 * 1024;
const MOST_NAMES = 5;
const LONGEST_NAME = 80;
const [STORED, DEFLATED] = [0, 8];

/** The names that services give the file of what was watched, in the order in which they are preferred. */
const HISTORIES = ['viewingactivity.csv', 'netflixviewinghistory.csv', 'viewinghistory.csv'];

/**
 * The history inside of what somebody sent: the bytes themselves, or the CSV in a ZIP archive, wherever in it. Inflates that one file only, and
 * never beyond 200 MB. Throws BAD_INPUT that says what was found instead.
 */
export function* historyFileIn(bytes: Uint8Array): Steps<Uint8Array> {
  if (!isArchive(bytes)) return bytes;
  const entry = historyEntry(archiveEntries(bytes));
  if (entry.encrypted)
    throw badInput('uploadId', 'The ZIP archive is locked with a password.', 'an archive without one, or the CSV out of it');
  const packed = packedBytesOf(bytes, entry);
  const unpacked = entry.method === STORED ? packed : yield* inflated(packed, entry);
  if (unpacked.length > MOST_BYTES) throw tooLarge();
  if (unpacked.length !== entry.bytes) throw damaged();
  return unpacked;
}

function historyEntry(entries: readonly ArchiveEntry[]): ArchiveEntry {
  const files = entries.filter(({ name }) => !name.endsWith('/') && !name.includes('__MACOSX/') && !baseOf(name).startsWith('.'));
  for (const name of HISTORIES) {
    const [best] = files.filter((file) => baseOf(file.name) === name).sort((a, b) => a.name.length - b.name.length);
    if (best) return best;
  }
  const tables = files.filter(({ name }) => /\.(csv|tsv|txt)$/i.test(name));
  if (tables[0] && tables.length === 1) return tables[0];
  const shown = (tables.length > 0 ? tables : files).slice(0, MOST_NAMES).map(({ name }) => name.slice(0, LONGEST_NAME));
  const found = shown.length === 0 ? 'it is empty' : `it holds ${shown.join(', ')}${files.length > shown.length ? ' and more' : ''}`;
  throw badInput('uploadId', `The ZIP archive is no viewing history: ${found}.`, 'an archive with ViewingActivity.csv, or one CSV');
}

const baseOf = (name: string): string => (name.split(/[/\\]/).at(-1) ?? '').toLowerCase();

function* inflated(packed: Uint8Array, { method }: ArchiveEntry): Steps<Uint8Array> {
  if (method !== DEFLATED)
    throw badInput(
      'uploadId',
      'The ZIP archive is packed in a way that is not read here.',
      'an archive packed as usual, or the CSV out of it',
    );
  const pieces: Uint8Array[] = [];
  let total = 0;
  const inflate = new Inflate((piece) => {
    pieces.push(piece);
    total += piece.length;
  });
  for (let at = 0; at < packed.length; at += PIECE_BYTES) {
    try {
      inflate.push(packed.subarray(at, at + PIECE_BYTES), at + PIECE_BYTES >= packed.length);
    } catch {
      throw damaged();
    }
    if (total > MOST_BYTES) throw tooLarge();
    if (total > UNJUDGED_BYTES && total > MOST_GROWTH * (at + PIECE_BYTES))
      throw badInput('uploadId', 'The file in the ZIP archive grows out of all measure.', 'an archive of an export, or the CSV out of it');
    yield;
  }
  return joined(pieces, total);
}

function joined(pieces: readonly Uint8Array[], total: number): Uint8Array {
  const all = new Uint8Array(total);
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}

function tooLarge() {
  return badInput('uploadId', `The file in the ZIP archive has more than ${MOST_BYTES / MB} MB.`, 'an export of less, or a part of it');
}
