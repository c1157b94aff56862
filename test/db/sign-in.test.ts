import { mkdtempSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../core/config';
import { type FirstRun, firstRun } from '../../flow/first-run';
import { signInOperator, signOutOperator } from '../../server/auth/operator';
import { createThrottle } from '../../server/auth/throttle';
import { createTokens } from '../../server/auth/tokens';
import type { Context, House } from '../../server/context';
import { openSecrets } from '../../store/secrets';
import { withDatabase } from '../support/database';
import { SECRET, startFront, type TestFront } from '../support/front';
import { ask } from '../support/graphql';

const fixture = withDatabase();
const directory = mkdtempSync(join(tmpdir(), 'kinograph-'));
let front: TestFront;
let first: FirstRun | null;

beforeAll(async () => {
  front = await startFront(fixture.database);
  first = await firstRun(fixture.db, { url: front.url, directory, now: new Date() });
});
afterAll(() => front.stop());

const credentials = () => ({ email: first?.email ?? '', password: first?.password ?? '' });

function contextOf(cookies: string[], caller: Context['caller'] = { kind: 'nobody', appKeyId: null }): Context {
  const config = { ...readConfig({}), production: false };
  const house = { config, clock: () => new Date(), database: fixture.database, signIns: createThrottle(3, 900) } as unknown as House;
  return {
    caller,
    address: 'hash',
    house,
    loaders: {} as Context['loaders'],
    proven: new Set(),
    reply: { setCookie: (cookie) => void cookies.push(cookie) },
  };
}

async function signIn(): Promise<string> {
  const cookies: string[] = [];
  await signInOperator(contextOf(cookies), credentials());
  return cookies[0] ?? '';
}

describe('the first run', () => {
  it('makes an operator and an admin key once, and keeps them for their owner only', async () => {
    const file = join(directory, 'first-run.json');
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(first);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect((await ask(front.url, '{ who }', { headers: { authorization: `Bearer ${first?.key}` } })).data).toEqual({ who: 'key' });
    expect(await firstRun(fixture.db, { url: front.url, directory, now: new Date() })).toBeNull();
  });

  it('keeps the secrets it makes', () => {
    const config = { directory, sessionSecret: null, addressSecret: null };
    expect(openSecrets(config)).toEqual(openSecrets(config));
    expect(statSync(join(directory, 'secrets.json')).mode & 0o777).toBe(0o600);
    expect(openSecrets({ ...config, sessionSecret: SECRET, addressSecret: SECRET })).toEqual({ session: SECRET, address: SECRET });
  });
});

describe('an operator', () => {
  it('gets a cookie that only the console can use', async () => {
    const cookie = await signIn();
    expect(cookie).toMatch(/HttpOnly.*SameSite=Strict/i);
    const headers = { cookie: cookie.split(';')[0] ?? '' };
    expect((await ask(front.url, '{ who }', { headers })).data).toEqual({ who: 'nobody' });
    const fromConsole = { ...headers, 'x-kinograph-console': '1' };
    expect((await ask(front.url, '{ who }', { headers: fromConsole })).data).toEqual({ who: 'operator' });
    const byGet = await fetch(`${front.url}/graphql?query={who}`, { headers: fromConsole });
    expect(await byGet.json()).toMatchObject({ data: { who: 'nobody' } });
  });

  it('is somebody no more after signing out', async () => {
    const cookie = await signIn();
    const headers = { cookie: cookie.split(';')[0] ?? '', 'x-kinograph-console': '1' };
    await ask(front.url, '{ who }', { headers });
    const [session] = await fixture.db.query('select id, "operatorId" from operator_sessions order by id desc limit 1');
    const caller = { kind: 'operator', operatorId: session.operatorId, sessionId: session.id } as Context['caller'];
    const cookies: string[] = [];
    await signOutOperator(contextOf(cookies, caller));
    front.gate.forgetOperators();
    expect((await ask(front.url, '{ who }', { headers })).status).toBe(401);
    expect(cookies[0]).toContain('Expires=Thu, 01 Jan 1970');
  });

  it('meets the same answer for an unknown address and a wrong password, and only a few tries', async () => {
    const context = contextOf([]);
    const wrong = { message: 'This e-mail and password do not belong together.' };
    await expect(signInOperator(context, { email: 'nobody@example.com', password: 'x' })).rejects.toMatchObject(wrong);
    await expect(signInOperator(context, { ...credentials(), password: 'x' })).rejects.toMatchObject(wrong);
    await expect(signInOperator(context, { ...credentials(), password: 'y' })).rejects.toMatchObject(wrong);
    await expect(signInOperator(context, credentials())).rejects.toMatchObject({ code: 'RATE_LIMITED' });
  });
});

describe('demo sign-in', () => {
  const tokensOf = (settings: Record<string, string>) =>
    createTokens({ config: readConfig(settings), secret: SECRET, clock: () => new Date() });

  it('names a demo person with the embedded database only', async () => {
    const demo = tokensOf({});
    const { token } = await demo.demoSignIn('7');
    expect(await demo.verify(token)).toMatchObject({ source: 'movielens', externalId: '7' });
    const secrets = { SESSION_SECRET: SECRET, ADDRESS_SECRET: SECRET };
    const production = tokensOf({ NODE_ENV: 'production', ...secrets });
    await expect(production.demoSignIn('7')).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(production.verify(token)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });
});
