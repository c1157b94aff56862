import { readFileSync, statSync, truncateSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from 'pino';
import { StartError } from '../../core/start-error';
import { chooseAccount, handOver } from './account';
import { announce, ensureDatabase, findOwner, freePort, untilAnswers, urlOf, withdraw } from './attach';
import { findBinaries } from './binaries';
import { makeCluster, reasonIn, type Setup } from './cluster';
import { checkData, explain, type Folder, isDiskFull, openFolder, readSecrets, writePrivate } from './folder';
import { type Running, startProcess } from './process';

/** A PostgreSQL in a directory of ours. */
export interface Embedded {
  readonly url: string;
  /** False when another process runs it and this one only attached: `stop` then leaves it alone. */
  readonly owner: boolean;
  stop(): Promise<void>;
}

interface Options {
  readonly directory: string;
  readonly log: Logger;
  /** False in tests only: faster, and a power cut may lose the data. */
  readonly durable?: boolean;
}

/**
 * Starts the PostgreSQL of `directory`, or attaches to the process that runs it already. It keeps its data, password and port,
 * comes back by itself when it dies, and ends with this process, however that ends. Throws StartError with what to do.
 */
export async function startEmbedded({ directory, log, durable = true }: Options): Promise<Embedded> {
  const folder = openFolder(directory);
  try {
    const url = await findOwner(folder);
    return url === null ? await own(folder, { log, durable }) : attached(url);
  } catch (error) {
    throw explain(folder.home, error);
  }
}

const attached = (url: string): Embedded => ({ url, owner: false, stop: async () => undefined });

async function own(folder: Folder, { log, durable }: { log: Logger; durable: boolean }): Promise<Embedded> {
  const binaries = findBinaries();
  const account = chooseAccount(binaries.postgres, folder.home);
  const setup: Setup = { folder, binaries, account, durable };
  handOver(account, folder.home);
  const secrets = readSecrets(folder);
  if (!checkData(folder)) await makeCluster(setup, secrets.password);
  const started = await firstStart(setup, secrets.password, secrets.port ?? (await freePort()));
  if ('url' in started) return attached(started.url);
  writePrivate(folder.secrets, { ...secrets, port: started.port });
  await ensureDatabase(urlOf(secrets.password, started.port, 'postgres'));
  const url = urlOf(secrets.password, started.port);
  announce(folder, url);
  return guard(started.running, { setup, url, log, again: () => start(setup, secrets.password, started.port) });
}

const PAUSE_MS = 300;
const BUSY_LIMIT_MS = 30_000;
const OTHER_TRIES = 3;

/** Tries until the server is up; another port where ours is taken, a while longer where its last run is still ending. */
async function firstStart(setup: Setup, password: string, port: number): Promise<{ running: Running; port: number } | { url: string }> {
  const deadline = performance.now() + BUSY_LIMIT_MS;
  let tries = 0;
  for (;;) {
    const outcome = await start(setup, password, port);
    if (typeof outcome !== 'string') return { running: outcome, port };
    const fault = faultOf(outcome);
    if (fault === 'full' || isDiskFull(setup.folder)) throw explain(setup.folder.home, { code: 'ENOSPC' });
    if (fault === 'busy') {
      const url = await findOwner(setup.folder);
      if (url !== null) return { url };
    }
    tries += fault === 'other' ? 1 : 0;
    if (tries >= OTHER_TRIES || performance.now() > deadline) throw new StartError(refusal(setup.folder, fault, outcome));
    if (fault === 'port') port = await freePort();
    else await delay(PAUSE_MS);
  }
}

function refusal(folder: Folder, fault: Fault, output: string): string {
  if (fault === 'busy')
    return `The database in ${folder.data} is in use by another process that does not answer. Stop that one first; its number is the first line of ${folder.data}/postmaster.pid.`;
  return `The database in ${folder.data} does not start: ${reasonIn(output)}. Put a backup in its place, or move the folder away to begin anew; ${folder.log} tells more.`;
}

type Fault = 'busy' | 'port' | 'full' | 'other';

function faultOf(output: string): Fault {
  if (/No space left on device/.test(output)) return 'full';
  if (/postmaster\.pid" already exists|shared memory block .* still in use/.test(output)) return 'busy';
  if (/could not bind|Address already in use/.test(output)) return 'port';
  return 'other';
}

const LONGEST_LOG = 16 * 1024 * 1024;

/** The running server once it answers, or what it wrote when it did not come up. */
async function start(setup: Setup, password: string, port: number): Promise<Running | string> {
  const { log } = setup.folder;
  if (sizeOf(log) > LONGEST_LOG) truncateSync(log);
  const from = sizeOf(log);
  const running = startProcess(setup, port);
  try {
    if (await untilAnswers(urlOf(password, port, 'postgres'), running.isUp)) return running;
  } catch (error) {
    await running.stop();
    throw error;
  }
  return readFileSync(log).subarray(from).toString('utf8');
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

interface Guarded {
  readonly setup: Setup;
  readonly url: string;
  readonly log: Logger;
  again(): Promise<Running | string>;
}

/** Starts the server again whenever it dies, until told to stop. */
function guard(first: Running, { setup, url, log, again }: Guarded): Embedded {
  let running = first;
  let stopping = false;
  const guarding = (async (): Promise<void> => {
    for (;;) {
      await running.ended;
      if (stopping) return;
      log.error(`The embedded PostgreSQL ended by itself; starting it again. ${setup.folder.log} tells more.`);
      for (let tried = false; !stopping && !running.isUp(); tried = true) {
        if (tried) await delay(PAUSE_MS);
        const outcome = await again().catch((error: unknown) => String(error));
        if (typeof outcome === 'string') log.warn(`The embedded PostgreSQL is not up yet: ${reasonIn(outcome)}`);
        else running = outcome;
      }
      if (stopping) return running.stop();
      log.info('The embedded PostgreSQL is up again.');
    }
  })();
  return {
    url,
    owner: true,
    async stop(): Promise<void> {
      stopping = true;
      withdraw(setup.folder);
      await running.stop();
      await guarding;
    },
  };
}
