import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { totalmem } from 'node:os';
import { handOver } from './account';
import type { Setup } from './cluster';

/** A running postmaster. */
export interface Running {
  /** Resolves when it is gone, for whatever reason. */
  readonly ended: Promise<void>;
  isUp(): boolean;
  /** Ends it as a fast shutdown does: transactions are rolled back, everything committed is on disk. */
  stop(): Promise<void>;
}

/**
 * Runs PostgreSQL until it ends or until the pipe on descriptor 3 closes, which the death of node does, kill -9 included: then
 * whatever is left in this process group is asked for a fast shutdown (SIGINT). The signal goes to the sender's own group, never
 * to a remembered number, so it cannot reach a stranger that was given the same number later.
 */
const WATCHED = `trap '' INT
"$@" 3<&- &
server=$!
{ cat <&3 >/dev/null; kill -INT 0; } &
exec 3<&-
wait $server`;

const LONGEST_SHUTDOWN_MS = 60_000;

/** Starts a postmaster on 127.0.0.1, in a process group of its own so that Ctrl-C in a terminal reaches only node. */
export function startProcess(setup: Setup, port: number): Running {
  const { account, binaries, folder } = setup;
  const server = [...account.prefix, binaries.postgres, '-D', folder.data, ...flags(setup, port)];
  const log = openSync(folder.log, 'a', 0o600);
  handOver(account, folder.log);
  const child = spawn('/bin/sh', ['-c', WATCHED, 'sh', ...server], {
    stdio: ['ignore', log, log, 'pipe'],
    detached: true,
    ...account.user,
  });
  closeSync(log);
  return watch(child);
}

function watch(child: ChildProcess): Running {
  let up = true;
  const pipe = child.stdio[3];
  const letGo = (): void => {
    pipe?.destroy();
  };
  const ended = new Promise<void>((resolve) => {
    const end = (): void => {
      up = false;
      letGo();
      resolve();
    };
    child.once('exit', end);
    child.once('error', end);
  });
  pipe?.on('error', () => undefined);
  return {
    ended,
    isUp: () => up,
    async stop(): Promise<void> {
      letGo();
      const impatience = setTimeout(() => killGroup(child.pid), LONGEST_SHUTDOWN_MS);
      await ended;
      clearTimeout(impatience);
    },
  };
}

/** SIGQUIT is PostgreSQL's immediate shutdown: nothing committed is lost, the next start replays the log. */
function killGroup(leader: number | undefined): void {
  if (leader !== undefined) process.kill(-leader, 'SIGQUIT');
}

const MIB = 1024 ** 2;
const LEAST_BUFFERS_MB = 128;
const MOST_BUFFERS_MB = 4_096;

/**
 * An eighth of what this machine, or the container around it, has; pages are only taken as they are used. An event lands on a page
 * of each index at random: at 5 million events single requests went from 2,193 to 4,368 a second once those pages stayed in memory.
 */
function sharedBuffers(): number {
  const memory = Math.min(totalmem(), process.constrainedMemory() || Number.POSITIVE_INFINITY);
  return Math.round(Math.min(MOST_BUFFERS_MB, Math.max(LEAST_BUFFERS_MB, memory / 8 / MIB)));
}

/** Settings for steady ingest on a machine that is shared with node. */
function flags({ durable }: Setup, port: number): string[] {
  const settings = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    max_connections: 100,
    shared_buffers: `${sharedBuffers()}MB`,
    // Our statements are short: compiling them costs more than it saves.
    jit: 'off',
    // Rare checkpoints write fewer whole pages to the log; a start after a crash replays at most this much.
    max_wal_size: '4GB',
    checkpoint_timeout: '15min',
    lc_messages: 'C',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // Without fsync a killed server still loses nothing; only a power cut does harm.
    fsync: durable ? 'on' : 'off',
    full_page_writes: durable ? 'on' : 'off',
    synchronous_commit: 'on',
  };
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}
