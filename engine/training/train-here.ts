import { type Curve, withPoint } from '../../core/curve';
import { type InteractionMatrix, likesPerColumn } from '../../core/interaction-matrix';
import type { ModelEvaluation } from '../../core/model';
import { gramOf } from '../../core/normal-equations';
import { EngineName } from '../../core/recommendation';
import { type Checkpoint, dropCheckpoint, openCheckpoint, readCheckpoint, restartCheckpoint } from '../../store/checkpoints';
import { type Database, type Db, openDatabase } from '../../store/database';
import { requireLease } from '../../store/leases';
import { insertModel } from '../../store/models';
import { checkpointWriter } from './checkpoint-writer';
import { codeVersion } from './code';
import { measure, sameSettings } from './measure';
import { readSnapshot, type Snapshot } from './snapshot';
import { type TrainedFactors, type Training, trainMatrix } from './train-matrix';
import type { Progress, TrainOrder, TrainOutcome } from './train-order';
import { verdictOf } from './verdict';

/** Share of the progress that reading and measuring make up. */
const READ = 0.1;
const MEASURED = 0.5;

/** Reads, measures, trains and stores a model in this process: read -> measure -> train -> store, from the last checkpoint on where there is one. */
export async function trainHere(order: TrainOrder, progress: Progress): Promise<TrainOutcome> {
  const database = await openDatabase(order.url, { connections: 2, applicationName: 'kinograph training' });
  try {
    return await train(order, { database, progress, code: codeVersion() });
  } finally {
    await database.close();
  }
}

interface Here {
  readonly database: Database;
  readonly progress: Progress;
  readonly code: string;
}

async function train(order: TrainOrder, here: Here): Promise<TrainOutcome> {
  const started = performance.now();
  const begun = await prepare(order, here);
  if ('kind' in begun) return leave(here.database.db, order.runId, begun);
  const { snapshot, evaluation, resume } = begun;
  const learned = await learn(order, here, snapshot.matrix, resume);
  here.progress(1, 'Storing the model');
  const seconds = (performance.now() - started) / 1000;
  return store(order, here, { ...learned, snapshot, evaluation, seconds, resumedAfter: resume?.iteration ?? null });
}

/** Everything that a training learns from, read and measured. */
interface Prepared {
  readonly snapshot: Known;
  readonly evaluation: ModelEvaluation | null;
  readonly resume: Resume | null;
}

/** A snapshot without what training and storing do not need. */
type Known = Pick<Snapshot, 'titleIds' | 'hash'> & { readonly matrix: InteractionMatrix };

async function prepare(order: TrainOrder, { database: { db }, progress, code }: Here): Promise<Prepared | TrainOutcome> {
  const { runId, settings, live } = order;
  const left = runId === null ? null : await openCheckpoint(db, runId, order.asOf);
  const asOf = left?.asOf ?? order.asOf;
  const snapshot = await readSnapshot(order.url, { ...settings, asOf }, undefined, (part) => progress(READ * part, 'Reading interactions'));
  if (snapshot.titleIds.length === 0) return { kind: 'empty' };
  const known = live !== null && live.snapshot === snapshot.hash && live.code === code && sameSettings(live.settings, settings);
  if (known) return { kind: 'unchanged' };

  const kept = left !== null && isOf(left, order, snapshot, code) ? left : null;
  if (left?.snapshot && kept === null) progress(READ, 'Interactions or settings have changed since the last attempt: beginning anew');
  const within: Progress = (part, message) => progress(READ + (MEASURED - READ) * part, message);
  const evaluation = order.evaluate ? (kept?.evaluation ?? (await measure(snapshot, { ...order, asOf, progress: within }))) : null;
  const { matrix, titleIds, hash } = snapshot;
  if (runId !== null && kept === null) await restartCheckpoint(db, runId, { asOf, snapshot: hash, settings, code, evaluation });
  release(matrix.time);
  return { snapshot: { matrix, titleIds, hash }, evaluation, resume: await resumed(db, order, kept, matrix) };
}

// Memory given back at once, and not when it pleases the collector: of 20 million interactions 260 MB that the kernel has copies of.
function release(...arrays: readonly ArrayBufferView[]): void {
  for (const { buffer } of arrays) structuredClone(buffer, { transfer: [buffer as ArrayBuffer] });
}

async function leave(db: Db, runId: number | null, outcome: TrainOutcome): Promise<TrainOutcome> {
  if (runId !== null) await dropCheckpoint(db, runId);
  return outcome;
}

function isOf(left: Checkpoint, { settings }: TrainOrder, { hash }: Snapshot, code: string): boolean {
  return left.snapshot === hash && left.code === code && left.settings !== null && sameSettings(left.settings, settings);
}

type Resume = TrainedFactors & { readonly iteration: number; readonly curve: Curve };

async function resumed(
  db: Db,
  { runId, settings }: TrainOrder,
  kept: Checkpoint | null,
  matrix: InteractionMatrix,
): Promise<Resume | null> {
  if (runId === null || kept === null || kept.iteration === 0) return null;
  const { iteration, curve } = kept;
  const factors = { users: new Float32Array(matrix.rows * settings.k), items: new Float32Array(matrix.columns * settings.k) };
  return (await readCheckpoint(db, runId, factors)) ? { ...factors, iteration, curve } : null;
}

interface Learned {
  readonly training: Training;
  /** People who like each title. */
  readonly likes: Float64Array;
  readonly interactions: number;
  readonly curve: Curve;
}

async function learn(
  { url, runId, settings, threads, evaluate }: TrainOrder,
  { progress }: Here,
  matrix: InteractionMatrix,
  resume: Resume | null,
): Promise<Learned> {
  const likes = likesPerColumn(matrix);
  const interactions = matrix.column.length;
  const from = evaluate ? MEASURED : READ;
  let curve = resume?.curve ?? [];
  const writer = checkpointWriter(url, runId);
  try {
    const training = await trainMatrix({
      matrix,
      settings,
      threads,
      ...(resume === null ? {} : { resume }),
      onIteration({ iteration, loss, seconds, secondsLeft }, factors) {
        curve = withPoint(curve, { iteration, loss: loss / interactions, seconds });
        const told = `Iteration ${iteration} of ${settings.iterations} · loss ${short(loss / interactions)} · ${timeOf(secondsLeft)} left`;
        // The kernel reads the matrix before the first iteration only.
        if (matrix.column.length > 0) release(matrix.column, matrix.weight, matrix.preference);
        progress(from + ((1 - from) * iteration) / (settings.iterations + 1), told, curve);
        // Of the last one there is nothing to go on to but its loss.
        if (iteration < settings.iterations) writer.write({ iteration, curve }, factors);
      },
    });
    return { likes, interactions, training, curve };
  } finally {
    await writer.stop();
  }
}

interface Trained extends Learned {
  readonly snapshot: Known;
  readonly evaluation: ModelEvaluation | null;
  readonly seconds: number;
  readonly resumedAfter: number | null;
}

async function store(order: TrainOrder, { database, code }: Here, trained: Trained): Promise<TrainOutcome> {
  const { runId, lease, settings } = order;
  const { snapshot, training, likes, interactions, evaluation, seconds, resumedAfter, curve } = trained;
  const verdict = verdictOf(order, evaluation);
  const model = {
    engine: EngineName.LOCAL,
    settings,
    snapshot: snapshot.hash,
    users: snapshot.matrix.rows,
    interactions,
    metrics: {
      loss: training.loss,
      lossPerInteraction: training.loss / interactions,
      likes: likes.reduce((sum, people) => sum + people, 0),
      peakMegabytes: Math.round(process.resourceUsage().maxRSS / 1024),
    },
    trainedSeconds: seconds,
    code,
    evaluation,
    verdict: verdict.why,
    curve,
  };
  // The Gram matrix of the vectors as they are stored, so that fold-in against them is exact.
  const gram = gramOf(training.items, settings.k, settings.unobservedWeight);
  const modelId = await database.db.transaction(async (db) => {
    await requireLease(db, lease.name, lease.token);
    if (runId !== null) await dropCheckpoint(db, runId);
    return insertModel(db, model, { titleIds: snapshot.titleIds, items: training.items, gram, popularity: likes });
  });
  return { kind: 'trained', modelId, verdict, resumedAfter };
}

function short(value: number): string {
  return value.toPrecision(3);
}

function timeOf(seconds: number): string {
  return seconds < 100 ? `${Math.ceil(seconds)} s` : `${Math.round(seconds / 60)} min`;
}
