import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { below, type Random, seeded } from '../core/random';
import { type Shape, syntheticLikes } from './synthetic';

const PART_LINES = 20_000;
const FIRST_SECOND = 800_000_000;
const SECONDS = 700_000_000;

/**
 * Writes `userId,movieId,rating,timestamp` as MovieLens does: person by person, ids that are numbers, half stars, a header. The same
 * shape gives the same bytes. Answers the number of rows.
 */
export async function writeInteractionsFile(path: string, shape: Shape): Promise<number> {
  const { rows, start, column } = syntheticLikes(shape);
  const random = seeded(shape.seed + 1);
  const itemId = shuffled(shape.items, random);
  function* parts(): Generator<string> {
    let lines = ['userId,movieId,rating,timestamp\n'];
    for (let user = 0; user < rows; user++) {
      for (let e = start[user] as number; e < (start[user + 1] as number); e++) {
        const stars = ((1 + below(random, 10)) / 2).toFixed(1);
        lines.push(`${user + 1},${itemId[column[e] as number]},${stars},${FIRST_SECOND + below(random, SECONDS)}\n`);
      }
      if (lines.length < PART_LINES) continue;
      yield lines.join('');
      lines = [];
    }
    yield lines.join('');
  }
  await pipeline(Readable.from(parts()), createWriteStream(path));
  return column.length;
}

/** The numbers from 1 to `length` in any order (Fisher and Yates). */
function shuffled(length: number, random: Random): Int32Array {
  const numbers = Int32Array.from({ length }, (_, at) => at + 1);
  for (let at = length - 1; at > 0; at--) {
    const other = below(random, at + 1);
    [numbers[at], numbers[other]] = [numbers[other] as number, numbers[at] as number];
  }
  return numbers;
}
