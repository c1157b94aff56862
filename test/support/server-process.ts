import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FirstRun } from '../../flow/first-run';
import { ask, fieldOf } from './graphql';
import { until } from './until';

/** A server in a process of its own, started as `npm start` starts it. */
export interface ServerProcess {
  readonly pid: number;
  readonly directory: string;
  /** What it has printed so far. */
  readonly printed: () => string;
  /** What it has complained of so far. */
  readonly complained: () => string;
  /** Its address, once it says that it is ready. */
  ready(): Promise<string>;
  /** Sends a signal, if it is told one, and waits for the end: the exit code, or null when a signal ended it. */
  ended(signal?: NodeJS.Signals): Promise<number | null>;
}

type Settings = Readonly<Record<string, string>>;

const HOUSE = join(__dirname, '..', '..');
const START_SECONDS = 30;
/** Several starts in one test take a while where other tests share the machine. */
const TEST_MS = 120_000;

/** Starts servers for the tests of a file; whatever still runs after a test is killed, and its folders are removed at the end. */
export function withServers() {
  jest.setTimeout(TEST_MS);
  const running: ServerProcess[] = [];
  const directories: string[] = [];
  afterEach(async () => {
    await Promise.all(running.splice(0).map((server) => server.ended('SIGKILL')));
  });
  afterAll(async () => {
    for (const directory of directories) await remove(directory);
  });

  const launch = (settings: Settings, directory: string): ServerProcess => {
    const server = spawnServer({ PORT: '0', DEMO: 'false', KINOGRAPH_DIR: directory, ...settings }, directory);
    running.push(server);
    return server;
  };
  const aDirectory = (): string => {
    const directory = mkdtempSync(join(tmpdir(), 'kinograph-server-'));
    directories.push(directory);
    return directory;
  };
  return {
    aDirectory,
    /** Starts one and does not wait for it. */
    launch: (settings: Settings = {}, directory = aDirectory()) => launch(settings, directory),
    /** Starts one and waits until it is ready. */
    async start(settings: Settings = {}, directory = aDirectory()): Promise<ServerProcess & { readonly url: string }> {
      const server = launch(settings, directory);
      return { ...server, url: await server.ready() };
    },
  };
}

/** The key, e-mail and password that the first start left for scripts. */
export function firstRunOf(directory: string): FirstRun {
  return JSON.parse(readFileSync(join(directory, 'first-run.json'), 'utf8'));
}

/** Makes a film of two and a half hours by way of the API; answers its id. */
export async function saveFilm(url: string, key: string): Promise<string> {
  const film = 'mutation { saveTitle(input: { kind: MOVIE, name: "Film", seconds: 9000 }) { title { id } } }';
  const answer = await ask(url, film, { headers: { authorization: `Bearer ${key}` } });
  return fieldOf<{ title: { id: string } }>(answer, 'saveTitle').title.id;
}

/** The URL of the embedded database, as it is told to those who attach. */
export function databaseOf(directory: string): string {
  return JSON.parse(readFileSync(join(directory, 'database.json'), 'utf8')).url;
}

/** The number of the postmaster; null when there is none. */
export function postmasterOf(directory: string): number | null {
  const file = join(directory, 'postgres', 'postmaster.pid');
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : null;
}

function spawnServer(settings: Settings, directory: string): ServerProcess {
  const { PATH = '', HOME = '', TMPDIR = tmpdir() } = process.env;
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts'], {
    cwd: HOUSE,
    env: { PATH, HOME, TMPDIR, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const printed = textOf(child, 'stdout');
  const complained = textOf(child, 'stderr');
  const exited = new Promise<number | null>((resolve) => child.once('close', resolve));
  return {
    pid: child.pid ?? 0,
    directory,
    printed,
    complained,
    async ready() {
      const found = await until(
        'the server is ready',
        () => {
          if (child.exitCode !== null) throw new Error(`The server ended: ${complained()}`);
          return /ready at (\S+)/.exec(printed());
        },
        START_SECONDS,
      );
      return found[1] ?? '';
    },
    ended(signal) {
      if (signal) child.kill(signal);
      return exited;
    },
  };
}

function textOf(child: ChildProcess, stream: 'stdout' | 'stderr'): () => string {
  let text = '';
  child[stream]?.setEncoding('utf8').on('data', (part: string) => {
    text += part;
  });
  return () => text;
}

async function remove(directory: string): Promise<void> {
  chmodSync(directory, 0o700);
  await until('PostgreSQL has left its folder', () => postmasterOf(directory) === null);
  rmSync(directory, { recursive: true, force: true });
}
