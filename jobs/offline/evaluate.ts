import { availableParallelism } from 'node:os';
import type { Split } from '../../core/evaluate/split';
import type { TimedMatrix } from '../../core/interaction-matrix';
import { codeVersion } from '../../engine/training/code';
import { type Evaluation, evaluateSettings, type SplitFactors } from '../../engine/training/evaluate';
import { type Tuning, tuneSettings } from '../../engine/training/tune';
import { counted } from './counted';
import { type EvaluateOptions, evaluateOptions } from './evaluate-options';
import { type Plain, readInteractions } from './interactions';
import { listLines } from './lists';
import { type ReadModel, readModel } from './model-folder';
import { outcome } from './outcome';
import type { Task } from './run';
import { type PlainSettings, plainSettings } from './setting-options';
import { splitOf, validationOf } from './split';
import { WorkFault } from './usage';
import { checkFile, writeWhole } from './whole-file';

const TOP = 100;

/** The command `evaluate`: one object to print. Throws UsageFault and WorkFault. */
export async function evaluate(task: Task): Promise<object> {
  const { progress, signal } = task;
  const options = evaluateOptions(task.args);
  if (options.out !== undefined) await checkFile(options.out);
  const model = options.model === undefined ? null : await readModel(options.model);
  const asked = model?.paper.settings ?? plainSettings(options);
  const seed = options.seed ?? asked.seed;
  const plain = await readInteractions({ ...filesOf(options), ...(model && { knownItems: model.items.ids }), progress, signal });
  const split = splitOf(plain, options, { alpha: asked.alpha, seed });
  if (model !== null) refuseStranger(model, split.train);
  // As in train.ts.
  globalThis.gc?.();
  const tuning = options.tune ? await tune(split.train, options, { asked, seed, task }) : null;
  const settings: PlainSettings = { ...asked, ...tuning?.best };
  progress.stage(stageOf(settings, split, model));
  const evaluation = await evaluateSettings({
    split,
    settings,
    seed,
    signal,
    threads: options.threads ?? availableParallelism(),
    ...(model && { factors: factorsOf(model, plain) }),
    onProgress: (part, message) => progress.at(part, message),
  });
  if (options.out !== undefined) await writeLists(options.out, options.top ?? TOP, { plain, split, evaluation, settings, task });
  const warnings = [...split.warnings, ...modelWarnings(settings, plain, model)];
  for (const warning of warnings) progress.tell(warning);
  return outcome({ evaluation, plain, split, settings, tuning, warnings, code: model?.paper.code ?? codeVersion() });
}

function filesOf({ interactions, train, test, negatives, format }: EvaluateOptions) {
  const paths = [interactions, train, test].filter((path) => path !== undefined);
  return { paths, ...(negatives !== undefined && { negatives }), ...(format !== undefined && { format }) };
}

function tune(
  matrix: TimedMatrix,
  options: EvaluateOptions,
  { asked, seed, task: { progress, signal } }: { readonly asked: PlainSettings; readonly seed: number; readonly task: Task },
): Promise<Tuning> {
  progress.stage('Searching for settings on a part of what is learned from');
  const { alpha: _, ...base } = asked;
  return tuneSettings({
    matrix,
    base,
    seed,
    signal,
    threads: options.threads ?? availableParallelism(),
    validation: validationOf(options, seed),
    ...(options.trials !== undefined && { trials: options.trials }),
    onProgress: (part, message) => progress.at(part, message),
  });
}

function stageOf({ k, iterations }: PlainSettings, { cases }: Split, model: ReadModel | null): string {
  const lists = counted(cases.length, 'list');
  return model === null
    ? `Training ${counted(k, 'factor')} in ${counted(iterations, 'iteration')}, then ranking ${lists}`
    : `Ranking ${lists}`;
}

/** The items of the model come first in the files' columns. */
function factorsOf({ items }: ReadModel, { items: columns }: Plain): SplitFactors {
  const known = Int32Array.from(items.ids, (_, row) => row);
  const placeOf = new Int32Array(columns.length).fill(-1);
  placeOf.set(known);
  return { columns: known, placeOf, items: items.factors };
}

function refuseStranger({ items }: ReadModel, { column }: TimedMatrix): void {
  if (column.every((item) => item >= items.ids.length)) throw new WorkFault('The model knows no item of the train part.');
}

interface Evaluated {
  readonly plain: Plain;
  readonly split: Split;
  readonly evaluation: Evaluation;
  readonly settings: PlainSettings;
  readonly task: Task;
}

async function writeLists(path: string, top: number, { plain, split, evaluation, settings, task }: Evaluated): Promise<void> {
  const { progress, signal } = task;
  progress.stage(`Writing ${path}`);
  const { train, cases } = split;
  const onList = (lists: number): void => progress.at(lists / cases.length);
  await writeWhole(path, listLines({ train, cases, factors: evaluation.factors, settings, ...plain, top, onList }), signal);
}

function modelWarnings({ k }: PlainSettings, { items }: Plain, model: ReadModel | null): string[] {
  if (model !== null && items.length > model.items.ids.length)
    return [`Unknown to the model, and so never listed: ${counted(items.length - model.items.ids.length, 'item')} of the files.`];
  return k > items.length ? [`There are more factors (${k}) than items (${items.length}): fewer would say as much.`] : [];
}
