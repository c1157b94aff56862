import type { Client, QueryConfig } from 'pg';
import type { Db } from './database';

/** Runs a statement with its parameters and answers its rows, those of an insert or update included. */
export type Prepared<Row> = (db: Db, values: readonly unknown[]) => Promise<readonly Row[]>;

/**
 * A statement that PostgreSQL parses and plans once a connection, under `name`: planning those of the intake took as long as
 * running them. Columns must be named one by one, since a plan does not outlive a new column of `*`.
 *
 * In one transaction, what is made here and by `script` is sent at once, in the order of the calls, and run in that order.
 */
export function prepare<Row extends object>(name: string, text: string): Prepared<Row> {
  return (db, values) => send<Row>(db, { name, text, values: [...values] });
}

/** Statements without parameters that travel in one message, run in the order of the calls like those of `prepare`. */
export function script(text: string): (db: Db) => Promise<void> {
  return async (db) => {
    await send(db, { text });
  };
}

async function send<Row extends object>(db: Db, query: QueryConfig): Promise<readonly Row[]> {
  const runner = db.queryRunner ?? db.dataSource.createQueryRunner();
  try {
    const client: Client = await runner.connect();
    holdBack(client);
    const { rows } = await client.query<Row>(query);
    return rows;
  } finally {
    if (runner !== db.queryRunner) await runner.release();
  }
}

/** What is sent before this turn ends leaves in one packet: a call of the system each costs more than the statements do. */
function holdBack({ connection: { stream } }: Client): void {
  stream.cork();
  process.nextTick(() => stream.uncork());
}
