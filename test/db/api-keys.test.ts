import { randomUUID } from 'node:crypto';
import pino from 'pino';
import { ApiKeyKind } from '../../core/api-key';
import { Scope } from '../../core/caller';
import { createApiKey, revokeApiKey } from '../../flow/api-key';
import { createKeys } from '../../server/auth/keys';
import { startApp, type TestApp } from '../support/app';
import { aKey } from '../support/callers';
import { withDatabase } from '../support/database';
import { ask, fieldOf } from '../support/graphql';

const fixture = withDatabase();
const by = { actor: 'system', now: new Date() } as const;

describe('keys', () => {
  let app: TestApp;
  let headers: Readonly<Record<string, string>>;
  beforeAll(async () => {
    app = await startApp(fixture.url);
    headers = await aKey(fixture.db, Scope.ADMIN);
  });
  afterAll(() => app.stop());

  async function namesOf(filter: object, page = ''): Promise<readonly string[]> {
    const query = `query ($filter: ApiKeyFilter) { apiKeys(filter: $filter ${page}) { nodes { name state } totalCount } }`;
    const answer = await ask(app.url, query, { headers, variables: { filter } });
    const { nodes, totalCount } = fieldOf<{ nodes: { name: string; state: string }[]; totalCount: number }>(answer, 'apiKeys');
    if (page === '') expect(totalCount).toBe(nodes.length);
    return nodes.map(({ name, state }) => `${name} ${state}`);
  }

  it('are found by kind, state, name and the beginning of the secret, and paged by number', async () => {
    const shop = randomUUID();
    const server = (name: string, expiresAt: Date | null = null) =>
      createApiKey(fixture.db, { kind: ApiKeyKind.SERVER, name: `${shop} ${name}`, scopes: [Scope.EVENTS_WRITE], expiresAt }, by);
    const good = await server('good');
    const soon = await server('soon', new Date(Date.now() + 3_600_000));
    await fixture.db.query(`update api_keys set "expiresAt" = now() - interval '1 minute' where id = $1`, [soon.key.id]);
    const gone = await server('gone');
    await revokeApiKey(fixture.db, gone.key.id, by);
    await createApiKey(fixture.db, { kind: ApiKeyKind.BROWSER, name: `${shop} page`, origins: ['https://a.example'] }, by);
    expect(await namesOf({ search: shop })).toEqual([
      `${shop} page ACTIVE`,
      `${shop} gone REVOKED`,
      `${shop} soon EXPIRED`,
      `${shop} good ACTIVE`,
    ]);
    expect(await namesOf({ search: shop, state: 'EXPIRED' })).toEqual([`${shop} soon EXPIRED`]);
    expect(await namesOf({ search: shop, kind: 'BROWSER' })).toEqual([`${shop} page ACTIVE`]);
    expect(await namesOf({ search: shop.toUpperCase(), state: 'REVOKED', kind: 'SERVER' })).toEqual([`${shop} gone REVOKED`]);
    expect(await namesOf({ search: good.secret })).toEqual([`${shop} good ACTIVE`]);
    expect(await namesOf({ search: shop }, 'first: 1, offset: 2')).toEqual([`${shop} soon EXPIRED`]);
  });

  it('that are revoked while they are read are not remembered as good', async () => {
    const { key, secret } = await createApiKey(fixture.db, { kind: ApiKeyKind.SERVER, name: 'raced', scopes: [Scope.ADMIN] }, by);
    let between: (() => Promise<void>) | null = null;
    const db = {
      query: async (...asked: Parameters<typeof fixture.db.query>) => {
        const rows = await fixture.db.query(...asked);
        await between?.();
        return rows;
      },
    } as typeof fixture.db;
    const keys = createKeys({ db, clock: () => new Date(), log: pino({ level: 'silent' }) });
    between = async () => {
      between = null;
      await revokeApiKey(fixture.db, key.id, by);
      keys.forget();
    };
    await keys.find(secret);
    await expect(keys.find(secret)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    await keys.stop();
  });
});
