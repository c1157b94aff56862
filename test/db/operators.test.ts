import { Role, Scope } from '../../core/caller';
import { startApp, type TestApp } from '../support/app';
import { aKey } from '../support/callers';
import { withDatabase } from '../support/database';
import { type Answer, ask, codesOf, fieldOf } from '../support/graphql';
import { aStaff, randomAddress, type Staff, signedIn, trySignIn } from '../support/operators';
import { openSocket } from '../support/socket';
import { until } from '../support/until';

const fixture = withDatabase();
const SETTINGS = { TRUST_PROXY: 'true' };
let app: TestApp;
let other: TestApp;
let admin: Staff;
let headers: Readonly<Record<string, string>>;

beforeAll(async () => {
  [app, other] = await Promise.all([startApp(fixture.url, SETTINGS), startApp(fixture.url, SETTINGS)]);
  admin = await aStaff(fixture.db);
  headers = await signedIn(app.url, admin);
});
afterAll(() => Promise.all([app.stop(), other.stop()]));

const ERRORS = 'userErrors { code field message expected }';
const CREATE = `mutation ($input: CreateOperatorInput!) {
  createOperator(input: $input) { operator { id email name role version } link { url expiresAt } ${ERRORS} } }`;
const SAVE = `mutation ($input: SaveOperatorInput!) { saveOperator(input: $input) { operator { id name role version disabledAt } ${ERRORS} } }`;
const WHO = '{ operator { email role rights } }';

const as = (from: Readonly<Record<string, string>>, query: string, variables = {}): Promise<Answer> =>
  ask(app.url, query, { headers: from, variables });
const save = async (input: object) =>
  fieldOf<{ operator: { version: number; role: string; disabledAt: string | null } | null; userErrors: { code: string; field: string }[] }>(
    await as(headers, SAVE, { input }),
    'saveOperator',
  );

describe('an operator', () => {
  it('is made without a password, found by name or address, and told of in the audit without the link', async () => {
    const input = { email: 'Ada@Example.com', name: ' Ada <b>Lovelace</b> ', role: 'EDITOR' };
    const made = fieldOf<{ operator: { id: string }; link: { url: string } }>(await as(headers, CREATE, { input }), 'createOperator');
    expect(made.operator).toMatchObject({ email: 'ada@example.com', name: 'Ada <b>Lovelace</b>', role: 'EDITOR', version: 1 });
    expect(made.link.url).toMatch(/^\/admin\/reset#[\w-]{43}$/);
    for (const search of ['LOVE', 'ada@ex']) {
      const found = await as(headers, 'query ($search: String) { operators(search: $search, role: EDITOR) { nodes { id } totalCount } }', {
        search,
      });
      expect(found.data).toEqual({ operators: { nodes: [{ id: made.operator.id }], totalCount: 1 } });
    }
    const [rows] = await fixture.db.query('select jsonb_agg(audit) as rows from audit');
    expect(JSON.stringify(rows)).not.toContain(made.link.url.split('#')[1]);
    const again = await as(headers, CREATE, { input: { ...input, email: 'ADA@example.com' } });
    expect(again.data).toMatchObject({
      createOperator: { operator: null, link: null, userErrors: [{ code: 'CONFLICT', field: 'input.email' }] },
    });
  });

  it.each([
    [{ email: 'nobody', role: 'READER' }, 'input.email'],
    [{ email: 'a b@c.example', role: 'READER' }, 'input.email'],
    [{ email: 'long@c.example', name: 'x'.repeat(101), role: 'READER' }, 'input.name'],
    [{ email: 'nul@c.example', name: 'x\u0000', role: 'READER' }, 'input.name'],
  ])('is refused where a field means nothing: %j', async (input, field) => {
    expect((await as(headers, CREATE, { input })).data).toMatchObject({ createOperator: { userErrors: [{ code: 'BAD_INPUT', field }] } });
  });

  it('is saved at the version it was read at; a second save meets the row that is newer', async () => {
    const { id } = await aStaff(fixture.db, Role.READER);
    expect(await save({ id, version: 1, name: 'Grace', role: 'ANALYST' })).toMatchObject({
      operator: { name: 'Grace', role: 'ANALYST', version: 2 },
      userErrors: [],
    });
    expect(await save({ id, version: 1, role: 'ADMIN' })).toMatchObject({
      operator: { name: 'Grace', role: 'ANALYST', version: 2 },
      userErrors: [{ code: 'CONFLICT', field: 'input.version', expected: 'version 2' }],
    });
    expect(await save({ id: '999999', version: 1 })).toMatchObject({
      operator: null,
      userErrors: [{ code: 'NOT_FOUND', field: 'input.id' }],
    });
    expect(await save({ id: 'x', version: 1 })).toMatchObject({ operator: null, userErrors: [{ code: 'BAD_INPUT', field: 'input.id' }] });
  });

  it('who is demoted may do less at once, on every process, and their sockets come back to be asked again', async () => {
    const staff = await aStaff(fixture.db, Role.ADMIN);
    const theirs = await signedIn(app.url, staff);
    const socket = await openSocket(other.url, { headers: { cookie: theirs.cookie ?? '' }, params: { console: '1' } });
    expect(codesOf(await ask(other.url, '{ apiKeys { totalCount } }', { headers: theirs }))).toEqual([]);
    await save({ id: staff.id, version: 1, role: 'READER' });
    const refused = async (url: string) => codesOf(await ask(url, '{ apiKeys { totalCount } }', { headers: theirs }))[0] === 'FORBIDDEN';
    await until('both processes know', async () => (await refused(app.url)) && (await refused(other.url)));
    expect((await socket.closed()).code).toBe(1013);
    expect((await ask(other.url, WHO, { headers: theirs })).data).toMatchObject({ operator: { role: 'READER' } });
  });

  it('who is disabled is out at once, everywhere, and cannot come back in until they are enabled', async () => {
    const staff = await aStaff(fixture.db, Role.EDITOR);
    const theirs = await signedIn(other.url, staff);
    const socket = await openSocket(other.url, { headers: { cookie: theirs.cookie ?? '' }, params: { console: '1' } });
    expect((await save({ id: staff.id, version: 1, disabled: true })).operator?.disabledAt).toEqual(expect.any(String));
    await until('the other process knows', async () => (await ask(other.url, WHO, { headers: theirs })).status === 401);
    expect((await socket.closed()).code).toBe(4401);
    expect(codesOf(await trySignIn(app.url, staff))).toEqual(['UNAUTHENTICATED']);
    await save({ id: staff.id, version: 2, disabled: false });
    expect((await trySignIn(app.url, staff)).data).toMatchObject({ signIn: { operator: { id: staff.id } } });
    expect((await ask(other.url, WHO, { headers: theirs })).status).toBe(401);
  });

  it('whose session is over is told to drop its cookie, which would be in the way of signing in', async () => {
    const staff = await aStaff(fixture.db, Role.READER);
    const theirs = await signedIn(app.url, staff);
    await fixture.db.query('delete from operator_sessions where "operatorId" = $1', [staff.id]);
    const answer = await ask(other.url, WHO, { headers: theirs });
    expect([answer.status, answer.headers.get('set-cookie')]).toEqual([401, expect.stringContaining('Expires=Thu, 01 Jan 1970')]);
  });
});

describe('the last admin who can sign in', () => {
  it('can be neither demoted nor disabled, nor both of two at once', async () => {
    const { id, partner } = await withTwo();
    const both = await Promise.all([save({ id, version: 1, role: 'READER' }), save({ id: partner, version: 1, disabled: true })]);
    expect(both.map(({ userErrors }) => userErrors.length).sort()).toEqual([0, 1]);
    expect(both.flatMap(({ userErrors }) => userErrors)[0]).toMatchObject({ code: 'CONFLICT' });
    const [{ count }] = await fixture.db.query(`select count(*) from operators where role = 'ADMIN' and "disabledAt" is null`);
    expect(count).toBe(1);
    const [last] = await fixture.db.query(`select id, version from operators where role = 'ADMIN' and "disabledAt" is null`);
    expect(await save({ id: String(last.id), version: last.version, role: 'EDITOR' })).toMatchObject({
      operator: { role: 'ADMIN' },
      userErrors: [{ code: 'CONFLICT', field: 'input.role' }],
    });
    expect(await save({ id: String(last.id), version: last.version, disabled: true })).toMatchObject({
      userErrors: [{ code: 'CONFLICT', field: 'input.disabled' }],
    });
    expect(await save({ id: String(last.id), version: last.version, name: 'The last' })).toMatchObject({ userErrors: [] });
  });

  /** Two admins and no third, asked for by a key, which has no role to lose. */
  async function withTwo(): Promise<{ id: string; partner: string }> {
    const [one, two] = [await aStaff(fixture.db), await aStaff(fixture.db)];
    await fixture.db.query(`update operators set role = 'READER' where role = 'ADMIN' and id <> all($1)`, [[one.id, two.id]]);
    headers = { ...(await aKey(fixture.db, Scope.ADMIN)), 'x-forwarded-for': randomAddress() };
    return { id: one.id, partner: two.id };
  }
});
