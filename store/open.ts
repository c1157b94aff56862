import type { Logger } from 'pino';
import { StartError } from '../core/start-error';
import { type Database, migrate, openDatabase } from './database';
import { type Embedded, startEmbedded } from './embedded/server';
import { keepPartitions } from './partitions';

/** The database, open and up to date. `close` ends the embedded server too where this process owns it. */
export interface Store {
  readonly database: Database;
  readonly url: string;
  readonly embedded: boolean;
  /** Names of the migrations that were missing. */
  readonly migrated: readonly string[];
  close(): Promise<void>;
}

interface Options {
  /** Null: the embedded PostgreSQL in `directory`. */
  readonly databaseUrl: string | null;
  readonly directory: string;
  readonly log: Logger;
  readonly now: Date;
  readonly connections?: number;
}

/** Opens the given PostgreSQL or the embedded one, migrates it and makes its partitions. Throws StartError with what to do. */
export async function openStore({ databaseUrl, directory, log, now, connections = 20 }: Options): Promise<Store> {
  const server = databaseUrl === null ? await startEmbedded({ directory, log }) : given(databaseUrl);
  let database: Database | null = null;
  try {
    database = await openGiven(server.url, connections);
    await checkVersion(database);
    const migrated = await migrate(database).catch(refuse);
    await keepPartitions(database.db, now);
    const opened = database;
    const close = async (): Promise<void> => {
      await opened.close();
      await server.stop();
    };
    return { database, url: server.url, embedded: databaseUrl === null, migrated, close };
  } catch (error) {
    await database?.close();
    await server.stop();
    throw error;
  }
}

const given = (url: string): Embedded => ({ url, owner: false, stop: async () => undefined });

const OLDEST = 140_000;

async function checkVersion({ db }: Database): Promise<void> {
  const [row] = await db.query<{ number: number; name: string }[]>(
    `select current_setting('server_version_num')::integer as number, current_setting('server_version') as name`,
  );
  if (row !== undefined && row.number < OLDEST)
    throw new StartError(`PostgreSQL ${row.name} is too old: Kinograph needs 14 or newer. Upgrade it, or leave DATABASE_URL out.`);
}

async function openGiven(url: string, connections: number): Promise<Database> {
  try {
    return await openDatabase(url, { connections });
  } catch (error) {
    const { hostname, port, pathname, username } = new URL(url);
    const where = {
      host: `${hostname}:${port || 5432}`,
      database: decodeURIComponent(pathname.slice(1)),
      user: decodeURIComponent(username),
    };
    const sentence = REFUSALS[codeOf(error)]?.(where);
    throw new StartError(
      sentence ??
        `PostgreSQL at ${where.host} cannot be used (${codeOf(error) || 'no code given'}). Check DATABASE_URL and that server's log.`,
    );
  }
}

interface Where {
  readonly host: string;
  readonly database: string;
  readonly user: string;
}

/** By codes of Node and of PostgreSQL (appendix A of its manual). The driver's own messages are not repeated: they may hold the URL. */
const REFUSALS: Readonly<Record<string, (where: Where) => string>> = {
  ECONNREFUSED: ({ host }) => `No PostgreSQL answers at ${host}. Start it, or correct DATABASE_URL.`,
  ETIMEDOUT: ({ host }) => `No PostgreSQL answers at ${host} in time. Check the network, or correct DATABASE_URL.`,
  ENOTFOUND: ({ host }) => `There is no host ${host}. Correct DATABASE_URL.`,
  EAI_AGAIN: ({ host }) => `The name of the host ${host} cannot be looked up. Correct DATABASE_URL, or check the network.`,
  ECONNRESET: ({ host }) => `What answers at ${host} is no PostgreSQL, or it hung up. Correct DATABASE_URL.`,
  '28P01': ({ user }) => `PostgreSQL refuses the password of the user ${user}. Correct it in DATABASE_URL.`,
  '28000': ({ user, database }) =>
    `PostgreSQL does not let the user ${user} into the database ${database}. Correct DATABASE_URL or its pg_hba.conf.`,
  '3D000': ({ database }) => `There is no database ${database}. Create it, or correct DATABASE_URL.`,
  '42501': ({ user, database }) => `The user ${user} may not use the database ${database}. Grant it CONNECT and CREATE.`,
  '53300': ({ host }) => `PostgreSQL at ${host} has no connection left. Raise its max_connections, or stop another client.`,
};

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}

/** What the migrations need and a careful administrator may not have granted. */
function refuse(error: unknown): never {
  if (codeOf(error) !== '42501') throw error;
  throw new StartError(
    'The user of DATABASE_URL may not change this database. Make it the owner, and let an administrator run "create extension pg_trgm; create extension unaccent".',
  );
}
