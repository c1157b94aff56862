import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { withDatabase } from '../support/database';
import { post } from '../support/graphql';
import { databaseOf, firstRunOf, postmasterOf, saveFilm, withServers } from '../support/server-process';
import { aTitle } from '../support/title';
import { until } from '../support/until';
import { aViewer, type Tab } from '../support/viewer';

const fixture = withDatabase();
const servers = withServers();
const PRODUCTION = { SESSION_SECRET: randomUUID(), ADDRESS_SECRET: randomUUID(), LOG_LEVEL: 'warn', INTROSPECTION: 'true' };

const pushed = (tab: Tab, kind: string) => until(`a ${kind} is pushed`, () => tab.pushes().find(({ cause }) => cause.kind === kind), 20);

/** What changes a person's list while nobody can be told of it. */
const UNHEARD = 'update users set version = version + 1 where id = $1';

async function subscriptionsOf(url: string, key: string): Promise<number> {
  const metrics = await (await fetch(`${url}/metrics`, { headers: { authorization: `Bearer ${key}` } })).text();
  return Number(/^kinograph_subscriptions (\d+)$/m.exec(metrics)?.[1]);
}

describe('a database that goes away', () => {
  it('killed with -9, the embedded one comes back by itself: sockets stay open, and what was missed is made up', async () => {
    const { url, directory } = await servers.start();
    const titleId = await saveFilm(url, firstRunOf(directory).key);
    const viewer = await aViewer(url);
    const tabs = [await viewer.openTab(), await viewer.openTab()];
    await changeUnheard(databaseOf(directory), viewer.id);
    process.kill(postmasterOf(directory) ?? 0, 'SIGKILL');
    await until(
      'senders are told to come again',
      async () => (await post(`${url}/events`, '{"events":[{}]}', viewer.headers)).status === 503,
    );
    for (const tab of tabs) expect((await pushed(tab, 'RESYNC')).version).toBe(1);
    await until('it is whole again', async () => (await fetch(`${url}/readyz`)).ok);
    const eventId = await viewer.watch(titleId);
    for (const tab of tabs) expect(await pushed(tab, 'EVENT')).toMatchObject({ version: 2, cause: { eventId } });
    expect(tabs.map(({ wire }) => wire.readyState)).toEqual([1, 1]);
  });

  it('restarting for a second, a server of one’s own leaves sockets open, and what was missed is made up', async () => {
    const titleId = String(await aTitle(fixture.db, { name: 'Film', seconds: 9_000 }));
    const { url, directory, pid } = await servers.start({ ...PRODUCTION, DATABASE_URL: fixture.url });
    const { key } = firstRunOf(directory);
    const viewer = await aViewer(url);
    const tabs = [await viewer.openTab(), await viewer.openTab()];
    await cutOff(() => fixture.db.query(UNHEARD, [viewer.id]));
    for (const tab of tabs) expect((await pushed(tab, 'RESYNC')).version).toBe(1);
    await until('it is whole again', async () => (await fetch(`${url}/readyz`)).ok);
    await viewer.watch(titleId);
    for (const tab of tabs) expect((await pushed(tab, 'EVENT')).version).toBe(2);
    expect(await subscriptionsOf(url, key)).toBe(2);
    for (const tab of tabs) tab.close();
    await until('nobody listens any more', async () => (await subscriptionsOf(url, key)) === 0);
    expect(process.kill(pid, 0)).toBe(true);
  });
});

async function changeUnheard(database: string, userId: number): Promise<void> {
  const client = new Client({ connectionString: database });
  await client.connect();
  await client.query(UNHEARD, [userId]);
  await client.end();
}

/** Ends every connection of the server again and again for a second, and lets something happen meanwhile. */
async function cutOff(meanwhile: () => Promise<unknown>): Promise<void> {
  const ends = performance.now() + 1_000;
  const END = `select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and application_name <> current_setting('application_name')`;
  expect((await fixture.db.query(END)).length).toBeGreaterThan(2);
  await meanwhile();
  while (performance.now() < ends) await fixture.db.query(END);
}
