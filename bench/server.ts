import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FirstRun } from '../flow/first-run';

/** A Kinograph of its own process, with the demo and a key, as `npm start` makes it in an empty directory. */
export interface BenchServer {
  readonly url: string;
  readonly key: string;
  /** Of the operator that the first run makes. */
  readonly email: string;
  readonly password: string;
  /** A GraphQL call with the admin key, or with `token`. Throws on errors. */
  ask<Data>(query: string, variables?: object, token?: string): Promise<Data>;
  /** Resident memory of the server's process, in bytes. */
  memory(): Promise<number>;
  /** Processor time of the server's process since it started, in milliseconds; PostgreSQL's is not in it. */
  cpu(): Promise<number>;
  stop(): Promise<void>;
}

const START_SECONDS = 120;

/** Starts a server in a temporary directory on a free port; `stop` ends it and removes everything. */
export async function startServer(environment: Readonly<Record<string, string>> = {}): Promise<BenchServer> {
  const directory = mkdtempSync(join(tmpdir(), 'kinograph-bench-'));
  const env = { ...process.env, ...environment, KINOGRAPH_DIR: directory, PORT: environment.PORT ?? '0', LOG_LEVEL: 'warn' };
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  await ready(child);
  const { url, key, email, password } = JSON.parse(readFileSync(join(directory, 'first-run.json'), 'utf8')) as FirstRun;

  async function ask<Data>(query: string, variables: object = {}, token = key): Promise<Data> {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
    const response = await fetch(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query, variables }) });
    const { data, errors } = (await response.json()) as { data: Data; errors?: readonly { message: string }[] };
    if (errors) throw new Error(errors.map(({ message }) => message).join('; '));
    return data;
  }

  async function metric(name: string): Promise<number> {
    const response = await fetch(`${url}/metrics`, { headers: { authorization: `Bearer ${key}` } });
    const lines = (await response.text()).split('\n');
    return Number(lines.find((line) => line.startsWith(`${name} `))?.split(' ')[1]);
  }

  return {
    url,
    key,
    email,
    password,
    ask,
    memory: () => metric('process_resident_memory_bytes'),
    cpu: async () => 1000 * (await metric('process_cpu_seconds_total')),
    async stop() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

function ready(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`The server was not ready in ${START_SECONDS} s.`)), START_SECONDS * 1000);
    child.once('exit', (code) => reject(new Error(`The server ended with code ${code}.`)));
    child.stdout?.on('data', (text: Buffer) => {
      if (!text.includes('Kinograph is ready')) return;
      clearTimeout(late);
      resolve();
    });
  });
}
