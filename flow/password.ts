import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';

/** OWASP's parameters for argon2id: 19 MiB, two passes, one lane. */
const ARGON2 = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
const RANDOM_BYTES = 32;

/** The argon2id hash of a password. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, ARGON2);
}

let nobodysHash: Promise<string> | null = null;

/** Whether the password is the one that was hashed; where there is no hash, no, after the same work. */
export async function passwordFits(passwordHash: string | null, password: string): Promise<boolean> {
  nobodysHash ??= hashPassword(randomBytes(RANDOM_BYTES).toString('hex'));
  return (await verify(passwordHash ?? (await nobodysHash), password)) && passwordHash !== null;
}
