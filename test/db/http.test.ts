import { ApiKeyKind } from '../../core/api-key';
import { Scope } from '../../core/caller';
import { createApiKey } from '../../flow/api-key';
import { withDatabase } from '../support/database';
import { startFront, type TestFront } from '../support/front';
import { ask, codesOf, post } from '../support/graphql';

const fixture = withDatabase();
const by = { actor: 'system', now: new Date() } as const;
let front: TestFront;

beforeAll(async () => {
  front = await startFront(fixture.database);
});
afterAll(() => front.stop());

async function serverKey(...scopes: Scope[]): Promise<string> {
  const { secret } = await createApiKey(fixture.db, { kind: ApiKeyKind.SERVER, name: 'test', scopes }, by);
  return secret;
}

describe('GraphQL over HTTP', () => {
  it('speaks the media type that the client asks for', async () => {
    const accept = (type: string, query = '{ hello }') => ask(front.url, query, { headers: { accept: type } });
    const typeOf = async (type: string) => (await accept(type)).headers.get('content-type');
    expect(await typeOf('application/graphql-response+json, application/json;q=0.9')).toBe(
      'application/graphql-response+json; charset=utf-8',
    );
    expect(await typeOf('*/*')).toBe('application/json; charset=utf-8');
    expect((await accept('application/graphql-response+json', '{ unknown }')).status).toBe(400);
    expect((await accept('application/json', '{ unknown }')).status).toBe(200);
    expect((await accept('text/html')).status).toBe(400);
  });

  it('answers queries by GET with variables', async () => {
    const query = new URLSearchParams({ query: 'query Q($n: Int!) { items(first: $n) { id } }', variables: '{"n":2}' });
    const response = await fetch(`${front.url}/graphql?${query}`);
    expect(await response.json()).toEqual({ data: { items: [{ id: '0' }, { id: '1' }] }, extensions: { cost: 2 } });
  });
});

describe('POST /events', () => {
  const events = [{ id: 'one' }, { id: 'two' }];

  it('takes JSON with the credential in its header', async () => {
    const { token } = await front.tokens.startSession();
    const answer = await post(`${front.url}/events`, JSON.stringify({ events }), { authorization: `Bearer ${token}` });
    expect([answer.status, JSON.parse(answer.text).results]).toMatchObject([200, [{ status: 'ACCEPTED' }, { status: 'ACCEPTED' }]]);
  });

  it('takes text with the token and key in its body, as a beacon of another origin sends it', async () => {
    const { token } = await front.tokens.startSession();
    const { secret: key } = await createApiKey(
      fixture.db,
      { kind: ApiKeyKind.BROWSER, name: 'shop', origins: ['https://shop.example'] },
      by,
    );
    const beacon = (body: object) =>
      post(`${front.url}/events`, JSON.stringify(body), { 'content-type': 'text/plain;charset=UTF-8', origin: 'https://shop.example' });
    expect((await beacon({ token, key, events })).status).toBe(200);
    expect((await beacon({ token, events })).status).toBe(403);
  });

  it('refuses a batch that nobody vouches for, and a body without events', async () => {
    expect(codesOf(await post(`${front.url}/events`, JSON.stringify({ events })))).toEqual(['UNAUTHENTICATED']);
    expect(codesOf(await post(`${front.url}/events`, '{"event":{}}'))).toEqual(['BAD_INPUT']);
  });
});

describe('a poster', () => {
  it('is an SVG that any page may show, and is sent once', async () => {
    const rows = await fixture.db.query(`insert into titles (kind, name, "searchName") values ('MOVIE', 'Heat', 'heat') returning id`);
    const address = `${front.url}/posters/${rows[0].id}`;
    const poster = await fetch(address);
    expect(await poster.text()).toContain('<svg');
    expect(poster.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(poster.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
    expect((await fetch(address, { headers: { 'if-none-match': poster.headers.get('etag') ?? '' } })).status).toBe(304);
    expect((await fetch(`${front.url}/posters/999999`)).status).toBe(404);
  });
});

describe('health and metrics', () => {
  it('tell that the process runs and which parts are there', async () => {
    expect((await fetch(`${front.url}/healthz`)).status).toBe(200);
    expect(await (await fetch(`${front.url}/readyz`)).json()).toEqual({ status: 'ok', parts: { database: true } });
  });

  it('count operations, sockets and events for Prometheus', async () => {
    await ask(front.url, '{ hello }');
    const text = await (await fetch(`${front.url}/metrics`)).text();
    expect(text).toMatch(/kinograph_graphql_operation_seconds_count\{kind="query",outcome="ok"\} \d/);
    expect(text).toMatch(/kinograph_sockets 0/);
    expect(text).toMatch(/nodejs_eventloop_lag_p99_seconds \d/);
  });
});

describe('the rate limit', () => {
  it('answers 429 with the time to wait, per key and per address', async () => {
    const strict = await startFront(fixture.database, { REQUESTS_PER_MINUTE: '3' });
    const key = { authorization: `Bearer ${await serverKey(Scope.ADMIN)}` };
    const statuses = async (headers: Record<string, string>) =>
      (await Promise.all([1, 2, 3, 4].map(() => ask(strict.url, '{ hello }', { headers })))).map(({ status }) => status).sort();
    expect(await statuses(key)).toEqual([200, 200, 200, 429]);
    expect(await statuses({})).toEqual([200, 200, 200, 429]);
    const refused = await ask(strict.url, '{ hello }');
    expect([codesOf(refused), Number(refused.headers.get('retry-after')) > 0]).toEqual([['RATE_LIMITED'], true]);
    await strict.stop();
  });
});
