import type { ClientBase } from 'pg';
import type { Db } from './database';

/** Runs a statement with its parameters and answers its rows, those of an insert or update included. */
export type Prepared<Row> = (db: Db, values: readonly unknown[]) => Promise<readonly Row[]>;

/**
 * A statement that PostgreSQL parses and plans once a connection, under `name`: planning those of the intake took as long as
 * running them. Columns must be named one by one, since a plan does not outlive a new column of `*`.
 */
export function prepare<Row extends object>(name: string, text: string): Prepared<Row> {
  return async (db, values) => {
    const runner = db.queryRunner ?? db.dataSource.createQueryRunner();
    try {
      const client: ClientBase = await runner.connect();
      const { rows } = await client.query<Row>({ name, text, values: [...values] });
      return rows;
    } finally {
      if (runner !== db.queryRunner) await runner.release();
    }
  };
}
