import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { StartError } from '../../core/start-error';
import { type Account, handOver } from './account';
import type { Binaries } from './binaries';
import { explain, type Folder, markFinished } from './folder';

/** What every start needs to know. */
export interface Setup {
  readonly folder: Folder;
  readonly binaries: Binaries;
  readonly account: Account;
  /** False in tests only: a power cut may then lose the data. */
  readonly durable: boolean;
}

export const SUPERUSER = 'kinograph';

/**
 * Makes the data folder. It is made under another name and appears whole, so that an interruption leaves nothing half-made
 * behind, and of several processes one wins. Throws StartError with PostgreSQL's own reason.
 */
export async function makeCluster(setup: Setup, password: string): Promise<void> {
  const { folder, account } = setup;
  removeDrafts(folder);
  const draft = `${folder.data}.draft-${process.pid}-${randomUUID().slice(0, 8)}`;
  const passwordFile = `${draft}.password`;
  try {
    mkdirSync(draft, { mode: 0o700 });
    writeFileSync(passwordFile, password, { mode: 0o600 });
    for (const path of [draft, passwordFile]) handOver(account, path);
    await initdb(setup, draft, passwordFile);
    markFinished(draft);
    renameUnlessMade(draft, folder.data);
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(draft, { recursive: true, force: true });
  }
}

async function initdb({ folder, binaries, account, durable }: Setup, draft: string, passwordFile: string): Promise<void> {
  // The builtin C.UTF-8 sorts alike on every machine and needs no locale of the system.
  const locale = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'];
  const access = ['--auth=scram-sha-256', `--username=${SUPERUSER}`, `--pwfile=${passwordFile}`];
  const speed = durable ? [] : ['--no-sync'];
  const [command = '', ...args] = [...account.prefix, binaries.initdb, `--pgdata=${draft}`, ...locale, ...access, ...speed];
  const { status, output } = await outputOf(command, args, account);
  if (status === 0) return;
  if (/No space left on device/.test(output)) throw explain(folder.home, { code: 'ENOSPC' });
  throw new StartError(
    `PostgreSQL could not make its data in ${folder.data}: ${reasonIn(output)}. Set DATABASE_URL to use a server of your own.`,
  );
}

function outputOf(command: string, args: readonly string[], account: Account): Promise<{ status: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'pipe'], ...account.user });
    let output = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, output }));
  });
}

/** What PostgreSQL gave as the reason: its last line of an error, else its last line. */
export function reasonIn(output: string): string {
  const lines = output.trim().split('\n');
  const fatal = lines.findLast((line) => /(FATAL|PANIC|error): /i.test(line)) ?? lines.at(-1) ?? '';
  return fatal.replace(/^.*?(FATAL|PANIC|error): +/i, '').trim();
}

function renameUnlessMade(draft: string, data: string): void {
  try {
    renameSync(draft, data);
  } catch (error) {
    const taken = error instanceof Error && 'code' in error && (error.code === 'ENOTEMPTY' || error.code === 'EEXIST');
    if (!taken) throw error;
  }
}

/** What a killed process left behind while making the data. */
function removeDrafts({ home, data }: Folder): void {
  const draft = new RegExp(`^${basename(data)}\\.draft-(\\d+)-`);
  for (const name of readdirSync(home)) {
    const pid = Number(draft.exec(name)?.[1] ?? 0);
    if (pid > 0 && !isAlive(pid)) rmSync(join(home, name), { recursive: true, force: true });
  }
}

/** Whether a process of this number runs, be it ours or not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
