import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import pino from 'pino';
import { type Embedded, startEmbedded } from '../../store/embedded/server';
import { until } from '../support/until';

const NOBODY = 65_534;
const log = pino({ level: 'silent' });
const owners: ChildProcess[] = [];
const servers: Embedded[] = [];
const directories: string[] = [];

afterEach(async () => {
  for (const owner of owners.splice(0)) owner.kill('SIGKILL');
  await Promise.all(servers.splice(0).map((server) => server.stop()));
});
afterAll(() => {
  for (const directory of directories) rmSync(directory, { recursive: true, force: true });
});

function aDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'kinograph-embedded-'));
  directories.push(directory);
  return directory;
}

async function start(directory: string): Promise<Embedded> {
  const server = await startEmbedded({ directory, log, durable: false });
  servers.push(server);
  return server;
}

async function ownedBy(directory: string, user: object = {}): Promise<{ child: ChildProcess; url: string; error?: string }> {
  const script = join(__dirname, '..', 'support', 'embedded-owner.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', script, directory], { stdio: ['pipe', 'pipe', 'inherit'], ...user });
  owners.push(child);
  const [line] = await once(child.stdout, 'data');
  return { child, ...JSON.parse(String(line)) };
}

async function query<Row>(url: string, sql: string): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return (await client.query(sql)).rows;
  } finally {
    await client.end().catch(() => undefined);
  }
}

const postmaster = (directory: string): number =>
  Number(readFileSync(join(directory, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
const serverIsGone = (directory: string): boolean => !existsSync(join(directory, 'postgres', 'postmaster.pid'));

/** Only root can become somebody else, and only where somebody else may read this checkout. */
function canBeNobody(): boolean {
  if (process.getuid?.() !== 0) return false;
  const reads = spawnSync(process.execPath, ['-e', `require('node:fs').readFileSync(${JSON.stringify(__filename)})`], {
    uid: NOBODY,
    gid: NOBODY,
  });
  if (reads.status !== 0) console.warn('SKIPPED: running PostgreSQL as another user, who cannot reach this checkout.');
  return reads.status === 0;
}

const asNobody = canBeNobody();
const accounts = [['this user', {}] as const, ...(asNobody ? [['nobody', { uid: NOBODY, gid: NOBODY }] as const] : [])];

describe('the embedded database', () => {
  it.each(accounts)('run by %s ends with the process that owned it, kill -9 included, and the next start goes on', async (_, user) => {
    const directory = aDirectory();
    if ('uid' in user) chownSync(directory, user.uid, user.gid);
    const first = await ownedBy(directory, user);
    expect(first.error).toBeUndefined();
    await query(first.url, 'create table kept (id integer); insert into kept values (1)');
    first.child.kill('SIGKILL');
    await until('PostgreSQL is gone', () => serverIsGone(directory), 2);
    const second = await ownedBy(directory, user);
    expect(second.url).toBe(first.url);
    expect(await query(second.url, 'select id from kept')).toEqual([{ id: 1 }]);
  });

  it('comes back by itself when it is killed, with every row that was acknowledged', async () => {
    const directory = aDirectory();
    const { url } = await start(directory);
    await query(url, 'create table kept (id integer)');
    for (let id = 1; id <= 3; id++) await query(url, `insert into kept values (${id})`);
    process.kill(findPostmaster(directory), 'SIGKILL');
    const rows = await until('it answers again', () => query(url, 'select id from kept order by id').catch(() => null));
    expect(rows).toEqual([{ id: 1 }, { id: 2 }, { id: 3 }]);
  });

  it('is shared by a second process, which does not stop it', async () => {
    const directory = aDirectory();
    const owner = await start(directory);
    const guest = await start(directory);
    expect([owner.owner, guest.owner, guest.url === owner.url]).toEqual([true, false, true]);
    await guest.stop();
    expect(await query(owner.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(statSync(join(directory, 'database.json')).mode & 0o777).toBe(0o600);
    expect(statSync(directory).mode & 0o777).toBe(0o700);
    await owner.stop();
    expect([serverIsGone(directory), existsSync(join(directory, 'database.json'))]).toEqual([true, false]);
  });

  it('of a folder that is not ours is run as its owner when we are root', async () => {
    if (!asNobody) return;
    const directory = aDirectory();
    chownSync(directory, NOBODY, NOBODY);
    const { url, stop } = await start(directory);
    expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }]);
    await stop();
    const next = await ownedBy(directory, { uid: NOBODY, gid: NOBODY });
    expect([next.error, next.url]).toEqual([undefined, url]);
  });

  it('has one owner when two processes begin in an empty folder at once', async () => {
    const directory = aDirectory();
    const both = await Promise.all([ownedBy(directory), ownedBy(directory)]);
    expect(both.map((one) => one.error)).toEqual([undefined, undefined]);
    expect(both[0]?.url).toBe(both[1]?.url);
  });

  it('makes a folder anew whose making was interrupted before it held anything', async () => {
    const directory = aDirectory();
    mkdirSync(join(directory, 'postgres', 'base'), { recursive: true, mode: 0o700 });
    writeFileSync(join(directory, 'postgres', 'PG_VERSION'), '18\n');
    const { url } = await start(directory);
    expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('says in a sentence that data is of another version, damaged or in a place that is no folder', async () => {
    const old = aDirectory();
    mkdirSync(join(old, 'postgres'));
    writeFileSync(join(old, 'postgres', 'PG_VERSION'), '15\n');
    await expect(start(old)).rejects.toThrow(/is of PostgreSQL 15, and Kinograph brings 18\. Move the folder away/);
    const damaged = aDirectory();
    mkdirSync(join(damaged, 'postgres', 'global'), { recursive: true });
    writeFileSync(join(damaged, 'postgres', 'global', 'pg_control'), '');
    await expect(start(damaged)).rejects.toThrow(/is damaged.*Put a backup in its place/);
    const file = join(aDirectory(), 'file');
    writeFileSync(file, '');
    await expect(start(file)).rejects.toThrow(/is not a folder/);
  });
});

function findPostmaster(directory: string): number {
  const pid = postmaster(directory);
  expect(pid).toBeGreaterThan(1);
  return pid;
}
