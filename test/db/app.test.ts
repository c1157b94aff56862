import { ApiKeyKind } from '../../core/api-key';
import { Scope } from '../../core/caller';
import { createApiKey, revokeApiKey } from '../../flow/api-key';
import { startApp } from '../support/app';
import { withDatabase } from '../support/database';
import { ask } from '../support/graphql';
import { openSocket } from '../support/socket';

const fixture = withDatabase();
const by = { actor: 'system', now: new Date() } as const;
const aKey = () => createApiKey(fixture.db, { kind: ApiKeyKind.SERVER, name: 'test', scopes: [Scope.ADMIN] }, by);

describe('the server', () => {
  it('is ready with every part, and gone after it was stopped, once or twice', async () => {
    const app = await startApp(fixture.url);
    const ready = await fetch(`${app.url}/readyz`);
    expect(await ready.json()).toEqual({ status: 'ok', parts: { database: true, notices: true, model: true } });
    const socket = await openSocket(app.url);
    await Promise.all([app.stop(), app.stop()]);
    expect((await socket.closed()).code).toBe(1001);
    await expect(fetch(`${app.url}/healthz`)).rejects.toThrow();
  });

  it('says which port is taken, and leaves nothing running', async () => {
    const app = await startApp(fixture.url);
    await expect(startApp(fixture.url, { PORT: new URL(app.url).port })).rejects.toThrow(/Port \d+ on 127.0.0.1 is taken/);
    await app.stop();
  });

  it('closes the sockets of a key with 4401 as soon as any process revokes it', async () => {
    const [here, there] = await Promise.all([startApp(fixture.url), startApp(fixture.url)]);
    const { key, secret } = await aKey();
    const params = { authorization: `Bearer ${secret}` };
    const socket = await openSocket(there.url, { params });
    await revokeApiKey(here.house.database.db, key.id, by);
    expect((await socket.closed()).code).toBe(4401);
    expect((await ask(there.url, '{ __typename }', { headers: params })).status).toBe(401);
    await Promise.all([here.stop(), there.stop()]);
  });

  it('tells a scraper without a key nothing in production', async () => {
    const app = await startApp(fixture.url);
    const { secret } = await aKey();
    expect((await fetch(`${app.url}/metrics`)).status).toBe(403);
    const metrics = await fetch(`${app.url}/metrics`, { headers: { authorization: `Bearer ${secret}` } });
    expect(await metrics.text()).toContain('kinograph_jobs{state="QUEUED"} 0');
    await app.stop();
  });
});
