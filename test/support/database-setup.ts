import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Database, migrate, openDatabase } from '../../store/database';
import { keepPartitions } from '../../store/partitions';
import { startTestServer } from './database-server';
import buildKernel from './kernel-setup';

const TEMPLATE_LOCK = 0x74656d70;

/** Once for the db, web and slow projects together: the kernel, a PostgreSQL and a migrated template to clone. */
export default async function setup(): Promise<void> {
  // The web project comes by here too.
  if (process.env.KINOGRAPH_TEST_SERVER) return;
  await buildKernel();
  const url = await startTestServer();
  const template = `kinograph_template_${fingerprint()}`;
  const admin = await openDatabase(url, { connections: 1 });
  try {
    await admin.db.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK]);
    const standing = await admin.db.query('select 1 from pg_database where datname = $1', [template]);
    if (standing.length === 0) await build(admin, url, template);
  } finally {
    await admin.close();
  }
  process.env.KINOGRAPH_TEST_SERVER = url;
  process.env.KINOGRAPH_TEST_TEMPLATE = template;
}

/** Built under another name first: a template that stands is always whole. */
async function build(admin: Database, url: string, template: string): Promise<void> {
  await admin.db.query(`drop database if exists ${template}_draft with (force)`);
  await admin.db.query(`create database ${template}_draft`);
  const draft = await openDatabase(url.replace(/\/[^/]*$/, `/${template}_draft`), { connections: 2 });
  try {
    await migrate(draft);
    await keepPartitions(draft.db, new Date());
  } finally {
    await draft.close();
  }
  await admin.db.query(`alter database ${template}_draft rename to ${template}`);
}

/** Of the migrations and of the day, which the partitions begin with: another of either needs another template. */
function fingerprint(): string {
  const house = join(__dirname, '..', '..');
  const hash = createHash('sha256').update(new Date().toISOString().slice(0, 10));
  for (const file of readdirSync(join(house, 'migrations')).sort()) hash.update(readFileSync(join(house, 'migrations', file)));
  return hash
    .update(readFileSync(join(house, 'store', 'partitions.ts')))
    .digest('hex')
    .slice(0, 12);
}
