import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { withDatabase } from '../support/database';
import { firstRunOf, postmasterOf, saveFilm, withServers } from '../support/server-process';
import { until } from '../support/until';
import { aViewer } from '../support/viewer';

const fixture = withDatabase();
const servers = withServers();
const SECRETS = { SESSION_SECRET: 's'.repeat(32), ADDRESS_SECRET: 'a'.repeat(32) };

/** Starts a server that cannot start: it must end with 1 and one clear complaint, which is answered. */
async function complaint(settings: Readonly<Record<string, string>>, directory?: string): Promise<string> {
  const server = servers.launch(settings, directory);
  expect(await server.ended()).toBe(1);
  const text = server.complained().trim();
  expect(text).not.toMatch(/^\s+at |node:internal|Error:/m);
  return text;
}

describe('a server process', () => {
  it('told by Ctrl-C ends with 0: sockets are closed with 1001, the database ends last, and nothing is left running', async () => {
    const server = await servers.start();
    const tab = await (await aViewer(server.url)).openTab();
    const postmaster = postmasterOf(server.directory) ?? 0;
    expect(await server.ended('SIGINT')).toBe(0);
    expect((await tab.closed()).code).toBe(1001);
    expect(server.complained()).toBe('');
    expect(postmasterOf(server.directory)).toBeNull();
    expect(() => process.kill(postmaster, 0)).toThrow('ESRCH');
    const log = readFileSync(join(server.directory, 'postgres.log'), 'utf8');
    expect(log.trimEnd().split('\n').at(-1)).toMatch(/database system is shut down/);
    expect(statSync(join(server.directory, 'first-run.json')).mode & 0o777).toBe(0o600);
  });

  it('told while it starts ends as cleanly, and the next start goes on', async () => {
    const server = servers.launch({ DEMO: 'true' });
    await until('it loads the demo', () => /Loading the demo/.test(server.printed()), 20);
    expect(await server.ended('SIGTERM')).toBe(0);
    expect(server.printed()).not.toMatch(/Training|ready at/);
    expect([server.complained(), postmasterOf(server.directory)]).toEqual(['', null]);
    await servers.start({}, server.directory);
  });

  it('attaches to the embedded database of another, pushes what that one takes in, and goes on when that one is killed and started anew', async () => {
    const owner = await servers.start();
    const guest = await servers.start({}, owner.directory);
    const titleId = await saveFilm(owner.url, firstRunOf(owner.directory).key);
    const viewer = await aViewer(owner.url);
    const tab = await viewer.openTab(guest.url);
    const eventId = await viewer.watch(titleId, owner.url);
    const push = await until('the push comes', () => tab.pushes()[1]);
    expect(push).toMatchObject({ version: 1, cause: { kind: 'EVENT', eventId } });
    await owner.ended('SIGKILL');
    const next = await servers.start({}, owner.directory);
    await until('the guest is whole again', async () => (await fetch(`${guest.url}/readyz`)).ok);
    await viewer.watch(titleId, next.url);
    await until('the push comes', () => tab.pushes()[2]);
    expect(await guest.ended('SIGINT')).toBe(0);
    expect((await fetch(`${next.url}/readyz`)).status).toBe(200);
  });
});

describe('a server that cannot start says why in one sentence', () => {
  it('when its port is taken', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => taken.once('listening', resolve));
    const address = taken.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    expect(await complaint({ PORT: String(port) })).toMatch(new RegExp(`^Port ${port} on 127.0.0.1 is taken.*PORT=${port + 1} npm start$`));
    taken.close();
  });

  it('when its DATABASE_URL has a wrong password, which it does not repeat', async () => {
    const url = Object.assign(new URL(fixture.url), { password: 'wrong-password' });
    const text = await complaint({ DATABASE_URL: url.href, ...SECRETS });
    expect(text).toMatch(/^PostgreSQL refuses the password of the user \w+\. Correct it in DATABASE_URL\.$/);
  });

  it('when its folder cannot be written or its data is half-written', async () => {
    const file = join(servers.aDirectory(), 'file');
    writeFileSync(file, '');
    expect(await complaint({ KINOGRAPH_DIR: file })).toMatch(/is not a folder\. .*KINOGRAPH_DIR/);
    if (process.platform === 'linux')
      expect(await complaint({ KINOGRAPH_DIR: '/proc/kinograph' })).toMatch(/cannot be made.*KINOGRAPH_DIR/);
    const directory = servers.aDirectory();
    mkdirSync(join(directory, 'postgres', 'global'), { recursive: true });
    writeFileSync(join(directory, 'postgres', 'global', 'pg_control'), '');
    expect(await complaint({}, directory)).toMatch(/is damaged: files of PostgreSQL are missing\. Put a backup/);
  });

  it('when several settings are wrong, all of them at once', async () => {
    const text = await complaint({ PORT: 'many', LOG_LEVEL: 'loud', DATABASE_URL: 'mysql://secret@host', JWT_ISSUERS: '{}' });
    expect(text.split('\n')).toEqual([
      'The configuration has 6 faults:',
      expect.stringContaining('DATABASE_URL must look like'),
      expect.stringContaining('PORT must be'),
      expect.stringContaining('SESSION_SECRET'),
      expect.stringContaining('ADDRESS_SECRET'),
      expect.stringContaining('JWT_ISSUERS'),
      expect.stringContaining('LOG_LEVEL'),
      'Every setting is described in .env.example.',
    ]);
    expect(text).not.toContain('secret@host');
  });
});
