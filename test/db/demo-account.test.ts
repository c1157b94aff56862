import { randomUUID } from 'node:crypto';
import { decodeJwt } from 'jose';
import { type DemoApp, startDemoApp } from '../support/demo-app';
import { type Answer, ask, codesOf, fieldOf } from '../support/graphql';
import { aUser } from '../support/user';
import { aViewer } from '../support/viewer';

const clock = { ahead: 0 };
let app: DemoApp;

beforeAll(async () => {
  app = await startDemoApp(() => new Date(Date.now() + clock.ahead));
}, 60_000);
afterAll(() => app.stop());
beforeEach(() => {
  clock.ahead = 0;
});

interface Signed {
  readonly token: string;
  readonly expiresAt: string;
  readonly user: { readonly id: string; readonly source: string; readonly name: string | null };
  readonly userErrors: readonly { readonly code: string; readonly field: string; readonly expected: string; readonly message: string }[];
}

const FIELDS =
  '{ token expiresAt user { id source externalId name locale timeZone profile { city } } userErrors { code field expected message } }';
const SIGN_UP = `mutation ($input: DemoSignUpInput!) { demoSignUp(input: $input) ${FIELDS} }`;
const SIGN_IN = `mutation ($userId: ID, $email: String, $password: String) { demoSignIn(userId: $userId, email: $email, password: $password) ${FIELDS} }`;
const REFRESH = `mutation { demoRefresh ${FIELDS} }`;
const PASSWORD = 'correct horse battery';

const anEmail = (): string => `${randomUUID()}@Example.com`;
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

/** From an address of its own, unless told. */
function send(query: string, variables: object = {}, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
  return ask(app.url, query, { variables: { ...variables }, headers: { 'x-forwarded-for': randomUUID(), ...headers } });
}

const signUp = (input: object, headers = {}) => send(SIGN_UP, { input }, headers);
const signIn = (variables: object, headers = {}) => send(SIGN_IN, variables, headers);
const upOf = (answer: Answer) => fieldOf<Signed>(answer, 'demoSignUp');
const inOf = (answer: Answer) => fieldOf<Signed>(answer, 'demoSignIn');
const viewerOf = async (token: string) => (await send('{ viewer { id source name } }', {}, bearer(token))).data?.viewer;

async function anAccount(): Promise<Signed & { readonly email: string }> {
  const email = anEmail();
  return { email, ...upOf(await signUp({ email, password: PASSWORD })) };
}

describe('an account of the demo', () => {
  it('is made with what the person says of themselves, and is theirs to sign in to from then on', async () => {
    const email = anEmail();
    const told = { name: 'Ánn', locale: 'ru-RU', timeZone: 'Europe/Helsinki' };
    const made = upOf(await signUp({ email, password: PASSWORD, ...told }));
    expect(made).toMatchObject({ userErrors: [], user: { ...told, source: 'demo', profile: { city: null } } });
    expect(await viewerOf(made.token)).toMatchObject({ id: made.user.id, name: 'Ánn' });
    const hours = (Date.parse(made.expiresAt) - Date.now()) / 3_600_000;
    expect(hours).toBeGreaterThan(11.9);
    expect(hours).toBeLessThanOrEqual(12);
    const again = inOf(await signIn({ email: email.toUpperCase(), password: PASSWORD }));
    expect(again).toMatchObject({ userErrors: [], user: { id: made.user.id } });
    expect(decodeJwt(again.token)).toMatchObject({ aud: 'kinograph-demo-account', iss: 'kinograph' });
  });

  it('keeps an argon2id hash, an address in lower case, and nothing else of it', async () => {
    const { email } = await anAccount();
    const [row] = await app.house.database.db.query('select * from demo_accounts where email = $1', [email.toLowerCase()]);
    expect(row).toEqual({
      id: expect.any(Number),
      email: email.toLowerCase(),
      passwordHash: expect.stringMatching(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/),
      sub: expect.stringMatching(/^[0-9a-f-]{36}$/),
      createdAt: expect.any(Date),
    });
  });

  it.each([
    ['email', { email: '' }],
    ['email', { email: 'nobody' }],
    ['email', { email: 'a b@c.example' }],
    ['email', { email: 'a@b@c' }],
    ['email', { email: `${'x'.repeat(320)}@example.com` }],
    ['email', { email: 'a\u0000@example.com' }],
    ['email', { email: 'a\ud800@example.com' }],
    ['password', { password: '' }],
    ['password', { password: 'seven77' }],
    ['password', { password: 'x'.repeat(1_001) }],
    ['password', { password: 'hunter2 '.repeat(100_000) }],
    ['name', { name: '' }],
    ['name', { name: 'x'.repeat(201) }],
    ['locale', { locale: 'no tag' }],
    ['timeZone', { timeZone: 'Europe/Nowhere' }],
  ])('is not made where its %s will not do', async (field, wrong) => {
    const { token, user, userErrors } = upOf(await signUp({ email: anEmail(), password: PASSWORD, ...wrong }));
    expect([token, user, userErrors]).toEqual([
      null,
      null,
      [{ code: 'BAD_INPUT', field: `input.${field}`, expected: expect.any(String), message: expect.any(String) }],
    ]);
    const said = Object.values(wrong)[0] ?? '';
    if (said.length > 3) expect(JSON.stringify(userErrors)).not.toContain(said.slice(0, 20));
  });

  it('takes any letters that can be kept, in whichever way they are typed', async () => {
    const email = `${randomUUID()}.аня.é.😀@пример.example`;
    const password = '密码🔑密码🔑 \u0000\ud800';
    const { user } = upOf(await signUp({ email: email.normalize('NFC'), password }));
    expect(inOf(await signIn({ email: email.normalize('NFD').toUpperCase(), password })).user.id).toBe(user.id);
  });

  it('stands for one address once, also when it is made five times at once', async () => {
    const email = anEmail();
    const answers = (await Promise.all(Array.from({ length: 5 }, (_, index) => signUp({ email, password: `${PASSWORD} ${index}` })))).map(
      upOf,
    );
    const won = answers.findIndex(({ token }) => token !== null);
    expect(answers.map(({ userErrors: [error] }) => error && [error.code, error.field])).toEqual(
      answers.map((_, index) => (index === won ? undefined : ['CONFLICT', 'input.email'])),
    );
    expect(inOf(await signIn({ email, password: `${PASSWORD} ${won}` })).user.id).toBe(answers[won]?.user.id);
    const [row] = await app.house.database.db.query(
      `select count(*) as count from users where source = 'demo' and "createdAt" > now() - interval '1 hour'`,
    );
    const [accounts] = await app.house.database.db.query('select count(*) as count from demo_accounts');
    expect(row.count).toBe(accounts.count);
  }, 60_000);

  it.each([`' or 1=1 --@example.com`, `x'); drop table demo_accounts; --@example.com`, `%@example.com`, `\\@example.com`])(
    'sees nothing but letters in an address that is SQL: %s',
    async (email) => {
      await anAccount();
      expect(codesOf(await signIn({ email, password: PASSWORD }))).toEqual(['UNAUTHENTICATED']);
      const made = upOf(await signUp({ email: `${randomUUID()}${email}`.replaceAll(' ', ''), password: PASSWORD }));
      expect(made.userErrors).toEqual([]);
    },
  );

  it('is told apart from nobody’s by no answer', async () => {
    const { email } = await anAccount();
    const tries = [
      { email, password: 'not the password' },
      { email: anEmail(), password: PASSWORD },
      { email: 'x', password: PASSWORD },
      { email, password: 'x'.repeat(5_000) },
    ];
    const answers = await Promise.all(tries.map((each) => signIn(each)));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(codesOf(answers[0] as Answer)).toEqual(['UNAUTHENTICATED']);
  });

  it.each([
    ['nothing', {}],
    ['an address alone', { email: 'ann@example.com' }],
    ['a password alone', { password: PASSWORD }],
    ['both ways at once', { userId: 'movielens:1', email: 'ann@example.com', password: PASSWORD }],
    ['a person and a password', { userId: 'movielens:1', password: PASSWORD }],
    ['an id that is none', { userId: '' }],
  ])('cannot be signed in to with %s', async (_name, variables) => {
    expect(inOf(await signIn(variables)).userErrors).toMatchObject([{ code: 'BAD_INPUT', expected: expect.any(String) }]);
  });

  it('cannot be signed in to by the name of its person', async () => {
    const { user } = await anAccount();
    const [row] = await app.house.database.db.query('select "externalId" from users where id = $1', [user.id]);
    for (const userId of [`demo:${row.externalId}`, user.id, 'session:1', 'app:1', 'movielens:999999'])
      expect(inOf(await signIn({ userId })).userErrors).toMatchObject([{ code: 'NOT_FOUND', field: 'userId' }]);
  });

  it('takes a whole body of password for what it is', async () => {
    const answer = await signIn({ email: anEmail(), password: 'x'.repeat(10_000_000) });
    expect([answer.status, codesOf(answer)]).toEqual([413, ['TOO_LARGE']]);
  });

  it('may be tried ten times in a quarter of an hour, by address and by e-mail, and shuts no operator out', async () => {
    const { email } = await anAccount();
    const from = { 'x-forwarded-for': '10.9.9.9' };
    const codes = async (attempt: () => Promise<Answer>) => {
      const answers: unknown[] = [];
      for (let count = 0; count < 11; count++) answers.push(codesOf(await attempt())[0]);
      return answers;
    };
    expect((await codes(() => signIn({ email, password: 'wrong' }))).indexOf('RATE_LIMITED')).toBe(9);
    expect((await codes(() => signIn({ email: anEmail(), password: 'wrong' }, from))).indexOf('RATE_LIMITED')).toBe(10);
    expect(codesOf(await signUp({ email: anEmail(), password: PASSWORD }, from))).toEqual(['RATE_LIMITED']);
    const operator = 'mutation { signIn(email: "nobody@example.com", password: "x") { operator { id } } }';
    expect(codesOf(await send(operator, {}, from))).toEqual(['UNAUTHENTICATED']);
  }, 60_000);

  it('never stands in a log: neither its address nor its password', async () => {
    const email = anEmail();
    await signUp({ email, password: PASSWORD, name: 'Secretly Ann' });
    await signIn({ email, password: 'another secret' });
    expect(app.lines.length).toBeGreaterThan(0);
    expect(app.lines.join('')).not.toMatch(new RegExp(`${email}|${email.toLowerCase()}|horse|another secret|Secretly`));
    const rows = await app.house.database.db.query('select * from audit');
    expect(JSON.stringify(rows)).not.toMatch(/Secretly|Example\.com/i);
  });
});

describe('a token of the demo', () => {
  it('is renewed while it is good, for twelve hours each time', async () => {
    await aUser(app.house.database.db, { source: 'movielens', externalId: '7' });
    const account = await anAccount();
    const person = inOf(await signIn({ userId: 'movielens:7' }));
    for (const { token, user } of [account, person]) {
      clock.ahead = 11 * 3_600_000;
      const fresh = fieldOf<Signed>(await send(REFRESH, {}, bearer(token)), 'demoRefresh');
      expect(fresh).toMatchObject({ userErrors: [], user: { id: user.id, profile: { city: null } } });
      expect(decodeJwt(fresh.token)).toMatchObject({ sub: decodeJwt(token).sub, aud: decodeJwt(token).aud });
      clock.ahead = 13 * 3_600_000;
      expect(await viewerOf(fresh.token)).toMatchObject({ id: user.id });
      const late = await send(REFRESH, {}, bearer(token));
      expect([late.status, codesOf(late)]).toEqual([401, ['UNAUTHENTICATED']]);
      clock.ahead = 0;
    }
  });

  it('cannot be had from any other token, also not of a session that was joined to an account', async () => {
    const account = await anAccount();
    const session = await aViewer(app.url);
    const merge = `mutation ($from: ID!, $into: ID!, $token: String) { mergeUsers(fromId: $from, intoId: $into, fromToken: $token) { user { id } userErrors { code } } }`;
    const variables = { from: session.id, into: account.user.id, token: session.token };
    expect((await send(merge, variables, bearer(account.token))).data).toMatchObject({ mergeUsers: { user: { id: account.user.id } } });
    for (const headers of [{}, session.headers, (await aViewer(app.url)).headers])
      expect(codesOf(await send(REFRESH, {}, headers))).toEqual(['FORBIDDEN']);
    for (const forged of [`${account.token}x`, account.token.replace(/\.[^.]*\./, '.e30.')])
      expect(codesOf(await send(REFRESH, {}, bearer(forged)))).toEqual(['UNAUTHENTICATED']);
  });

  it('names only the person that it was made for', async () => {
    const [one, other] = [await anAccount(), await anAccount()];
    expect(codesOf(await send('query ($id: ID!) { user(id: $id) { id } }', { id: other.user.id }, bearer(one.token)))).toEqual([
      'FORBIDDEN',
    ]);
    const set = 'mutation ($input: SetPreferencesInput!) { setPreferences(input: $input) { user { id } } }';
    expect(codesOf(await send(set, { input: { userId: other.user.id, name: 'Eve' } }, bearer(one.token)))).toEqual(['FORBIDDEN']);
    expect(await viewerOf(other.token)).toMatchObject({ name: null });
  });
});
