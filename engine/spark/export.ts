import { createHash } from 'node:crypto';
import type { ConfidenceOptions } from '../../core/confidence';
import type { Past } from '../../core/fold-in';
import { matrixRows, type NamedMatrix } from '../training/matrix-rows';
import { readSaid } from '../training/read-said';
import { type PartsWriter, partsWriter, type Written } from './parts';

/** What was written for Spark, and what a model of it must know. */
export interface Exported extends Written {
  /** Title of each item number. */
  readonly titleIds: readonly number[];
  /** People who like each item. */
  readonly likes: Float64Array;
  /** People with anything that says something, and how much they said; those who like nothing are in no part. */
  readonly people: number;
  readonly said: number;
  /** Pasts of the first people in the parts, in their order. */
  readonly pasts: readonly Past[];
  /** SHA-256 over ids and arrays, as of a snapshot, part by part. */
  readonly hash: string;
}

interface Exporting {
  readonly folder: string;
  readonly unobservedWeight: number;
  /** Of how many people the pasts are kept. */
  readonly pasts: number;
  readonly onProgress: (fraction: number) => void;
}

/** Interactions in memory at a time. */
const PART = 500_000;

/** Writes every interaction for Spark, part by part: memory holds one part, and a number for each title, however many there are. */
export async function exportInteractions(url: string, confidence: ConfidenceOptions, exporting: Exporting): Promise<Exported> {
  const parts = await partsWriter(exporting.folder, exporting.unobservedWeight);
  const known = newTitles();
  const hash = createHash('sha256');
  const pasts: Past[] = [];
  let people = 0;
  let said = 0;
  const take = async (named: NamedMatrix): Promise<void> => {
    const { matrix, userIds, titleIds } = named;
    const items = Int32Array.from(titleIds, known.numberOf);
    for (const ids of [userIds, titleIds]) hash.update(bytesOf(Float64Array.from(ids)));
    for (const array of [matrix.start, matrix.column, matrix.weight, matrix.preference]) hash.update(bytesOf(array));
    known.like(matrix.column, matrix.preference, items);
    for (let row = 0; row < matrix.rows && pasts.length < exporting.pasts; row++) {
      const past = pastOf(named, row, items);
      if (past.preference.includes(1)) pasts.push(past);
    }
    people += matrix.rows;
    said += matrix.column.length;
    await parts.write(matrix, (column) => items[column] as number);
  };
  const taker = await readSaid(url, confidence, {
    begin: ({ rows, titles }) => inParts(Math.min(rows, 2 * PART + titles), take),
    onProgress: exporting.onProgress,
  });
  await taker.end();
  return exported({ parts, known, people, said, pasts, hash: hash.digest('hex') });
}

interface Taken extends Pick<Exported, 'people' | 'said' | 'pasts' | 'hash'> {
  readonly parts: PartsWriter;
  readonly known: ReturnType<typeof newTitles>;
}

async function exported({ parts, known, ...rest }: Taken): Promise<Exported> {
  const { titleIds, likes } = known.end();
  return { ...(await parts.end(titleIds.length)), titleIds, likes, ...rest };
}

/** Gathers people until there are enough for a part; `take` is called with one part after another. */
function inParts(room: number, take: (named: NamedMatrix) => Promise<void>) {
  let matrix = matrixRows(room);
  let held = 0;
  let person: number | null = null;
  let taking: Promise<void> = Promise.resolve();
  const add = (...[userId, titleId, said, time]: Parameters<typeof matrix.add>): Promise<void> | undefined => {
    let busy: Promise<void> | undefined;
    if (userId !== person && held >= PART) {
      const full = matrix.end();
      matrix = matrixRows(room);
      held = 0;
      taking = taking.then(() => take(full));
      busy = taking;
    }
    person = userId;
    held += 1;
    matrix.add(userId, titleId, said, time);
    return busy;
  };
  return { add, end: () => taking.then(() => take(matrix.end())) };
}

/** Titles in the order in which they were met, with the people who like each. */
function newTitles() {
  const numbers = new Map<number, number>();
  const likes: number[] = [];
  return {
    numberOf(titleId: number): number {
      const known = numbers.get(titleId);
      if (known !== undefined) return known;
      numbers.set(titleId, numbers.size);
      likes.push(0);
      return numbers.size - 1;
    },
    like(column: Int32Array, preference: Uint8Array, items: Int32Array): void {
      for (let e = 0; e < column.length; e++) {
        const item = items[column[e] as number] as number;
        likes[item] = (likes[item] as number) + (preference[e] as number);
      }
    },
    end: () => ({ titleIds: [...numbers.keys()], likes: Float64Array.from(likes) }),
  };
}

function pastOf({ matrix }: NamedMatrix, row: number, items: Int32Array): Past {
  const [from, to] = [matrix.start[row] as number, matrix.start[row + 1] as number];
  return {
    index: matrix.column.slice(from, to).map((column) => items[column] as number),
    weight: Float64Array.from(matrix.weight.subarray(from, to)),
    preference: matrix.preference.slice(from, to),
  };
}

function bytesOf({ buffer, byteOffset, byteLength }: ArrayBufferView): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}
