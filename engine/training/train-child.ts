import { setPriority } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { AppError } from '../../core/errors';
import { trainOnSpark } from '../spark/spark-here';
import { learnLikesHere } from './likes-here';
import { trainHere } from './train-here';
import { LOW_PRIORITY, type News, type Order, type Progress, type Said } from './train-order';
import { tuneHere } from './tune-here';

const parent = Number(process.argv[2]);
// What it starts in turn is of its group, and ends with it.
const leads = process.argv[3] === 'leads';

// The threads that begin from here on inherit it.
setPriority(LOW_PRIORITY);
new Worker(join(__dirname, 'parent-watch.mjs'), { workerData: { parent, dies: leads ? -process.pid : process.pid }, execArgv: [] }).unref();

// Ctrl-C in a terminal reaches this process too. What becomes of the training is the parent's to say, which kills it if need be.
process.on('SIGINT', () => undefined);

// The parent disconnects once it has heard what came of it, and that ends this process.
process.once('message', (order: Order) => {
  work(order).then(
    (outcome) => tell({ kind: 'done', outcome }),
    (error: unknown) => tell(failureOf(error)),
  );
});

function work(order: Order) {
  const progress: Progress = (fraction, message, curve) => tell({ kind: 'progress', fraction, message, curve });
  const say: Said = (level, text) => tell({ kind: 'said', level, text });
  switch (order.kind) {
    case 'train':
      return trainHere(order, progress);
    case 'spark':
      return trainOnSpark(order, progress, say);
    case 'tune':
      return tuneHere(order, progress);
    case 'likes':
      return learnLikesHere(order, progress);
  }
}

function failureOf(error: unknown): News {
  if (error instanceof AppError) {
    const { code, message, field, expected } = error;
    return { kind: 'failed', message, expected: { code, field, expected }, stack: null };
  }
  const { message, stack = null } = error instanceof Error ? error : new Error(String(error));
  return { kind: 'failed', message, expected: null, stack };
}

function tell(news: News): void {
  process.send?.(news);
}
