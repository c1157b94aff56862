import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../core/config';
import { StartError } from '../core/start-error';
import { explain, openFolder, readJson } from './embedded/folder';

/** What the server signs and keys with. */
export interface Secrets {
  /** Signs anonymous sessions and demo sign-ins. */
  readonly session: string;
  /** Keys the hash of client addresses. */
  readonly address: string;
}

const BYTES = 32;

/**
 * The secrets of the configuration; outside production those that are not given are made once and kept in `secrets.json`
 * of Kinograph's directory, readable by its owner only. Throws StartError when that file is none of ours or cannot be kept.
 */
export function openSecrets(config: Pick<Config, 'directory' | 'sessionSecret' | 'addressSecret'>): Secrets {
  if (config.sessionSecret !== null && config.addressSecret !== null)
    return { session: config.sessionSecret, address: config.addressSecret };
  const kept = keptSecrets(config.directory);
  return { session: config.sessionSecret ?? kept.session, address: config.addressSecret ?? kept.address };
}

function keptSecrets(directory: string): Secrets {
  const file = join(directory, 'secrets.json');
  const made: Secrets = { session: randomBytes(BYTES).toString('hex'), address: randomBytes(BYTES).toString('hex') };
  openFolder(directory);
  try {
    // "wx" loses to whoever was first, so that two processes agree.
    writeFileSync(file, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
    return made;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw explain(directory, error);
  }
  const kept = readJson<Partial<Secrets>>(file);
  if (typeof kept?.session === 'string' && typeof kept.address === 'string') return { session: kept.session, address: kept.address };
  throw new StartError(`${file} does not hold the two secrets that were kept there: remove it, and new ones are made.`);
}
