import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { browserPath } from './browser';
import setupDatabase from './database-setup';

/** Once for the web project: the pages are bundled before any test opens one, so that no two tests bundle at once; then the database. */
export default async function setup(): Promise<void> {
  if (browserPath() !== null) execFileSync(process.execPath, ['build.mjs'], { cwd: join(__dirname, '..', '..') });
  await setupDatabase();
}
