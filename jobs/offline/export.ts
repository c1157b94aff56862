import { join } from 'node:path';
import type { EvaluationCase } from '../../core/evaluate/split';
import type { Factors } from '../../core/model';
import { npyOfIds } from '../../core/npy';
import { csvLine } from '../../core/plain/cells';
import { EngineName } from '../../core/recommendation';
import { codeVersion } from '../../engine/training/code';
import { readSnapshot, type Snapshot } from '../../engine/training/snapshot';
import { liveModel, loadFactors } from '../../store/models';
import type { Store } from '../../store/open';
import { listLines } from './lists';
import { modelFolder, writeModel } from './model-folder';
import { number, path, readOptions } from './options';
import type { Task } from './run';
import { UsageFault, WorkFault } from './usage';
import { checkFolder, writeParts } from './whole-file';

const OPTIONS = { out: path('the path of a folder'), top: number(1, 10_000, { whole: true }) };
const TOP = 100;
const PART_LINES = 5_000;

/** Reads the options of `export`. Throws UsageFault. */
export function exportOptions(args: readonly string[]): { readonly out: string; readonly top: number } {
  const { out, top = TOP } = readOptions(OPTIONS, args);
  if (out === undefined) throw new UsageFault('--out', 'the path of a folder is expected');
  return { out, top };
}

/** The command `export`: the live model of a database, the interactions of this moment, and everybody's list, into a folder. Throws UsageFault and WorkFault. */
export async function exportModel(
  { args, progress, signal }: Task,
  { open, now }: { readonly open: () => Promise<Store>; readonly now: Date },
): Promise<object> {
  const { out, top } = exportOptions(args);
  await checkFolder(modelFolder(out));
  const store = await open();
  try {
    const { db } = store.database;
    const model = await liveModel(db, EngineName.LOCAL);
    if (model === null) throw new WorkFault('No model is live yet: start Kinograph, or run "npm run jobs -- run train".');
    progress.stage('Reading interactions');
    const snapshot = await readSnapshot(store.url, { ...model.settings, asOf: now }, signal, (part) => progress.at(part));
    const factors = await loadFactors(db, model);
    progress.stage(`Writing ${out}`);
    const paper = {
      code: codeVersion(),
      snapshot: model.snapshot,
      settings: { ...model.settings, alpha: 1 },
      users: model.users,
      items: model.items,
      interactions: model.interactions,
      loss: model.metrics.loss ?? 0,
      trainedSeconds: model.trainedSeconds,
    };
    const items = { ids: factors.titleIds.map(String), factors: factors.items };
    await writeModel(out, { paper, users: null, items }, async (folder) => {
      await writeParts(join(folder, 'item-ids.npy'), npyOfIds(factors.titleIds));
      await writeParts(join(folder, 'interactions.csv'), pairLines(snapshot, 1), signal);
      await writeParts(join(folder, 'dislikes.csv'), pairLines(snapshot, 0), signal);
      await writeParts(
        join(folder, 'lists.csv'),
        lists(snapshot, factors, { top, onList: (at) => progress.at(at / snapshot.matrix.rows) }),
        signal,
      );
    });
    const { rows, column } = snapshot.matrix;
    return { out, model: model.id, ...paper, exported: { users: rows, interactions: column.length, snapshot: snapshot.hash } };
  } finally {
    await store.close();
  }
}

/** The pairs that were liked, or those that were not. */
function* pairLines({ matrix, userIds, titleIds }: Snapshot, preference: 0 | 1): Generator<string> {
  let lines = ['user,item,weight,timestamp\n'];
  for (let row = 0; row < matrix.rows; row++) {
    for (let e = matrix.start[row] as number; e < (matrix.start[row + 1] as number); e++) {
      if (matrix.preference[e] !== preference) continue;
      const title = titleIds[matrix.column[e] as number] ?? '';
      lines.push(csvLine([userIds[row] ?? '', title, matrix.weight[e] as number, matrix.time[e] as number]));
    }
    if (lines.length < PART_LINES) continue;
    yield lines.join('');
    lines = [];
  }
  yield lines.join('');
}

function lists(
  { matrix, userIds, titleIds }: Snapshot,
  factors: Factors,
  asked: { readonly top: number; readonly onList: (lists: number) => void },
): Generator<string> {
  return listLines({
    ...asked,
    train: matrix,
    settings: factors.settings,
    factors: {
      items: factors.items,
      columns: Int32Array.from(factors.titleIds, (_, row) => row),
      placeOf: Int32Array.from(titleIds, (id) => factors.indexOf.get(id) ?? -1),
    },
    users: userIds.map(String),
    items: factors.titleIds.map(String),
    cases: everybody(matrix.rows),
  });
}

function* everybody(users: number): Generator<EvaluationCase> {
  const none = new Int32Array(0);
  for (let user = 0; user < users; user++) yield { user, relevant: none, negatives: null };
}
