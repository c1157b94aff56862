import { Logger, runMigrations as migrateQueue } from 'graphile-worker';
import { type ClientBase, Pool, types } from 'pg';
import { DataSource, type EntityManager } from 'typeorm';
import { MIGRATIONS } from '../migrations/list';
import { TABLES } from './tables/list';

/** A connection of the pool, or a transaction: every function of `store/` takes one first. */
export type Db = EntityManager;

const INT8 = 20;
// Ids stay below 2^53, so bigint columns are numbers in code; see DESIGN.md section 2.
types.setTypeParser(INT8, Number);

/** An opened pool. `db` runs each statement on any free connection; `db.transaction` holds one. */
export interface Database {
  readonly db: Db;
  readonly source: DataSource;
  readonly url: string;
  close(): Promise<void>;
}

/** Opens a pool of at most `connections` on a PostgreSQL URL. Throws what the driver throws when the server refuses. */
export async function openDatabase(url: string, options: { connections?: number; applicationName?: string } = {}): Promise<Database> {
  const source = new DataSource({
    type: 'postgres',
    url,
    entities: TABLES,
    migrations: MIGRATIONS,
    migrationsTransactionMode: 'all',
    migrationsTableName: 'migrations',
    applicationName: options.applicationName ?? 'kinograph',
    // Statements that are not awaited one by one are sent together, and run in their order.
    extra: { max: options.connections ?? 20, onConnect: outlive, pipeline: true },
    installExtensions: false,
  });
  await source.initialize();
  return { db: source.manager, source, url, close: () => source.destroy() };
}

// The queue would print each of its own migrations.
const QUIET = new Logger(() => () => undefined);
const MIGRATION_LOCK = 0x6b696e6f;

/** Runs the migrations that are missing, the queue's own included, one process at a time; returns their names. */
export async function migrate(database: Database): Promise<readonly string[]> {
  // The advisory lock belongs to a session, so it must be taken and freed on the connection that holds it.
  const locker = database.source.createQueryRunner();
  await locker.connect();
  try {
    await locker.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const done = await database.source.runMigrations();
    await migrateQueue({ connectionString: database.url, maxPoolSize: 1, logger: QUIET });
    return done.map((migration) => migration.name);
  } finally {
    await locker.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK]);
    await locker.release();
  }
}

/** Where the database of `db` is. */
export function urlOf(db: Db): string {
  const { options } = db.connection;
  if (options.type !== 'postgres' || options.url === undefined) throw new Error('The database was opened without a URL.');
  return options.url;
}

/** A pool of plain pg connections for what TypeORM cannot do: COPY and LISTEN. */
export function openPool(url: string, connections: number): Pool {
  const pool = new Pool({ connectionString: url, max: connections });
  pool.on('connect', outlive);
  // An idle connection that the server closes must not end the process; the next query opens another.
  pool.on('error', () => undefined);
  return pool;
}

/**
 * A connection that the server closes fails its statement, and that is how its user learns of it. The event that tells the same
 * would end the process wherever nobody listens: between two users, and after TypeORM has given a broken connection back.
 */
function outlive(client: ClientBase): void {
  client.on('error', () => undefined);
}
