import { availableParallelism } from 'node:os';
import { matrixHash } from '../../core/plain/matrix-hash';
import { codeVersion } from '../../engine/training/code';
import { trainMatrix } from '../../engine/training/train-matrix';
import { counted } from './counted';
import { FORMATS, readInteractions } from './interactions';
import { modelFolder, writeModel } from './model-folder';
import { choice, path, readOptions } from './options';
import { countsOf } from './outcome';
import type { Task } from './run';
import { plainSettings, SETTING_OPTIONS, settingsAsGiven } from './setting-options';
import { weighted } from './split';
import { UsageFault, WorkFault } from './usage';
import { checkFolder } from './whole-file';

const OPTIONS = {
  interactions: path('the path of a file'),
  out: path('the path of a folder'),
  format: choice(...FORMATS),
  ...SETTING_OPTIONS,
};

/** Reads the options of `train`. Throws UsageFault. */
export function trainOptions(args: readonly string[]) {
  const given = readOptions(OPTIONS, args);
  const { interactions, out } = given;
  if (interactions === undefined) throw new UsageFault('--interactions', 'the path of a file is expected');
  if (out === undefined) throw new UsageFault('--out', 'the path of a folder is expected');
  return { ...given, interactions, out };
}

/** The command `train`: writes a model folder and tells what is in it. Throws UsageFault and WorkFault. */
export async function train(task: Task): Promise<object> {
  const { progress, signal } = task;
  const given = trainOptions(task.args);
  const { out, threads = availableParallelism() } = given;
  await checkFolder(modelFolder(out));
  const settings = plainSettings(given);
  const { users, items, matrix, counts } = await learnedFrom(given, settings.alpha, task);
  // Without it the pairs as they were read, 320 MB of 20 million, stay beside the training, whose memory V8 does not count.
  globalThis.gc?.();
  progress.stage(`Training ${counted(settings.k, 'factor')} in ${counted(settings.iterations, 'iteration')}`);
  const trained = await trainMatrix({
    matrix,
    settings,
    threads,
    onIteration({ iteration, loss, secondsLeft }) {
      signal.throwIfAborted();
      const perPair = (loss / matrix.column.length).toPrecision(4);
      progress.at(
        iteration / settings.iterations,
        `Iteration ${iteration} of ${settings.iterations} · loss ${perPair} · ${Math.ceil(secondsLeft)} s left`,
      );
    },
  });
  const paper = {
    code: codeVersion(),
    snapshot: matrixHash({ users, items, matrix }),
    settings,
    users: users.length,
    items: items.length,
    interactions: matrix.column.length,
    loss: trained.loss,
    trainedSeconds: trained.seconds,
  };
  progress.stage(`Writing ${out}`);
  await writeModel(out, { paper, users: { ids: users, factors: trained.users }, items: { ids: items, factors: trained.items } });
  return { out, ...paper, settings: settingsAsGiven(settings), ...counts };
}

/** Nothing but what a training looks at, so that the rest can go. */
async function learnedFrom({ interactions, format }: ReturnType<typeof trainOptions>, alpha: number, { progress, signal }: Task) {
  const plain = await readInteractions({ paths: [interactions], ...(format !== undefined && { format }), progress, signal });
  const [part] = plain.parts;
  if (part === undefined || part.matrix.column.length === 0)
    throw new WorkFault(`${interactions} holds no interaction that weighs anything.`);
  const { time: _, ...matrix } = weighted(part.matrix, alpha);
  return { users: plain.users, items: plain.items, matrix, counts: countsOf(plain) };
}
