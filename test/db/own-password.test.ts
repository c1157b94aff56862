import { Role } from '../../core/caller';
import { startApp, type TestApp } from '../support/app';
import { withDatabase } from '../support/database';
import { type Answer, ask, codesOf, fieldOf } from '../support/graphql';
import { aStaff, randomAddress, type Staff, signedIn, trySignIn } from '../support/operators';
import { until } from '../support/until';

const fixture = withDatabase();
const clock = { ahead: 0 };
let app: TestApp;
let admin: Readonly<Record<string, string>>;

beforeAll(async () => {
  app = await startApp(fixture.url, { TRUST_PROXY: 'true' }, () => new Date(Date.now() + clock.ahead));
  admin = await signedIn(app.url, await aStaff(fixture.db));
});
afterEach(() => {
  clock.ahead = 0;
});
afterAll(() => app.stop());

const NEXT = 'seven sparrows at dawn';
const RESET = `mutation ($token: String!, $password: String!) {
  resetPassword(token: $token, password: $password) { email userErrors { code field message expected } } }`;
const CHANGE = `mutation ($current: String!, $next: String!) {
  changePassword(current: $current, next: $next) { sessionsEnded userErrors { code field message expected } } }`;
const LINK = 'mutation ($id: ID!) { createResetLink(operatorId: $id) { link { url expiresAt } userErrors { code field } } }';
const SESSIONS = '{ operatorSessions { id current createdAt lastSeenAt expiresAt } }';
const END = 'mutation ($keep: Boolean!) { endSessions(keepThis: $keep) { sessionsEnded userErrors { code } } }';

const as = (headers: Readonly<Record<string, string>>, query: string, variables = {}): Promise<Answer> =>
  ask(app.url, query, { headers, variables });
const reset = (token: string, password = NEXT, from = randomAddress()) => as({ 'x-forwarded-for': from }, RESET, { token, password });
const isIn = async (headers: Readonly<Record<string, string>>) => (await as(headers, '{ operator { id } }')).status === 200;
/** A process learns it by the notice of the commit, a moment later. */
const leaves = (headers: Readonly<Record<string, string>>) => until('the session is over', async () => !(await isIn(headers)));

async function aLink(staff: Staff): Promise<string> {
  const { link } = fieldOf<{ link: { url: string } }>(await as(admin, LINK, { id: staff.id }), 'createResetLink');
  return link.url.split('#')[1] ?? '';
}

describe('a link to choose a password by', () => {
  it('works once: it sets the password and signs out everywhere', async () => {
    const staff = await aStaff(fixture.db, Role.READER);
    const before = await signedIn(app.url, staff);
    const token = await aLink(staff);
    expect((await reset(token)).data).toEqual({ resetPassword: { email: staff.email, userErrors: [] } });
    await leaves(before);
    expect(codesOf(await trySignIn(app.url, staff))).toEqual(['UNAUTHENTICATED']);
    expect((await trySignIn(app.url, { ...staff, password: NEXT })).data).toMatchObject({ signIn: { operator: { id: staff.id } } });
    const [kept] = await fixture.db.query(
      `select jsonb_agg(audit) as audit, (select jsonb_agg(reset_links) from reset_links) as links from audit`,
    );
    for (const secret of [token, NEXT]) expect(JSON.stringify(kept)).not.toContain(secret);
  });

  it('is one of an operator, and tells nobody whether it was used, is too old, or never was', async () => {
    const [staff, gone] = [await aStaff(fixture.db, Role.READER), await aStaff(fixture.db, Role.READER)];
    const [earlier, token, old] = [await aLink(staff), await aLink(staff), await aLink(gone)];
    const winners = await Promise.all([reset(token), reset(token)]);
    expect(winners.filter(({ text }) => text.includes(staff.email))).toHaveLength(1);
    clock.ahead = 3_600_001;
    const answers = await Promise.all([earlier, token, old, 'never', '', 'x'.repeat(10_000)].map((each) => reset(each)));
    expect(new Set(answers.map(({ data }) => JSON.stringify(data))).size).toBe(1);
    expect(answers[0]?.data).toMatchObject({ resetPassword: { email: null, userErrors: [{ code: 'BAD_INPUT', field: 'token' }] } });
  });

  it('still works after a password that is not good enough, and opens nothing for one who was disabled', async () => {
    const staff = await aStaff(fixture.db, Role.READER);
    const token = await aLink(staff);
    for (const password of ['hunter2', 'x'.repeat(1_001), staff.email.toUpperCase()]) {
      const { data, text } = await reset(token, password);
      expect(data).toMatchObject({ resetPassword: { email: null, userErrors: [{ code: 'BAD_INPUT', field: 'password' }] } });
      expect(text).not.toContain(password);
    }
    await fixture.db.query('update operators set "disabledAt" = now() where id = $1', [staff.id]);
    expect((await reset(token)).data).toMatchObject({ resetPassword: { userErrors: [{ field: 'token' }] } });
    expect((await as(admin, LINK, { id: staff.id })).data).toEqual({
      createResetLink: { link: null, userErrors: [{ code: 'CONFLICT', field: 'operatorId' }] },
    });
  });

  it('is tried ten times a quarter of an hour from one address, and the answer says how long to wait', async () => {
    const from = randomAddress();
    for (let turn = 0; turn < 10; turn += 1) expect(codesOf(await reset('guess', NEXT, from))).toEqual([]);
    const refused = await reset('guess', NEXT, from);
    expect(codesOf(refused)).toEqual(['RATE_LIMITED']);
    const seconds = Number(refused.errors[0]?.extensions?.retryAfterSeconds);
    expect(seconds).toBeGreaterThan(800);
    expect(refused.headers.get('retry-after')).toBe(String(seconds));
  });
});

describe('an address', () => {
  it('is the same however its letters are typed', async () => {
    const staff = await aStaff(fixture.db, Role.READER);
    await fixture.db.query('update operators set email = $2 where id = $1', [staff.id, `r\u00e9n\u00e9-${staff.email}`]);
    const typed = `RE\u0301NE\u0301-${staff.email}`;
    expect((await trySignIn(app.url, { ...staff, email: typed })).data).toMatchObject({ signIn: { operator: { id: staff.id } } });
  });
});

describe('one’s own password', () => {
  it('is changed by whoever knows the one of now, and ends the other sessions', async () => {
    const staff = await aStaff(fixture.db, Role.ANALYST);
    const [here, elsewhere] = [await signedIn(app.url, staff), await signedIn(app.url, staff)];
    const link = await aLink(staff);
    const wrong = await as(here, CHANGE, { current: 'not this one', next: NEXT });
    expect(wrong.data).toMatchObject({ changePassword: { sessionsEnded: null, userErrors: [{ code: 'BAD_INPUT', field: 'current' }] } });
    const short = await as(here, CHANGE, { current: staff.password, next: 'eleven char' });
    expect(short.data).toMatchObject({ changePassword: { userErrors: [{ code: 'BAD_INPUT', field: 'next' }] } });
    const same = await as(here, CHANGE, { current: staff.password, next: staff.password });
    expect(same.data).toMatchObject({ changePassword: { userErrors: [{ code: 'BAD_INPUT', field: 'next' }] } });
    const changed = await as(here, CHANGE, { current: staff.password, next: NEXT });
    expect(changed.data).toEqual({ changePassword: { sessionsEnded: 1, userErrors: [] } });
    await leaves(elsewhere);
    expect(await isIn(here)).toBe(true);
    expect((await reset(link)).data).toMatchObject({ resetPassword: { userErrors: [{ field: 'token' }] } });
    expect((await trySignIn(app.url, { ...staff, password: NEXT })).data).toMatchObject({ signIn: { operator: { id: staff.id } } });
  });

  it('is not guessed through an open session', async () => {
    const staff = await aStaff(fixture.db, Role.READER);
    const here = await signedIn(app.url, staff);
    for (let turn = 0; turn < 10; turn += 1) await as(here, CHANGE, { current: `guess ${turn}`, next: NEXT });
    expect(codesOf(await as(here, CHANGE, { current: staff.password, next: NEXT }))).toEqual(['RATE_LIMITED']);
  });
});

describe('sessions', () => {
  it('are listed with the one that asks marked, and end elsewhere or everywhere', async () => {
    const staff = await aStaff(fixture.db, Role.READER);
    const [here, there] = [await signedIn(app.url, staff), await signedIn(app.url, staff)];
    const sessions = fieldOf<{ current: boolean }[]>(await as(here, SESSIONS), 'operatorSessions');
    expect(sessions.map(({ current }) => current)).toEqual([false, true]);
    expect((await as(here, END, { keep: true })).data).toEqual({ endSessions: { sessionsEnded: 1, userErrors: [] } });
    await leaves(there);
    expect(await isIn(here)).toBe(true);
    expect((await as(here, END, { keep: false })).data).toEqual({ endSessions: { sessionsEnded: 1, userErrors: [] } });
    await leaves(here);
  });

  it('of another are an admin’s business only', async () => {
    const [staff, colleague] = [await aStaff(fixture.db, Role.EDITOR), await aStaff(fixture.db, Role.READER)];
    const [theirs, others] = [await signedIn(app.url, staff), await signedIn(app.url, colleague)];
    const end = 'mutation ($id: ID!) { endSessions(operatorId: $id) { sessionsEnded userErrors { code } } }';
    expect(codesOf(await as(theirs, end, { id: colleague.id }))).toEqual(['FORBIDDEN']);
    expect(codesOf(await as(theirs, '{ operatorSessions(operatorId: 1) { id } }'))).toEqual(['FORBIDDEN']);
    expect((await as(admin, end, { id: colleague.id })).data).toEqual({ endSessions: { sessionsEnded: 1, userErrors: [] } });
    await leaves(others);
    expect(await isIn(theirs)).toBe(true);
  });
});
