import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { StartError } from '../../core/start-error';

/** The files that belong to an embedded database, all below one directory of mode 0700. */
export interface Folder {
  readonly home: string;
  /** PostgreSQL's own. */
  readonly data: string;
  /** Present while an owner serves: url and pid, for others to attach. */
  readonly owner: string;
  readonly log: string;
  /** Password and port, kept from the first start on. */
  readonly secrets: string;
}

export interface Secrets {
  readonly password: string;
  readonly port: number | null;
}

/** Makes the directory where it is missing. Throws StartError when it cannot be written. */
export function openFolder(directory: string): Folder {
  const home = resolve(directory);
  try {
    makeFolder(home);
    chmodSync(home, 0o700);
  } catch (error) {
    throw explain(home, error);
  }
  const at = (name: string): string => join(home, name);
  return { home, data: at('postgres'), owner: at('database.json'), log: at('postgres.log'), secrets: at('database-secrets.json') };
}

// Level by level, because Node's own `recursive` never returns where a file system has no room for folders, as /proc.
function makeFolder(path: string): void {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return;
  makeFolder(dirname(path));
  try {
    mkdirSync(path, { mode: 0o700 });
  } catch (error) {
    // Another process may have been first.
    if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return;
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      throw new StartError(`${path} cannot be made: there is no place for a folder. Name another one by KINOGRAPH_DIR.`);
    throw error;
  }
}

/** The password and port of this folder; a password is made at first sight. */
export function readSecrets(folder: Folder): Secrets {
  const kept = readJson<Secrets>(folder.secrets);
  if (kept !== null) return kept;
  // Without its password a cluster is out of reach, so the password is stored before there is a cluster.
  const made = { password: randomBytes(24).toString('base64url'), port: null };
  writePrivate(folder.secrets, made);
  return readJson<Secrets>(folder.secrets) ?? made;
}

/** The JSON of a file, or null where it is missing or was never finished. */
export function readJson<T>(path: string): T | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as T;
  } catch {
    return null;
  }
}

/** Writes a file that only the owner of its folder may read, whole or not at all. */
export function writePrivate(path: string, value: object): void {
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify(value)}\n`, { mode: 0o600 });
  const { uid, gid } = statSync(dirname(path));
  if (process.getuid?.() === 0) chownSync(draft, uid, gid);
  renameSync(draft, path);
}

const MARKER = 'kinograph.json';
export const MAJOR = '18';

/** Writes into a cluster that its making was finished. */
export function markFinished(data: string): void {
  writePrivate(join(data, MARKER), { major: MAJOR });
}

/**
 * True when the data folder can be started, false when it has to be made: it is missing, or its making was interrupted before
 * it held anything, and then its rest is removed. Throws StartError when it is damaged or of another version.
 */
export function checkData(folder: Folder): boolean {
  if (!existsSync(folder.data) || readdirSync(folder.data).length === 0) return false;
  const major = readText(join(folder.data, 'PG_VERSION'));
  const hasControl = existsSync(join(folder.data, 'global', 'pg_control'));
  if (major !== null && major !== MAJOR)
    throw new StartError(
      `The data in ${folder.data} is of PostgreSQL ${major}, and Kinograph brings ${MAJOR}. Move the folder away to begin anew, or dump it with PostgreSQL ${major} and serve it by DATABASE_URL.`,
    );
  if (major !== null && hasControl) return true;
  if (existsSync(join(folder.data, MARKER)) || hasControl)
    throw new StartError(
      `The data in ${folder.data} is damaged: files of PostgreSQL are missing. Put a backup in its place, or move the folder away to begin anew.`,
    );
  rmSync(folder.data, { recursive: true, force: true });
  return false;
}

function readText(path: string): string | null {
  return existsSync(path) ? readFileSync(path, 'utf8').trim() : null;
}

const DISK_FAULTS: Readonly<Record<string, (home: string) => string>> = {
  ENOSPC: (home) => `There is no space left for ${home}. Free some, or name another disk by KINOGRAPH_DIR.`,
  EACCES: (home) => `${home} may not be written by this user. Give it to the user, or name another folder by KINOGRAPH_DIR.`,
  EROFS: (home) => `${home} is on a disk that cannot be written. Name another folder by KINOGRAPH_DIR.`,
  ENOTDIR: (home) => `${home} is not a folder. Remove the file in its place, or name another folder by KINOGRAPH_DIR.`,
  EEXIST: (home) => `${home} is not a folder. Remove the file in its place, or name another folder by KINOGRAPH_DIR.`,
};

/** A StartError for a fault of the disk, naming the folder; any other error as it is. */
export function explain(home: string, error: unknown): unknown {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  const sentence = DISK_FAULTS[code === 'EPERM' ? 'EACCES' : code];
  return sentence ? new StartError(sentence(home)) : error;
}

const LEAST_FREE_BYTES = 2 ** 20;

/** True when the disk of the folder is so full that PostgreSQL cannot even write down why it does not start. */
export function isDiskFull({ home }: Folder): boolean {
  const { bavail, bsize } = statfsSync(home);
  return bavail * bsize < LEAST_FREE_BYTES;
}
