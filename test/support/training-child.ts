import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { Db } from '../../store/database';
import { until } from './until';

/** Process ids of the trainings that a process has begun. */
export function trainingsOf(parent: number): number[] {
  const { stdout } = spawnSync('pgrep', ['-P', String(parent), '-f', 'train-child'], { encoding: 'utf8' });
  return stdout.split('\n').filter(Boolean).map(Number);
}

/** True while a process is there. */
export function lives(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

const workers: ChildProcess[] = [];
afterAll(() => {
  for (const worker of workers) worker.kill('SIGKILL');
});

/** A worker on the queue, as an operator starts it, to be killed half-way; one that is left ends after all tests of the file. */
export function startWorker(url: string, env: Readonly<Record<string, string>> = {}): ChildProcess {
  const { PATH = '', HOME = '' } = process.env;
  const secret = 's'.repeat(32);
  const given = { PATH, HOME, DATABASE_URL: url, SESSION_SECRET: secret, ADDRESS_SECRET: secret, LOG_LEVEL: 'silent', ...env };
  const cwd = join(__dirname, '..', '..');
  const worker = spawn(process.execPath, ['--import', 'tsx', 'jobs/main.ts'], { cwd, env: given, stdio: 'ignore' });
  workers.push(worker);
  return worker;
}

/** Waits until a run has written checkpoints of several iterations. */
export async function severalIterations(db: Db, runId: number): Promise<void> {
  await until(
    'several iterations are in a checkpoint',
    async () => (await db.query('select 1 from checkpoints where "runId" = $1 and iteration >= 3', [runId])).length > 0,
    60,
  );
}

/** Interactions that train for some seconds under `SLOW_SETTINGS`: odd people like odd titles, all but a few. */
export async function manyInteractions(db: Db, people = 400): Promise<void> {
  await db.query(
    `insert into interactions ("userId", "titleId", rating, "ratedAt", "firstAt", "lastAt")
     select person, title, 3.5 + (person * title) % 4 * 0.5, '2026-01-01', '2026-01-01', '2026-01-01'
     from generate_series(1, $1::int) person, generate_series(1, $1::int) title
     where (person + title) % 2 = 0 and (person * 7 + title) % 11 > 0`,
    [people],
  );
}

export const SLOW_SETTINGS = { k: 128, iterations: 60, solver: 'cholesky' } as const;
