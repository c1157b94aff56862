import { startApp, type TestApp } from '../support/app';
import { everyCaller, ISSUER } from '../support/callers';
import { withDatabase } from '../support/database';
import { ask, codesOf } from '../support/graphql';
import { openSocket } from '../support/socket';
import { until } from '../support/until';

const fixture = withDatabase();
const LIVE = 'subscription { recommendationsChanged { version } }';
let app: TestApp;
let callers: Awaited<ReturnType<typeof everyCaller>>;

beforeAll(async () => {
  app = await startApp(fixture.url, { JWT_ISSUERS: JSON.stringify([ISSUER]), TRUST_PROXY: 'true', REQUESTS_PER_MINUTE: '500' });
  callers = await everyCaller(fixture.db, app.url);
});
afterAll(() => app.stop());

describe('live lists', () => {
  it('are 50 a person, however many sockets they come by, and all go with their sockets', async () => {
    const sockets = await Promise.all([1, 2, 3].map(() => openSocket(app.url, { params: callers.viewer })));
    for (const socket of sockets) for (let id = 0; id < 20; id += 1) socket.subscribe(String(id), LIVE);
    const all = () => sockets.flatMap(({ messages }) => messages);
    const refused = () => all().filter((message) => JSON.stringify(message.payload ?? '').includes('RATE_LIMITED'));
    await until('50 are live and 10 are refused', () => app.house.live.subscribers === 50 && refused().length === 10);
    for (const socket of sockets) socket.wire.terminate();
    await until('none is live', () => app.house.live.subscribers === 0);
  });

  it('leave nothing behind when they are completed before they have begun', async () => {
    const socket = await openSocket(app.url, { params: callers.session });
    for (let id = 0; id < 100; id += 1) {
      socket.subscribe(String(id), LIVE);
      socket.send({ type: 'complete', id: String(id) });
    }
    socket.subscribe('last', LIVE);
    await until('only the last is live, or refused for the rush', () => socket.messages.some(({ id }) => id === 'last'));
    await until('the others have gone', () => app.house.live.subscribers <= 1);
    socket.subscribe('another', LIVE);
    await socket.next('next', 'another');
    socket.close();
    await until('none is live', () => app.house.live.subscribers === 0);
  });
});

describe('an operator', () => {
  it('who has signed out is closed with 4401, and the others stay', async () => {
    const { 'x-kinograph-console': console, ...headers } = callers.reader;
    const leaving = await openSocket(app.url, { headers, params: { 'x-kinograph-console': console } });
    const staying = await openSocket(app.url, { headers: { cookie: callers.admin.cookie ?? '' }, params: { 'x-kinograph-console': '1' } });
    const who = '{ operator { id role } }';
    leaving.subscribe('1', who);
    expect((await leaving.next('next', '1')).payload).toMatchObject({ data: { operator: { role: 'READER' } } });
    expect(codesOf(await ask(app.url, 'mutation { signOut { signedOut } }', { headers: callers.reader }))).toEqual([]);
    expect((await leaving.closed()).code).toBe(4401);
    staying.subscribe('1', who);
    expect((await staying.next('next', '1')).payload).toMatchObject({ data: { operator: { role: 'ADMIN' } } });
    staying.close();
  });

  it('whose cookie comes without the console’s word is nobody', async () => {
    const socket = await openSocket(app.url, { headers: { cookie: callers.admin.cookie ?? '' } });
    socket.subscribe('1', '{ operator { id } }');
    expect((await socket.next('next', '1')).payload).toMatchObject({ data: { operator: null } });
    socket.close();
  });
});

describe('an address', () => {
  const begin = (forwarded: string) => ask(app.url, 'mutation { startSession { token } }', { headers: { 'x-forwarded-for': forwarded } });

  it('begins few sessions, and what it says before the proxy’s word buys it no more', async () => {
    for (let session = 0; session < 10; session += 1) expect(codesOf(await begin('10.0.0.1'))).toEqual([]);
    expect(codesOf(await begin('10.0.0.1'))).toEqual(['RATE_LIMITED']);
    expect(codesOf(await begin('99.9.9.9, 10.0.0.1'))).toEqual(['RATE_LIMITED']);
    expect(codesOf(await begin('10.0.0.1, 10.0.0.2'))).toEqual([]);
  });
});
