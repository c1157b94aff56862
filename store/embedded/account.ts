import { spawnSync } from 'node:child_process';
import { chownSync, statSync } from 'node:fs';
import { StartError } from '../../core/start-error';

/** How PostgreSQL's programs are run: as we are, or, when we are root, whom they refuse to serve, as somebody else. */
export interface Account {
  /** Stands before every program. */
  readonly prefix: readonly string[];
  readonly user: { readonly uid: number; readonly gid: number } | null;
}

// A user that exists on every Linux, as the only one of a namespace: files stay root's own and nothing needs to be handed over.
const NAMESPACE = ['unshare', '--user', '--map-user=65534', '--map-group=65534'];

/** Chooses the account that can run `program` on files in `home`. Throws StartError when root finds none. */
export function chooseAccount(program: string, home: string): Account {
  if (process.getuid?.() !== 0) return { prefix: [], user: null };
  const { uid, gid } = statSync(home);
  if (uid === 0 && runs([...NAMESPACE, program, '--version'])) return { prefix: NAMESPACE, user: null };
  // Somebody else's folder, a mounted volume for example, is served as that user.
  const user = uid === 0 ? (idsOf('postgres') ?? idsOf('nobody')) : { uid, gid };
  if (user !== null && runs([program, '--version'], user)) return { prefix: [], user };
  throw new StartError(
    `PostgreSQL does not run as root, and no other user can reach ${program}. Start Kinograph as a normal user, move it out of root's home, or set DATABASE_URL.`,
  );
}

/** Hands a file or folder to the account. */
export function handOver(account: Account, path: string): void {
  if (account.user !== null) chownSync(path, account.user.uid, account.user.gid);
}

function idsOf(name: string): Account['user'] {
  const ids = [
    ['-u', name],
    ['-g', name],
  ].map((flags) => Number(spawnSync('id', flags, { encoding: 'utf8' }).stdout));
  const [uid, gid] = ids;
  return uid && gid ? { uid, gid } : null;
}

function runs([command = '', ...rest]: readonly string[], user: Account['user'] = null): boolean {
  return spawnSync(command, rest, { stdio: 'ignore', ...user }).status === 0;
}
