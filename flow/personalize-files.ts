import type { ClientBase } from 'pg';
import { PERSONALIZE_SCHEMAS } from '../core/personalize/avro';
import { personalizeItemId, personalizeUserId } from '../core/personalize/ids';
import { interactionRows } from '../core/personalize/plays';
import type { PreflightCounter } from '../core/personalize/preflight';
import { factsLine, type InteractionRow, interactionLine, itemFacts, userFacts } from '../core/personalize/rows';
import { DATASET_TYPES, type DatasetType } from '../core/personalize/sync';
import { standIns } from '../engine/training/stand-ins';
import { readActivePeople, readListedTitles, readLoggedEvents } from '../store/personalize-export';

/** A piece of a file: a header or whole lines, in their order. */
export interface FilePiece {
  readonly type: DatasetType;
  /** Which file of the data set, from 0. */
  readonly part: number;
  readonly bytes: Buffer;
  readonly rows: number;
}

interface Reading {
  readonly partBytes: number;
  /** Takes each piece; reading waits for it. */
  readonly onPiece: (piece: FilePiece) => Promise<void> | void;
  readonly signal: AbortSignal;
  /** Told now and then, with the events that have been read. */
  readonly onEvents: (events: number) => Promise<void> | void;
  /** Sees every row. */
  readonly counter?: PreflightCounter;
  readonly onInteraction?: (row: InteractionRow) => void;
}

const EVENTS_A_STEP = 1 << 14;

/**
 * Reads the data sets of an export in one transaction of `client`, as the files that they are: the same bytes for the same data. Memory
 * holds one piece and the events of one person with one title. Throws what `signal` was aborted with.
 */
export async function readFiles(client: ClientBase, reading: Reading): Promise<void> {
  const { signal, counter } = reading;
  const listedAs = await standIns(client);
  for (const type of DATASET_TYPES) {
    const file = linesOf(type, reading);
    if (type === 'INTERACTIONS') await readInteractions(client, listedAs, { ...reading, take: file.take });
    if (type === 'ITEMS')
      await readListedTitles(client, (title) => {
        signal.throwIfAborted();
        const [id, facts] = [personalizeItemId(title.id), itemFacts(title)];
        counter?.facts(type, id, facts);
        return file.take(factsLine(id, facts));
      });
    if (type === 'USERS')
      await readActivePeople(client, (user) => {
        signal.throwIfAborted();
        const [id, facts] = [personalizeUserId(user.id), userFacts(user)];
        counter?.facts(type, id, facts);
        return file.take(factsLine(id, facts));
      });
    await file.end();
  }
}

type Lines = ReturnType<typeof linesOf>;

async function readInteractions(
  client: ClientBase,
  listedAs: ReadonlyMap<number, number>,
  { take, counter, signal, onEvents, onInteraction }: Reading & Pick<Lines, 'take'>,
): Promise<void> {
  let events = 0;
  let busy: Promise<void> | undefined;
  const rows = interactionRows((row) => {
    counter?.interaction(row);
    onInteraction?.(row);
    busy = both(busy, take(interactionLine(row)));
  });
  const taken = (): Promise<void> | undefined => {
    const waiting = busy;
    busy = undefined;
    return waiting;
  };
  await readLoggedEvents(client, listedAs, (event) => {
    rows.take(event);
    events += 1;
    if (events % EVENTS_A_STEP !== 0) return taken();
    signal.throwIfAborted();
    return both(taken(), onEvents(events) ?? undefined);
  });
  rows.end();
  await taken();
}

function both(one: Promise<void> | undefined, other: Promise<void> | undefined): Promise<void> | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return Promise.all([one, other]).then(() => undefined);
}

const PIECE_BYTES = 64 * 1024;
const MOST_BYTES_OF_CHARACTER = 3;

/** Gathers lines to pieces, and begins another file, with its header, once one has `partBytes`. */
function linesOf(type: DatasetType, { partBytes, onPiece }: Reading) {
  const header = `${PERSONALIZE_SCHEMAS[type].fields.map(({ name }) => name).join(',')}\n`;
  // Written as they come: lines that wait for one another as text are garbage that lasts.
  let piece = Buffer.allocUnsafe(PIECE_BYTES);
  let [length, part, written, rows] = [piece.write(header), 0, 0, 0];

  function flush(): Promise<void> | undefined {
    const full = { type, part, bytes: piece.subarray(0, length), rows };
    written += length;
    piece = Buffer.allocUnsafe(PIECE_BYTES);
    [length, rows] = [0, 0];
    if (written >= partBytes) [part, written] = [part + 1, 0];
    return onPiece(full) ?? undefined;
  }
  return {
    take(line: string): Promise<void> | undefined {
      const most = (line.length + header.length) * MOST_BYTES_OF_CHARACTER;
      const flushed = length > 0 && length + most > PIECE_BYTES ? flush() : undefined;
      if (most > piece.length) piece = Buffer.allocUnsafe(most);
      if (written === 0 && length === 0) length = piece.write(header);
      length += piece.write(line, length);
      rows += 1;
      return flushed;
    },
    // The first file is there with its header even where there are no rows.
    end: (): Promise<void> => Promise.resolve(length === 0 ? undefined : flush()),
  };
}
