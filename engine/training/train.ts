import { fork } from 'node:child_process';
import { setPriority } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { AppError } from '../../core/errors';
import { LOW_PRIORITY, type News, type Order, type OutcomeOf, type Progress, type Said } from './train-order';

interface Parent {
  /** Kills the child, which leaves nothing half-written. */
  readonly signal: AbortSignal;
  readonly progress: Progress;
  /** Hears lines for the log. */
  readonly say?: Said | undefined;
}

/**
 * Has an order carried out by a child process of low priority, which reads, trains and stores by itself and dies with its parent. Throws
 * what it throws there, and what `signal` was aborted with.
 */
export function inChild<Asked extends Order>(order: Asked, { signal, progress, say }: Parent): Promise<OutcomeOf<Asked>> {
  return new Promise((resolve, reject) => {
    // The loader is named here and not inherited: flags like --watch must not reach the child.
    const execArgv = ['--import', pathToFileURL(require.resolve('tsx')).href];
    // Only Spark's brings up programs of its own: it leads them as a group, which is ended whole.
    const leads = order.kind === 'spark';
    const child = fork(join(__dirname, 'train-child.ts'), [String(process.pid), leads ? 'leads' : 'alone'], {
      execArgv,
      serialization: 'advanced',
      detached: leads,
      ...(leads ? {} : { signal, killSignal: 'SIGKILL' as const }),
    });
    const endGroup = (): void => end(leads ? child.pid : undefined);
    signal.addEventListener('abort', endGroup, { once: true });
    if (signal.aborted) endGroup();
    lowerPriority(child.pid);
    child.on('message', (news: News) => {
      if (news.kind === 'progress') return progress(news.fraction, news.message, news.curve);
      if (news.kind === 'said') return say?.(news.level, news.text);
      child.disconnect();
      if (news.kind === 'failed') return reject(errorOf(news));
      resolve(news.outcome as OutcomeOf<Asked>);
    });
    child.once('error', (error) => reject(signal.aborted ? signal.reason : error));
    // After `resolve` this changes nothing.
    child.once('exit', (code, killer) => {
      signal.removeEventListener('abort', endGroup);
      // A leader that was killed leaves its group behind.
      endGroup();
      reject(signal.aborted ? signal.reason : new Error(`The training process ended early, with ${killer ?? `code ${code}`}.`));
    });
    child.send(order);
    progress(0, 'Starting a process of low priority');
  });
}

/** Ends a group by the process that leads it; none, or one that is gone, is no fault. */
function end(leader: number | undefined): void {
  try {
    if (leader !== undefined) process.kill(-leader, 'SIGKILL');
  } catch {
    return;
  }
}

// At once, so that the threads that Node itself begins have it too; what is gone already has no priority.
function lowerPriority(pid: number | undefined): void {
  try {
    if (pid !== undefined) setPriority(pid, LOW_PRIORITY);
  } catch {
    return;
  }
}

function errorOf({ message, expected, stack }: Extract<News, { kind: 'failed' }>): Error {
  if (expected === null) return Object.assign(new Error(message), stack === null ? {} : { stack });
  return new AppError(expected.code, message, {
    ...(expected.field === null ? {} : { field: expected.field }),
    ...(expected.expected === null ? {} : { expected: expected.expected }),
  });
}
