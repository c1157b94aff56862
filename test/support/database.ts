import { randomUUID } from 'node:crypto';
import { type Database, type Db, openDatabase } from '../../store/database';

/** A database of this test file's own, cloned from the migrated template and dropped at the end. */
export function withDatabase(): { readonly db: Db; readonly database: Database; readonly url: string } {
  const server = process.env.KINOGRAPH_TEST_SERVER ?? '';
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const url = server.replace(/\/[^/]*$/, `/${name}`);
  let database: Database | null = null;
  const opened = (): Database => {
    if (database === null) throw new Error('The database opens in beforeAll: use it inside a test.');
    return database;
  };

  beforeAll(async () => {
    await asAdmin(server, `create database ${name} template ${process.env.KINOGRAPH_TEST_TEMPLATE}`);
    database = await openDatabase(url, { connections: 10, applicationName: name });
  });
  afterAll(async () => {
    await database?.close();
    await asAdmin(server, `drop database ${name} with (force)`);
  });

  return {
    get db() {
      return opened().db;
    },
    get database() {
      return opened();
    },
    url,
  };
}

async function asAdmin(server: string, statement: string): Promise<void> {
  const admin = await openDatabase(server, { connections: 1 });
  try {
    await admin.db.query(statement);
  } finally {
    await admin.close();
  }
}
