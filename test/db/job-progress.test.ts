import { ApiKeyKind } from '../../core/api-key';
import { Scope } from '../../core/caller';
import { createApiKey } from '../../flow/api-key';
import { startApp, type TestApp } from '../support/app';
import { withDatabase } from '../support/database';
import { ask, codesOf } from '../support/graphql';
import { openSocket } from '../support/socket';
import { until } from '../support/until';

const fixture = withDatabase();
let app: TestApp;
let authorization: string;

beforeAll(async () => {
  app = await startApp(fixture.url, { JOBS: 'true' });
  const input = { kind: ApiKeyKind.SERVER, name: 'test', scopes: [Scope.ADMIN] };
  authorization = `Bearer ${(await createApiKey(fixture.db, input, { actor: 'system', now: new Date() })).secret}`;
});
afterAll(() => app.stop());

const PROGRESS = 'subscription ($id: ID!) { jobProgress(id: $id) { id state progress message finishedAt } }';
const START =
  'mutation ($name: String!, $payload: JSONObject) { startJob(name: $name, payload: $payload) { job { id state } userErrors { code field expected } } }';

describe('background work', () => {
  it('is started, followed to its end and then let go', async () => {
    const { data } = await ask(app.url, START, { headers: { authorization }, variables: { name: 'replay' } });
    const { job } = (data as { startJob: { job: { id: string } } }).startJob;
    const socket = await openSocket(app.url, { params: { authorization } });
    socket.subscribe('1', PROGRESS, { id: job.id });
    await socket.next('complete', '1');
    const states = socket.messages.filter(({ type }) => type === 'next').map(({ payload }) => JSON.stringify(payload));
    expect(states.at(-1)).toContain('"state":"SUCCEEDED"');
    expect(app.house.jobProgress.subscribers).toBe(0);
    socket.close();
  });

  it('of an unknown job is refused, by name and by id', async () => {
    const wrong = await ask(app.url, START, { headers: { authorization }, variables: { name: 'mine-bitcoin' } });
    expect(wrong.data).toMatchObject({
      startJob: { job: null, userErrors: [{ code: 'BAD_INPUT', field: 'name', expected: expect.stringContaining('train') }] },
    });
    const told = await ask(app.url, START, { headers: { authorization }, variables: { name: 'replay', payload: { path: '/etc/passwd' } } });
    expect(told.data).toMatchObject({ startJob: { job: null, userErrors: [{ code: 'BAD_INPUT', field: 'payload' }] } });
    const socket = await openSocket(app.url, { params: { authorization } });
    socket.subscribe('1', PROGRESS, { id: '999999' });
    const { payload } = await until('the error comes', () => socket.messages.find(({ type, id }) => id === '1' && type !== 'complete'));
    expect(JSON.stringify(payload)).toContain('NOT_FOUND');
    socket.close();
  });

  it('is hidden from viewers and from everyone without a credential', async () => {
    const { data } = await ask(app.url, 'mutation { startSession { token } }');
    const { token } = (data as { startSession: { token: string } }).startSession;
    const asViewer = await ask(app.url, '{ jobs { nodes { id } } }', { headers: { authorization: `Bearer ${token}` } });
    expect(codesOf(asViewer)).toEqual(['FORBIDDEN']);
    expect(codesOf(await ask(app.url, '{ jobs { nodes { id } } }'))).toEqual(['UNAUTHENTICATED']);
  });
});
