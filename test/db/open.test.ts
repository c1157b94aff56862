import pino from 'pino';
import { openStore } from '../../store/open';
import { withDatabase } from '../support/database';

const fixture = withDatabase();
const log = pino({ level: 'silent' });
const open = (databaseUrl: string) => openStore({ databaseUrl, directory: 'unused', log, now: new Date(), connections: 2 });

describe('opening a given database', () => {
  it('brings it up to date and leaves the server running', async () => {
    const store = await open(fixture.url);
    expect(store.embedded).toBe(false);
    expect(store.migrated).toEqual([]);
    expect(await store.database.db.query('select count(*) as users from users')).toEqual([{ users: 0 }]);
    await store.close();
    expect(await fixture.db.query('select 1 as one')).toEqual([{ one: 1 }]);
  });

  it.each([
    ['a wrong password', { password: 'not-the-secret' }, /password|does not let|cannot be used/],
    ['a database that is not there', { pathname: '/nowhere' }, /There is no database nowhere\. Create it, or correct DATABASE_URL\./],
    ['a port where nothing listens', { port: '1' }, /No PostgreSQL answers at .*:1\. Start it/],
    ['a host that is not there', { hostname: 'nowhere.invalid' }, /host nowhere\.invalid/],
  ])('says %s in one sentence that holds no password', async (_, change, sentence) => {
    const url = Object.assign(new URL(fixture.url), change);
    const refused: unknown = await open(url.href).catch((error: unknown) => error);
    expect(refused).toMatchObject({ name: 'StartError', message: expect.stringMatching(sentence) });
    expect(String(refused)).not.toContain(url.password);
  });
});
