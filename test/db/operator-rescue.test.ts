import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Role } from '../../core/caller';
import { rescueOperator } from '../../flow/operator-rescue';
import { resetPassword } from '../../flow/reset-link';
import { withDatabase } from '../support/database';
import { ask } from '../support/graphql';
import { aStaff, trySignIn } from '../support/operators';
import { withServers } from '../support/server-process';

const fixture = withDatabase();
const servers = withServers();
const PASSWORD = 'a lantern in the attic';

beforeEach(() => fixture.db.query('truncate operators'));

const rescue = (email: string | null = null) => rescueOperator(fixture.db, email, new Date());

describe('the owner who lost everything', () => {
  it('gets a link for the oldest admin, or for whom they name', async () => {
    const [reader, admin] = [await aStaff(fixture.db, Role.READER), await aStaff(fixture.db)];
    await aStaff(fixture.db);
    expect(await rescue()).toMatchObject({ operator: { email: admin.email }, did: 'nothing' });
    const { operator, link } = await rescue(reader.email.toUpperCase());
    expect(operator).toMatchObject({ email: reader.email, role: 'READER' });
    const token = link.url.split('#')[1] ?? '';
    expect(await resetPassword(fixture.db, { token, password: PASSWORD }, new Date())).toBe(reader.email);
    await expect(rescue('nobody@example.com')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(rescue('nobody')).rejects.toMatchObject({ code: 'BAD_INPUT' });
    await fixture.db.query('update operators set "disabledAt" = now() where email = $1', [reader.email]);
    await expect(rescue(reader.email)).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  it('has an admin again where none could sign in: let in, promoted or made', async () => {
    expect(await rescue()).toMatchObject({ operator: { email: 'admin@kinograph.local', role: 'ADMIN' }, did: 'made' });
    await fixture.db.query('update operators set "disabledAt" = now()');
    expect(await rescue()).toMatchObject({ operator: { email: 'admin@kinograph.local', disabledAt: null, version: 2 }, did: 'let in' });
    await fixture.db.query('truncate operators');
    const reader = await aStaff(fixture.db, Role.READER);
    expect(await rescue(reader.email)).toMatchObject({ operator: { email: reader.email, role: 'ADMIN' }, did: 'let in' });
    await fixture.db.query('truncate operators');
    expect(await rescue('ada@example.com')).toMatchObject({ operator: { email: 'ada@example.com', role: 'ADMIN' }, did: 'made' });
  });

  it('does it on a terminal, whether the server runs or not', async () => {
    const server = await servers.start();
    const running = terminal(server.directory, 'reset');
    const token = /\/admin\/reset#(\S+)/.exec(running)?.[1];
    const query = 'mutation ($token: String!, $password: String!) { resetPassword(token: $token, password: $password) { email } }';
    const { data } = await ask(server.url, query, { variables: { token, password: PASSWORD } });
    expect(data).toEqual({ resetPassword: { email: 'admin@kinograph.local' } });
    const signedIn = await trySignIn(server.url, { email: 'admin@kinograph.local', password: PASSWORD });
    expect(signedIn.data).toMatchObject({ signIn: { operator: { role: 'ADMIN' } } });
    await server.ended('SIGINT');
    expect(terminal(server.directory, 'list')).toMatch(/^admin@kinograph.local {2}ADMIN {4}last signed in \d{4}-/);
    expect(terminal(server.directory, 'reset', 'nobody@example.com')).toMatch(/^No such operator\./);
    expect(terminal(server.directory, 'dance')).toMatch(/npm run operator -- reset \[email\]/);
  });
});

/** What `npm run operator` prints. */
function terminal(directory: string, ...args: readonly string[]): string {
  const { PATH = '', HOME = '', TMPDIR = tmpdir() } = process.env;
  const { stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'jobs/main.ts', 'operator', ...args], {
    cwd: join(__dirname, '..', '..'),
    env: { PATH, HOME, TMPDIR, KINOGRAPH_DIR: directory },
    encoding: 'utf8',
  });
  return stdout + stderr;
}
