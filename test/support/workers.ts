import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import type { JobName } from '../../store/queue';

/** Processes that work on one kind of job, to be killed half-way. */
export interface Workers {
  /** A worker of its own; answers once it works. */
  work(): Promise<ChildProcess>;
}

/** Workers on a job of a test's database; those that are left end after all tests of the file. */
export function withWorkers(database: { readonly url: string }, job: JobName): Workers {
  const workers: ChildProcess[] = [];
  afterAll(() => {
    for (const worker of workers) worker.kill('SIGKILL');
  });
  return {
    async work() {
      const worker = spawn(process.execPath, ['--import', 'tsx', join(__dirname, 'job-worker.ts'), database.url, job]);
      workers.push(worker);
      await new Promise((resolve, reject) => {
        worker.stdout.once('data', resolve);
        worker.once('exit', reject);
      });
      return worker;
    },
  };
}

/** Kills a worker where it stands; answers once it is gone. */
export async function killed(worker: ChildProcess): Promise<void> {
  const gone = new Promise((resolve) => worker.once('exit', resolve));
  worker.kill('SIGKILL');
  await gone;
}
