import { fork } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AlsSettings } from '../../core/model';
import { EngineName } from '../../core/recommendation';
import type { Database } from '../../store/database';
import { insertModel } from '../../store/models';
import { readSnapshot, type Snapshot } from './snapshot';
import type { TrainNews, TrainOrder } from './train-child';

/** What a training needs, and whom it tells. */
export interface Training {
  readonly database: Database;
  readonly settings: AlsSettings;
  readonly now: Date;
  /** Kills the child process. */
  readonly signal: AbortSignal;
  /** 0 to 1, with a short sentence. */
  readonly progress: (fraction: number, message: string) => void;
}

type Trained = Extract<TrainNews, { kind: 'trained' }>;

/** Trains on every interaction in a child process of low priority and stores the model; returns its id, null when there is nothing to learn from. */
export async function trainLocal({ database, settings, now, signal, progress }: Training): Promise<number | null> {
  const started = performance.now();
  progress(0, 'Reading interactions');
  const snapshot = await readSnapshot(database.url, { ...settings, asOf: now }, signal);
  if (snapshot.titleIds.length === 0) return null;
  const trained = await trainInChild(snapshot, settings, { signal, progress });
  const trainedSeconds = (performance.now() - started) / 1000;
  const interactions = snapshot.matrix.column.length;
  const likes = trained.popularity.reduce((sum, people) => sum + people, 0);
  return insertModel(
    database.db,
    {
      engine: EngineName.LOCAL,
      settings,
      snapshot: snapshot.hash,
      users: snapshot.matrix.rows,
      interactions,
      metrics: { loss: trained.loss, lossPerInteraction: trained.loss / interactions, likes },
      trainedSeconds,
    },
    { titleIds: snapshot.titleIds, items: trained.items, gram: trained.gram, popularity: trained.popularity },
  );
}

function trainInChild(
  { matrix }: Snapshot,
  settings: AlsSettings,
  { signal, progress }: Pick<Training, 'signal' | 'progress'>,
): Promise<Trained> {
  return new Promise((resolve, reject) => {
    // The loader is named here and not inherited: flags like --watch must not reach the child.
    const execArgv = ['--import', pathToFileURL(require.resolve('tsx')).href];
    const child = fork(join(__dirname, 'train-child.ts'), [], { execArgv, serialization: 'advanced', signal, killSignal: 'SIGKILL' });
    child.on('message', (news: TrainNews) => {
      if (news.kind === 'iteration')
        return progress(news.iteration / (settings.iterations + 1), `Iteration ${news.iteration} of ${settings.iterations}`);
      child.disconnect();
      resolve(news);
    });
    child.once('error', reject);
    // After `resolve` this changes nothing.
    child.once('exit', (code, killer) => {
      reject(signal.aborted ? signal.reason : new Error(`The training ended early, with ${killer ?? `code ${code}`}.`));
    });
    const order: TrainOrder = { matrix, settings };
    child.send(order);
  });
}
