import { randomUUID } from 'node:crypto';
import { SignJWT } from 'jose';
import { ApiKeyKind } from '../../core/api-key';
import { Role, Scope } from '../../core/caller';
import { createApiKey } from '../../flow/api-key';
import { hashSecret } from '../../store/api-keys';
import type { Db } from '../../store/database';
import { insertSession } from '../../store/operator-sessions';
import { insertOperator } from '../../store/operators';
import { ask } from './graphql';

/** The headers that make a request that of a caller. */
export type Headers = Readonly<Record<string, string>>;

/** An identity provider that a test's server can believe. */
export const ISSUER = {
  issuer: 'https://id.example',
  audience: 'kinograph',
  secret: 'the secret of an issuer, thirty-two',
  algorithms: ['HS256'],
};
export const ORIGIN = 'https://shop.example';

const bearer = (token: string): Headers => ({ authorization: `Bearer ${token}` });

/** A viewer token of ISSUER for `sub`, good for an hour. */
export async function viewerToken(sub: string): Promise<string> {
  return new SignJWT()
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuer(ISSUER.issuer)
    .setAudience(ISSUER.audience)
    .setSubject(sub)
    .setExpirationTime('1h')
    .sign(new TextEncoder().encode(ISSUER.secret));
}

/** A server key with these scopes, straight into the table. */
export async function aKey(db: Db, ...scopes: readonly Scope[]): Promise<Headers> {
  const input = { kind: ApiKeyKind.SERVER, name: scopes.join(' '), scopes };
  return bearer((await createApiKey(db, input, { actor: 'system', now: new Date() })).secret);
}

async function anOperator(db: Db, role: Role): Promise<Headers> {
  const { id } = await insertOperator(db, { email: `${randomUUID()}@example.com`, name: null, role, passwordHash: 'none' });
  const token = randomUUID();
  const expiresAt = new Date(Date.now() + 3_600_000);
  await insertSession(db, { operatorId: id, hash: hashSecret(token), now: new Date(), expiresAt });
  return { cookie: `kinograph_operator=${token}`, 'x-kinograph-console': '1' };
}

async function aBrowserKey(db: Db): Promise<Headers> {
  const input = { kind: ApiKeyKind.BROWSER, name: 'shop', origins: [ORIGIN] };
  const { secret } = await createApiKey(db, input, { actor: 'system', now: new Date() });
  return { 'x-kinograph-key': secret, origin: ORIGIN };
}

async function aSession(url: string): Promise<Headers> {
  const { data } = await ask(url, 'mutation { startSession { token } }');
  return bearer(String((data?.startSession as { token?: string } | undefined)?.token));
}

/** One of each kind of caller by a short name: keys by their scope, operators by their role. */
export async function everyCaller(db: Db, url: string) {
  return {
    nobody: {},
    page: await aBrowserKey(db),
    session: await aSession(url),
    viewer: bearer(await viewerToken(randomUUID())),
    events: await aKey(db, Scope.EVENTS_WRITE),
    lists: await aKey(db, Scope.RECOMMENDATIONS_READ),
    catalogue: await aKey(db, Scope.CATALOGUE_WRITE),
    metrics: await aKey(db, Scope.METRICS_READ),
    sessions: await aKey(db, Scope.SESSIONS_WRITE),
    key: await aKey(db, Scope.ADMIN),
    reader: await anOperator(db, Role.READER),
    analyst: await anOperator(db, Role.ANALYST),
    editor: await anOperator(db, Role.EDITOR),
    admin: await anOperator(db, Role.ADMIN),
    shop: await anOperator(db, Role.SHOP),
  } as const satisfies Readonly<Record<string, Headers>>;
}
