import { connect } from 'node:net';
import { ApiKeyKind } from '../../core/api-key';
import { Scope } from '../../core/caller';
import { createApiKey, revokeApiKey } from '../../flow/api-key';
import { withDatabase } from '../support/database';
import { startFront, type TestFront } from '../support/front';
import { ask } from '../support/graphql';
import { openSocket, type TestSocket } from '../support/socket';
import { until } from '../support/until';

const fixture = withDatabase();
const TICKS = 'subscription { ticks }';
let front: TestFront;

beforeEach(async () => {
  front = await startFront(fixture.database);
});
afterEach(async () => {
  expect((await ask(front.url, '{ hello }')).data).toEqual({ hello: 'world' });
  await front.stop();
  expect(front.waiting.count).toBe(0);
});

const by = { actor: 'system', now: new Date() } as const;
const session = async () => ({ authorization: `Bearer ${(await front.tokens.startSession()).token}` });

describe('a socket', () => {
  it('answers queries and subscriptions with the caller and cost that HTTP would have', async () => {
    const socket = await openSocket(front.url, { params: await session() });
    socket.subscribe('1', '{ who items(first: 3) { id } }');
    expect((await socket.next('next', '1')).payload).toMatchObject({
      data: { who: expect.stringMatching(/^viewer/) },
      extensions: { cost: 3 },
    });
    socket.subscribe('2', TICKS);
    await until('the subscription waits', () => front.waiting.count === 1);
    front.tick();
    expect((await socket.next('next', '2')).payload).toMatchObject({ data: { ticks: 1 } });
    socket.send({ type: 'complete', id: '2' });
    await until('the subscription ends', () => front.waiting.count === 0);
    socket.close();
  });

  it('leaves nothing behind when its client is gone', async () => {
    const socket = await openSocket(front.url);
    for (let id = 0; id < 20; id += 1) socket.subscribe(String(id), TICKS);
    await until('all subscriptions wait', () => front.waiting.count === 20);
    socket.wire.terminate();
    await until('all subscriptions end', () => front.waiting.count === 0 && front.sockets.count === 0);
  });

  it('may have 20 subscriptions, and room for another when one is completed', async () => {
    const socket = await openSocket(front.url);
    for (let id = 0; id < 25; id += 1) socket.subscribe(String(id), TICKS);
    await until('20 wait', () => front.waiting.count === 20);
    const refusals = () => socket.messages.filter(({ type }) => type === 'error');
    await until('5 are refused', () => refusals().length === 5);
    expect(JSON.stringify(refusals()[0]?.payload)).toContain('RATE_LIMITED');
    socket.send({ type: 'complete', id: '0' });
    await until('19 wait', () => front.waiting.count === 19);
    socket.subscribe('again', TICKS);
    await until('20 wait again', () => front.waiting.count === 20);
    socket.close();
  });

  it('gets the limits and masks of HTTP', async () => {
    const socket = await openSocket(front.url);
    socket.subscribe('deep', `{ ${'items { '.repeat(20)} id ${'}'.repeat(21)}`);
    expect(JSON.stringify((await socket.next('error', 'deep')).payload)).toContain('TOO_LARGE');
    socket.subscribe('broken', '{ broken }');
    const answer = JSON.stringify((await socket.next('next', 'broken')).payload);
    expect(answer).toContain('INTERNAL');
    expect(answer).not.toContain('hunter2');
    socket.close();
  });
});

describe('a socket that may not stay', () => {
  it('is refused with 4401 for a bad credential and 4403 for an expired one', async () => {
    const bad = await openSocket(front.url, { params: { authorization: 'Bearer nonsense' } });
    expect((await bad.closed()).code).toBe(4401);
    const params = await session();
    front.clock.ahead = 91 * 86_400_000;
    const late = await openSocket(front.url, { params });
    expect((await late.closed()).code).toBe(4403);
  });

  it('is closed with 4403 when its token expires', async () => {
    const socket = await openSocket(front.url, { params: await session() });
    socket.subscribe('1', TICKS);
    await until('it waits', () => front.waiting.count === 1);
    front.clock.ahead = 91 * 86_400_000;
    expect((await socket.closed()).code).toBe(4403);
    await until('its subscription ends', () => front.waiting.count === 0);
  });

  it('is closed with 4401 when its key is revoked, and the others stay', async () => {
    const input = { kind: ApiKeyKind.SERVER, name: 'test', scopes: [Scope.ADMIN] };
    const [revoked, kept] = [await createApiKey(fixture.db, input, by), await createApiKey(fixture.db, input, by)];
    const params = (secret: string) => ({ params: { authorization: `Bearer ${secret}` } });
    const sockets = [await openSocket(front.url, params(revoked.secret)), await openSocket(front.url, params(kept.secret))];
    await revokeApiKey(fixture.db, revoked.key.id, by);
    front.gate.forgetKeys();
    front.sockets.onReconnect();
    expect((await sockets[0]?.closed())?.code).toBe(4401);
    sockets[1]?.subscribe('1', '{ who }');
    expect((await sockets[1]?.next('next', '1'))?.payload).toMatchObject({ data: { who: 'key' } });
    sockets[1]?.close();
  });

  it('is closed with 1001 when the server leaves', async () => {
    const socket = await openSocket(front.url);
    const other = await startFront(fixture.database);
    const leaving = await openSocket(other.url);
    leaving.subscribe('1', TICKS);
    await until('it waits', () => other.waiting.count === 1);
    await other.stop();
    expect((await leaving.closed()).code).toBe(1001);
    expect(other.waiting.count).toBe(0);
    socket.close();
  });
});

describe('a hostile socket', () => {
  it('of a page whose origin no key knows is refused before it opens', async () => {
    await expect(openSocket(front.url, { headers: { origin: 'https://evil.example' } })).rejects.toThrow('403');
    const own = await openSocket(front.url, { headers: { origin: front.url } });
    own.close();
  });

  it('of a known origin still needs the key', async () => {
    const input = { kind: ApiKeyKind.BROWSER, name: 'shop', origins: ['https://shop.example'] };
    const { secret } = await createApiKey(fixture.db, input, by);
    front.gate.forgetKeys();
    const headers = { origin: 'https://shop.example' };
    expect((await (await openSocket(front.url, { headers })).closed()).code).toBe(4401);
    const socket = await openSocket(front.url, { headers, params: { key: secret, ...(await session()) } });
    socket.subscribe('1', '{ who }');
    await socket.next('next', '1');
    socket.close();
  });

  it.each<[string, (socket: TestSocket) => void, number]>([
    ['talks no JSON', ({ wire }) => wire.send('{nonsense'), 4400],
    ['sends an unknown message', ({ wire }) => wire.send('{"type":"fire"}'), 4400],
    ['sends bytes', ({ wire }) => wire.send(Buffer.from([1, 2, 3])), 1008],
    ['sends too large a message', ({ wire }) => wire.send('x'.repeat(70_000)), 1009],
    ['introduces itself twice', (socket) => socket.send({ type: 'connection_init' }), 4429],
    ['uses an id twice', (socket) => ['1', '1'].map((id) => socket.subscribe(id, TICKS)), 4409],
    ['floods', (socket) => Array.from({ length: 1_100 }, () => socket.send({ type: 'ping' })), 1008],
  ])('that %s is closed', async (_name, misbehave, code) => {
    const socket = await openSocket(front.url);
    misbehave(socket);
    expect((await socket.closed()).code).toBe(code);
  });

  it('that subscribes before it said who it is, is closed with 4401', async () => {
    const socket = await openSocket(front.url, { init: false });
    socket.subscribe('1', TICKS);
    expect((await socket.closed()).code).toBe(4401);
  });

  it('that sends malformed frames, or only noise, harms nobody', async () => {
    const { wire } = await openSocket(front.url);
    const raw = (wire as unknown as { _socket: { write(bytes: Buffer): void } })._socket;
    raw.write(Buffer.from([0xff, 0xff, 0xff, 0xff, 0x00]));
    await until('it is closed', () => wire.readyState === wire.CLOSED);
    const noise = connect(Number(new URL(front.url).port), '127.0.0.1');
    noise.on('error', () => undefined);
    noise.write('GET /graphql HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n\u0000\u0001');
    await until('the noise is hung up on', () => noise.closed || noise.readableEnded || noise.bytesRead > 0);
    noise.destroy();
  });
});
