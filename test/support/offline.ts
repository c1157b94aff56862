import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { below, seeded } from '../../core/random';
import { evaluate } from '../../jobs/offline/evaluate';
import type { Progress } from '../../jobs/offline/progress';
import { train } from '../../jobs/offline/train';

/** What a command said and how it ended. */
export interface Said {
  readonly code: number | null;
  readonly printed: string;
  readonly complained: string;
}

/** A folder of a test file's own, and commands of the offline tool that run in it. */
export interface Offline {
  /** The path of a new file with these contents. */
  file(name: string, contents: string | Buffer): string;
  path(name: string): string;
  read(name: string): string;
  /** In a process of its own. */
  run(...args: readonly string[]): Promise<Said>;
  /** What a command would print, in this process: a process takes a second to start. Throws what the command throws. */
  result(name: 'evaluate' | 'train', ...args: readonly string[]): Promise<Result>;
  start(...args: readonly string[]): ChildProcess;
}

/** What `evaluate` and `train` print. */
export type Result = Readonly<Record<string, unknown>> & {
  readonly popularity: Readonly<Record<string, number>>;
  readonly random: Readonly<Record<string, number>>;
  readonly warnings: readonly string[];
};

const UNTOLD: Progress = { stage: () => undefined, at: () => undefined, tell: () => undefined, end: () => undefined };
const HOUSE = join(__dirname, '..', '..');

/** Makes the folder before the tests and removes it after them. */
export function withOffline(): Offline {
  jest.setTimeout(120_000);
  const folder = mkdtempSync(join(tmpdir(), 'kinograph-offline-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const path = (name: string): string => join(folder, name);
  const start = (...args: readonly string[]): ChildProcess =>
    spawn(process.execPath, ['--import', 'tsx', join(HOUSE, 'jobs/offline/main.ts'), ...args], { cwd: HOUSE });
  const offline: Offline = {
    path,
    start,
    file(name, contents) {
      writeFileSync(path(name), contents);
      return path(name);
    },
    read: (name) => readFileSync(path(name), 'utf8'),
    run: (...args) => ended(start(...args)),
    async result(name, ...args) {
      const command = name === 'train' ? train : evaluate;
      const result = await command({ args, progress: UNTOLD, signal: new AbortController().signal });
      // As it is printed: what JSON does not know is gone.
      return JSON.parse(JSON.stringify(result));
    },
  };
  return offline;
}

/** Waits for the end of a process and what it said. */
export async function ended(child: ChildProcess): Promise<Said> {
  let printed = '';
  let complained = '';
  child.stdout?.on('data', (part) => {
    printed += part;
  });
  child.stderr?.on('data', (part) => {
    complained += part;
  });
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, printed, complained };
}

/** Lines of people who each like titles of one of two halves, `user,item,weight,timestamp`; the same for the same seed. */
export function twoTastes({ users = 40, items = 60, likes = 14, seed = 1 } = {}): string[] {
  const random = seeded(seed);
  return Array.from({ length: users }, (_, user) => {
    const own = new Set<number>();
    while (own.size < likes) own.add(2 * below(random, items / 2) + (user % 2));
    return [...own].map((item, at) => `${user + 1},${item + 100},1,${1_000_000 + 1_000 * at + user}`);
  }).flat();
}
