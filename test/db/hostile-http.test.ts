import { createHmac } from 'node:crypto';
import { SignJWT } from 'jose';
import { ApiKeyKind } from '../../core/api-key';
import { Scope } from '../../core/caller';
import { createApiKey, revokeApiKey } from '../../flow/api-key';
import { withDatabase } from '../support/database';
import { SECRET, startFront, type TestFront } from '../support/front';
import { ask, codesOf, post } from '../support/graphql';

const fixture = withDatabase();
const ISSUER = {
  issuer: 'https://id.example',
  audience: 'kinograph',
  secret: 'another secret of thirty-two letters',
  algorithms: ['HS256'],
};
let front: TestFront;

beforeAll(async () => {
  front = await startFront(fixture.database, { JWT_ISSUERS: JSON.stringify([ISSUER]), INTROSPECTION: 'false' });
});
afterAll(() => front.stop());
// Whatever was done to it, the process answers.
afterEach(async () => expect((await ask(front.url, '{ hello }')).data).toEqual({ hello: 'world' }));

const bearer = (token: string) => ({ headers: { authorization: `Bearer ${token}` } });
const base64 = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

function token(claims: object = {}, { alg = 'HS256', secret = ISSUER.secret, end = '1h' } = {}) {
  return new SignJWT({ ...claims })
    .setProtectedHeader({ alg })
    .setIssuer(ISSUER.issuer)
    .setAudience(ISSUER.audience)
    .setSubject('jane')
    .setExpirationTime(end)
    .sign(new TextEncoder().encode(secret));
}

describe('a hostile document', () => {
  it.each([
    ['10,000 aliases', `{ ${Array.from({ length: 10_000 }, (_, index) => `a${index}: hello`).join(' ')} }`, 'TOO_LARGE'],
    ['31 aliases', `{ ${Array.from({ length: 31 }, (_, index) => `a${index}: hello`).join(' ')} }`, 'TOO_LARGE'],
    ['13 levels', `{ ${'items { '.repeat(12)} id ${'}'.repeat(13)}`.replace('{ items', '{ node { items').concat('}'), 'TOO_LARGE'],
    ['600 levels', `{ ${'items { '.repeat(600)} id ${'}'.repeat(601)}`, 'TOO_LARGE'],
    ['lists inside lists', '{ items(first: 100) { items(first: 100) { items(first: 100) { id } } } }', 'TOO_LARGE'],
    ['an endless page', '{ items(first: 2147483647) { id } }', 'TOO_LARGE'],
    ['51 directives', `{ hello ${'@include(if: true) '.repeat(51)} }`, 'TOO_LARGE'],
    ['a cycle of fragments', '{ node { ...a } } fragment a on Item { ...b } fragment b on Item { ...a }', 'BAD_DOCUMENT'],
    ['a bomb of fragments', bomb(40), 'TOO_LARGE'],
    ['no document', 'hello?', 'BAD_DOCUMENT'],
    ['introspection', '{ __schema { types { name } } }', 'BAD_DOCUMENT'],
  ])('with %s is refused, and told why', async (_name, query, code) => {
    const began = performance.now();
    const answer = await ask(front.url, query);
    expect([...new Set(codesOf(answer))]).toEqual([code]);
    expect(answer.data).toBeUndefined();
    expect(performance.now() - began).toBeLessThan(1_000);
  });

  it('counts a page size that comes as a variable', async () => {
    const query = 'query Q($first: Int!) { items(first: $first) { items { id } } }';
    expect((await ask(front.url, query, { variables: { first: 3 } })).extensions?.cost).toBe(33);
    expect(codesOf(await ask(front.url, query, { variables: { first: 100_000 } }))).toEqual(['TOO_LARGE']);
  });

  it('learns no names that it does not know', async () => {
    const { text } = await ask(front.url, '{ helo }');
    expect(text).not.toMatch(/did you mean|hello/i);
  });

  it('does not hear its secret again', async () => {
    const { text } = await ask(front.url, 'query Q($password: Int) { signIn(password: $password) }', {
      variables: { password: 'hunter2' },
    });
    expect(text).toContain('BAD_DOCUMENT');
    expect(text).not.toContain('hunter2');
  });
});

function bomb(levels: number): string {
  const fragments = Array.from({ length: levels }, (_, level) => `fragment f${level} on Item { ...f${level + 1} ...f${level + 1} }`);
  return `{ node { ...f0 } } ${fragments.join(' ')} fragment f${levels} on Item { id }`;
}

describe('a hostile request', () => {
  it('with a body of ten megabytes is cut off with 413', async () => {
    const answer = await post(`${front.url}/graphql`, JSON.stringify({ query: 'x'.repeat(10_000_000) })).catch((error: Error) => error);
    // The server may hang up before the client has sent everything; either way nothing is read.
    if (!(answer instanceof Error)) expect(answer.status).toBe(413);
  });

  it.each([
    ['a batch', '[{"query":"{ hello }"},{"query":"{ hello }"}]'],
    ['no JSON', '{"query":'],
    ['no query', '{}'],
    ['variables that are a list', '{"query":"{ hello }","variables":[]}'],
    ['a prototype', '{"__proto__":{"query":"{ hello }"}}'],
  ])('with %s is refused with 400', async (_name, body) => {
    const answer = await post(`${front.url}/graphql`, body);
    expect(answer.status).toBe(400);
    expect(answer.errors).toHaveLength(1);
  });

  it('that a form of another site can send is refused', async () => {
    expect((await post(`${front.url}/graphql`, '{"query":"mutation { touch }"}', { 'content-type': 'text/plain' })).status).toBe(415);
    const url = `${front.url}/graphql?query=${encodeURIComponent('mutation { touch }')}`;
    expect((await fetch(url)).status).toBe(405);
  });

  it('with headers that are too large is refused with 431', async () => {
    expect((await ask(front.url, '{ hello }', { headers: { 'x-much': 'x'.repeat(20_000) } })).status).toBe(431);
  });

  it('to nowhere, or by the wrong method, is told so in JSON', async () => {
    expect((await post(`${front.url}/nowhere`, '{}')).status).toBe(404);
    const wrong = await fetch(`${front.url}/graphql`, { method: 'PUT' });
    expect([wrong.status, wrong.headers.get('allow')]).toEqual([405, 'GET, POST']);
  });

  it('meets a mask where we fail, and its fault stands in the log under the same id', async () => {
    const answer = await ask(front.url, '{ broken }');
    const id = String(answer.errors[0]?.extensions?.id);
    expect(answer.text).not.toContain('hunter2');
    expect(codesOf(answer)).toEqual(['INTERNAL']);
    expect(front.lines.filter((line) => line.includes(id) && line.includes('hunter2'))).toHaveLength(1);
  });

  it('meets the code and field of an expected failure', async () => {
    const [error] = (await ask(front.url, '{ missing }')).errors;
    expect(error?.extensions).toEqual({ code: 'NOT_FOUND', field: 'id', expected: 'the id of a title' });
  });
});

describe('a hostile token', () => {
  it('is refused when it is forged, swapped, unsigned, expired, or of somebody else', async () => {
    const header = base64({ alg: 'none' });
    const claims = base64({ iss: ISSUER.issuer, aud: ISSUER.audience, sub: 'jane', exp: 4_000_000_000 });
    const swapped = base64({ alg: 'HS512' });
    const signature = createHmac('sha512', ISSUER.secret).update(`${swapped}.${claims}`).digest('base64url');
    const bad = [
      'nonsense',
      `${header}.${claims}.`,
      `${swapped}.${claims}.${signature}`,
      await token({}, { secret: SECRET }),
      await token({}, { end: '-1h' }),
      await new SignJWT().setProtectedHeader({ alg: 'HS256' }).setSubject('jane').sign(new TextEncoder().encode(ISSUER.secret)),
      `kg_${'x'.repeat(43)}`,
      `kgb_${'x'.repeat(43)}`,
    ];
    for (const credential of bad) {
      const answer = await ask(front.url, '{ who }', bearer(credential));
      expect([answer.status, codesOf(answer)]).toEqual([401, ['UNAUTHENTICATED']]);
      expect(answer.text).not.toContain(credential.slice(0, 20));
    }
  });

  it('never stands in the log, nor does the address that it came from', async () => {
    const secret = await token();
    await ask(front.url, '{ who }', { ...bearer(secret), variables: { password: 'tell nobody' } });
    const log = front.lines.join('\n');
    expect(log).not.toContain(secret);
    expect(log).not.toContain('tell nobody');
    expect(log).not.toContain('127.0.0.1');
  });

  it('is the only thing that names a viewer: the same person for the same subject', async () => {
    const first = await ask(front.url, '{ who }', bearer(await token()));
    const again = await ask(front.url, '{ who }', bearer(await token({ jti: 'another' })));
    expect(first.data?.who).toMatch(/^viewer \d+$/);
    expect(again.data?.who).toBe(first.data?.who);
  });
});

describe('a key', () => {
  const by = { actor: 'system', now: new Date() } as const;

  it('works until it is revoked', async () => {
    const input = { kind: ApiKeyKind.SERVER, name: 'test', scopes: [Scope.EVENTS_WRITE] };
    const { key, secret } = await createApiKey(fixture.db, input, by);
    front.gate.forgetKeys();
    expect((await ask(front.url, '{ who }', bearer(secret))).data).toEqual({ who: 'key' });
    await revokeApiKey(fixture.db, key.id, by);
    front.gate.forgetKeys();
    expect((await ask(front.url, '{ who }', bearer(secret))).status).toBe(401);
  });

  it('of a browser opens its own origins and no others', async () => {
    const input = { kind: ApiKeyKind.BROWSER, name: 'shop', origins: ['https://shop.example'] };
    const { secret } = await createApiKey(fixture.db, input, by);
    front.gate.forgetKeys();
    const from = (origin: string, key?: string) => ({ headers: { origin, ...(key && { 'x-kinograph-key': key }) } });
    const allowed = await ask(front.url, '{ who }', from('https://shop.example', secret));
    expect([allowed.status, allowed.headers.get('access-control-allow-origin')]).toEqual([200, 'https://shop.example']);
    expect((await ask(front.url, '{ who }', from('https://evil.example', secret))).status).toBe(403);
    expect((await ask(front.url, '{ who }', from('https://shop.example'))).status).toBe(403);
    expect((await ask(front.url, '{ who }', from('null'))).status).toBe(403);
    expect((await ask(front.url, '{ who }', from(front.url))).status).toBe(200);
  });
});
