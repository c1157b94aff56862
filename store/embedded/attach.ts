import { rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { Client, DatabaseError } from 'pg';
import { StartError } from '../../core/start-error';
import { isAlive, SUPERUSER } from './cluster';
import { type Folder, readJson, writePrivate } from './folder';

/** What an owner tells those who come later. */
interface Owner {
  readonly url: string;
  readonly pid: number;
}

const DATABASE = 'kinograph';
const PATIENCE_MS = 5_000;
const PAUSE_MS = 25;

/** The URL of a database of the embedded server. */
export function urlOf(password: string, port: number, database: string = DATABASE): string {
  return `postgres://${SUPERUSER}:${password}@127.0.0.1:${port}/${database}`;
}

/** Tells others how to attach. */
export function announce(folder: Folder, url: string): void {
  writePrivate(folder.owner, { url, pid: process.pid } satisfies Owner);
}

/** Takes the announcement back, unless another owner has made it by now. */
export function withdraw(folder: Folder): void {
  if (readJson<Owner>(folder.owner)?.pid === process.pid) rmSync(folder.owner, { force: true });
}

/** The URL of a server that a living owner runs in this folder and that answers; null when there is none. */
export async function findOwner(folder: Folder): Promise<string | null> {
  const deadline = performance.now() + PATIENCE_MS;
  do {
    const owner = readJson<Owner>(folder.owner);
    if (owner === null || !isAlive(owner.pid)) return null;
    if (await answers(owner.url)) return owner.url;
    await delay(PAUSE_MS);
  } while (performance.now() < deadline);
  return null;
}

/** Waits until the server answers; false when it ends before. Throws StartError when it refuses our password. */
export async function untilAnswers(url: string, isUp: () => boolean): Promise<boolean> {
  while (isUp()) {
    if (await answers(url)) return true;
    await delay(PAUSE_MS);
  }
  return false;
}

const WRONG_PASSWORD = '28P01';

async function answers(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: PATIENCE_MS });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch (error) {
    if (error instanceof DatabaseError && error.code === WRONG_PASSWORD)
      throw new StartError(
        'The embedded database refuses the password in database-secrets.json. Put back the file that belongs to its folder, or move the folder away to begin anew.',
      );
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Makes our database where the server has none yet. */
export async function ensureDatabase(adminUrl: string): Promise<void> {
  const client = new Client({ connectionString: adminUrl });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [DATABASE]);
    if (rowCount === 0) await client.query(`create database ${DATABASE}`);
  } finally {
    await client.end();
  }
}

/** A port of 127.0.0.1 that nobody uses right now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
