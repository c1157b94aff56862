import type { ConfidenceOptions } from '../../core/confidence';
import { seeded } from '../../core/random';
import { matrixRows, type NamedMatrix } from '../training/matrix-rows';
import { type Extent, readSaid } from '../training/read-said';
import { MOST_ENTRIES } from '../training/test-split';

/** Whole people by whom settings are measured, and what share of all they were drawn with. */
export interface Sample {
  readonly named: NamedMatrix;
  readonly share: number;
}

/** Room for people who have more than most. */
const SPARE = 1.2;

/**
 * Reads the interactions of so many people as settings are measured by, everyone where there are few, without ever holding the rest. Who is drawn
 * depends on the person alone, so that another reading draws the same people.
 */
export async function readSample(
  url: string,
  confidence: ConfidenceOptions,
  onProgress: (fraction: number) => void = () => undefined,
): Promise<Sample> {
  const { end, share } = await readSaid(url, confidence, { begin: drawing, onProgress });
  return { named: end(), share };
}

function drawing({ rows, titles }: Extent) {
  const share = rows === 0 ? 1 : Math.min(1, MOST_ENTRIES / rows);
  const room = Math.min(rows, Math.ceil(SPARE * MOST_ENTRIES));
  const matrix = matrixRows(Math.min(rows, room + titles));
  let taken = 0;
  let person: number | null = null;
  let isDrawn = false;
  const add: typeof matrix.add = (userId, titleId, said, time) => {
    if (userId !== person) {
      person = userId;
      isDrawn = taken < room && seeded(userId)() < share;
    }
    if (!isDrawn) return;
    taken += 1;
    matrix.add(userId, titleId, said, time);
  };
  return { add, end: matrix.end, share };
}
