import { createHash } from 'node:crypto';
import { to as copyTo } from 'pg-copy-streams';
import { type Confidence, type ConfidenceOptions, confidenceOf } from '../../core/confidence';
import type { InteractionMatrix } from '../../core/interaction-matrix';
import { openPool } from '../../store/database';
import { interactionOf, TOLD } from '../../store/told-interaction';
import { standIns } from './stand-ins';

/** The interactions of one moment as a matrix, users x titles. */
export interface Snapshot {
  readonly matrix: InteractionMatrix;
  /** Title of each column. */
  readonly titleIds: readonly number[];
  /** SHA-256 of what was read. */
  readonly hash: string;
}

const INTERACTIONS = `copy (select "userId", ${TOLD} from interactions order by "userId", "titleId") to stdout`;

/**
 * Streams every interaction into arrays, weighed by the confidence table; an episode counts for its show, a merged title for the
 * one that stands for it. Memory holds the matrix and one chunk. Throws what `signal` was aborted with.
 */
export async function readSnapshot(url: string, confidence: ConfidenceOptions, signal: AbortSignal): Promise<Snapshot> {
  const pool = openPool(url, 1);
  const client = await pool.connect();
  try {
    const standIn = await standIns(client);
    const hash = createHash('sha256');
    const stream = client.query(copyTo(INTERACTIONS));
    const rows = matrixBuilder();
    const addLine = (line: string): void => {
      const tab = line.indexOf('\t');
      const userId = Number(line.slice(0, tab));
      const interaction = interactionOf(JSON.parse(line.slice(tab + 1)));
      const said = confidenceOf(interaction, confidence);
      if (said) rows.add(userId, standIn.get(interaction.titleId) ?? interaction.titleId, said);
    };
    let rest = '';
    for await (const chunk of stream.setEncoding('utf8')) {
      signal.throwIfAborted();
      hash.update(chunk);
      const lines = (rest + chunk).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) addLine(line);
    }
    return { ...rows.end(), hash: hash.digest('hex') };
  } finally {
    client.release(true);
    await pool.end();
  }
}

function matrixBuilder() {
  const columnOf = new Map<number, number>();
  const start = growing(Int32Array);
  const column = growing(Int32Array);
  const weight = growing(Float32Array);
  const preference = growing(Uint8Array);
  let userId: number | null = null;
  // The surest of several interactions speaks, as in `pastOf`.
  let heard = new Map<number, Confidence>();

  function endRow(): void {
    if (heard.size === 0) return;
    start.push(column.length());
    for (const [titleId, said] of heard) {
      const at = columnOf.get(titleId) ?? columnOf.size;
      columnOf.set(titleId, at);
      column.push(at);
      weight.push(said.weight);
      preference.push(said.preference);
    }
    heard = new Map();
  }

  return {
    add(user: number, titleId: number, said: Confidence): void {
      if (user !== userId) endRow();
      userId = user;
      const before = heard.get(titleId);
      if (before === undefined || said.weight > before.weight) heard.set(titleId, said);
    },
    end(): { matrix: InteractionMatrix; titleIds: readonly number[] } {
      endRow();
      start.push(column.length());
      const starts = start.values();
      const shape = { rows: starts.length - 1, columns: columnOf.size };
      const matrix = { ...shape, start: starts, column: column.values(), weight: weight.values(), preference: preference.values() };
      return { matrix, titleIds: [...columnOf.keys()] };
    },
  };
}

type Numbers = Int32Array | Float32Array | Uint8Array;

/** A typed array that doubles when it is full. */
function growing<T extends Numbers>(make: new (length: number) => T) {
  let room = new make(1024);
  let used = 0;
  return {
    push(value: number): void {
      if (used === room.length) {
        const larger = new make(2 * used);
        larger.set(room);
        room = larger;
      }
      room[used++] = value;
    },
    length: () => used,
    values: (): T => room.slice(0, used) as T,
  };
}
