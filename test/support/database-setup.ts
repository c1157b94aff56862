import { migrate, openDatabase } from '../../store/database';
import { startTestServer } from './database-server';

/** Once for the db, web and slow projects together: a PostgreSQL and a migrated template to clone. */
export default async function setup(): Promise<void> {
  const url = await startTestServer();
  const admin = await openDatabase(url, { connections: 1 });
  const exists = await admin.db.query("select 1 from pg_database where datname = 'kinograph_template'");
  if (exists.length === 0) {
    await admin.db.query('create database kinograph_template');
    const template = await openDatabase(url.replace(/\/[^/]*$/, '/kinograph_template'), { connections: 2 });
    await migrate(template);
    await template.close();
  }
  await admin.close();
  process.env.KINOGRAPH_TEST_SERVER = url;
}
