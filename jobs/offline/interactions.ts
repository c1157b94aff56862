import type { GivenNegatives } from '../../core/evaluate/given-split';
import type { DialectHint } from '../../core/plain/dialect';
import { type IdTable, idTable, idTexts, rowOfText } from '../../core/plain/id-table';
import { interactionTarget } from '../../core/plain/line-target';
import { negativeTarget } from '../../core/plain/negative-target';
import { type PairMatrix, pairMatrix } from '../../core/plain/pair-matrix';
import { type PairStore, pairCount, pairStore } from '../../core/plain/pair-store';
import type { BadLine } from '../../core/plain/row-fault';
import type { Progress } from './progress';
import { readPlain } from './read-plain';
import { WorkFault } from './usage';

/** What was seen in a file. */
export interface FileCount {
  readonly path: string;
  readonly lines: number;
  readonly malformed: number;
  /** The first of them. */
  readonly malformedLines: readonly BadLine[];
}

/** Interactions of several files over the same users and items. */
export interface Plain {
  readonly files: readonly FileCount[];
  readonly users: readonly string[];
  readonly items: readonly string[];
  /** In the order in which the files were asked for. */
  readonly parts: readonly PairMatrix[];
  readonly negatives: readonly GivenNegatives[] | null;
}

interface Wanted {
  readonly paths: readonly string[];
  readonly negatives?: string;
  readonly format?: Format;
  /** Items that come first, whether a file knows them or not. */
  readonly knownItems?: readonly string[];
  readonly progress: Progress;
  readonly signal?: AbortSignal;
}

export const FORMATS = ['comma', 'tab', 'colons', 'lists'] as const;
export type Format = (typeof FORMATS)[number];

const HINTS: Readonly<Record<Format, DialectHint>> = {
  comma: { separator: 44, shape: 'pairs' },
  tab: { separator: 9, shape: 'pairs' },
  colons: { separator: 58, shape: 'pairs' },
  lists: { separator: 32, shape: 'lists' },
};

/** Reads files one after another; what is malformed is told. Throws WorkFault for a file that cannot be used. */
export async function readInteractions({ paths, negatives, format, knownItems = [], progress, signal }: Wanted): Promise<Plain> {
  const users = idTable();
  const items = idTable();
  for (const id of knownItems) meet(items, id);
  const files: FileCount[] = [];
  const hint = format && HINTS[format];

  async function read(path: string, reading: Omit<Parameters<typeof readPlain>[1], 'onProgress' | 'signal'>): Promise<void> {
    progress.stage(`Reading ${path}`);
    const { tally } = await readPlain(path, { ...reading, onProgress: (part) => progress.at(part), signal });
    files.push({ path, lines: tally.lines, malformed: tally.malformed, malformedLines: tally.first });
    tellMalformed(files.at(-1), progress);
  }

  async function pairsOf(path: string): Promise<PairStore> {
    const pairs = pairStore();
    await read(path, { targetOf: ({ shape }) => interactionTarget({ users, items, pairs }, shape), hint });
    if (pairCount(pairs) === 0) throw new WorkFault(`${path} holds no interactions.`);
    return pairs;
  }

  const [first, ...others] = paths;
  const stores = first === undefined ? [] : [await pairsOf(first)];
  // Before the test part: an item that only these know then stands before those that only the test knows, and an equal score is no hit.
  const lists: GivenNegatives[] = [];
  if (negatives !== undefined)
    await read(negatives, {
      targetOf: () => negativeTarget({ users, items, lists }),
      hint: { separator: hint?.separator, shape: 'negatives' },
    });
  for (const path of others) stores.push(await pairsOf(path));
  const shape = { rows: users.ids.length, columns: items.ids.length };
  const parts = stores.map((pairs) => pairMatrix(pairs, shape));
  return { files, users: idTexts(users), items: idTexts(items), parts, negatives: negatives === undefined ? null : lists };
}

function meet(table: IdTable, id: string): void {
  const bytes = Buffer.from(id);
  rowOfText(table, bytes, { from: 0, to: bytes.length });
}

function tellMalformed(file: FileCount | undefined, progress: Progress): void {
  if (file === undefined || file.malformed === 0) return;
  progress.tell(`${file.path}: ${file.malformed} of ${file.lines} lines are malformed and left out:`);
  for (const { line, fault } of file.malformedLines) progress.tell(`  line ${line} ${fault}`);
  if (file.malformed > file.malformedLines.length) progress.tell('  ...');
}
