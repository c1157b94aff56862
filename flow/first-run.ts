import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ApiKeyKind } from '../core/api-key';
import { Role, Scope } from '../core/caller';
import { writeAudit } from '../store/audit';
import type { Db } from '../store/database';
import { explain, openFolder } from '../store/embedded/folder';
import { countOperators, insertOperator } from '../store/operators';
import { createApiKey } from './api-key';
import { hashPassword } from './password';

/** What a newcomer needs to begin, and scripts read from `first-run.json`. */
export interface FirstRun {
  readonly url: string;
  readonly key: string;
  readonly email: string;
  readonly password: string;
}

const EMAIL = 'admin@kinograph.local';
const PASSWORD_BYTES = 15;
const FIRST_RUN_LOCK = 0x66697273;

/** Makes an operator and an admin key where there is no operator yet, and answers them once; null ever after. Throws StartError when they cannot be kept. */
export async function firstRun(db: Db, { url, directory, now }: { url: string; directory: string; now: Date }): Promise<FirstRun | null> {
  return db.transaction(async (db) => {
    await db.query('select pg_advisory_xact_lock($1)', [FIRST_RUN_LOCK]);
    if ((await countOperators(db)) > 0) return null;
    const password = randomBytes(PASSWORD_BYTES).toString('base64url');
    const operator = await insertOperator(db, { email: EMAIL, name: null, role: Role.ADMIN, passwordHash: await hashPassword(password) });
    const after = { email: EMAIL, role: Role.ADMIN };
    await writeAudit(db, {
      actor: 'system',
      action: 'operator.create',
      entity: 'operator',
      entityId: String(operator.id),
      before: null,
      after,
    });
    const input = { kind: ApiKeyKind.SERVER, name: 'First run', scopes: [Scope.ADMIN] };
    const { secret } = await createApiKey(db, input, { actor: 'system', now });
    const told = { url, key: secret, email: EMAIL, password };
    // Before the commit: an operator whose password nobody was told would lock everyone out.
    keep(directory, told);
    return told;
  });
}

function keep(directory: string, told: FirstRun): void {
  openFolder(directory);
  try {
    writeFileSync(join(directory, 'first-run.json'), `${JSON.stringify(told, null, 2)}\n`, { mode: 0o600 });
  } catch (error) {
    throw explain(directory, error);
  }
}
