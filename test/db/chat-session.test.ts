import { randomUUID } from 'node:crypto';
import { Scope } from '../../core/caller';
import { forget } from '../../jobs/forget';
import { removeOld } from '../../store/maintenance';
import { startApp, type TestApp } from '../support/app';
import { aKey, everyCaller, type Headers } from '../support/callers';
import { withDatabase } from '../support/database';
import { type Answer, ask, codesOf, fieldOf } from '../support/graphql';
import { aJobContext } from '../support/job-context';

const fixture = withDatabase();
const clock = { ahead: 0 };
let app: TestApp;
let bot: Headers;
beforeAll(async () => {
  app = await startApp(fixture.url, {}, () => new Date(Date.now() + clock.ahead));
  bot = await aKey(fixture.db, Scope.SESSIONS_WRITE);
});
afterAll(() => app.stop());
afterEach(() => {
  clock.ahead = 0;
});

interface Started {
  readonly token: string | null;
  readonly expiresAt: string | null;
  readonly user: { readonly id: string; readonly source: string; readonly externalId: string } | null;
  readonly userErrors: readonly { readonly code: string; readonly field: string }[];
}

const START = `mutation ($userId: ID) { startSession(userId: $userId) {
  token expiresAt user { id source externalId } userErrors { code field } } }`;
const start = (userId: string, headers: Headers = bot): Promise<Answer> => ask(app.url, START, { headers, variables: { userId } });
const started = async (userId: string): Promise<Started> => fieldOf<Started>(await start(userId), 'startSession');
const asPerson = ({ token }: Started): Headers => ({ authorization: `Bearer ${token}` });

describe('a session of a person of one’s own', () => {
  it('makes them on first sight and lets act as them for an hour, and only as them', async () => {
    const name = randomUUID();
    const session = await started(`app:${name}`);
    expect(session.user).toMatchObject({ source: 'app', externalId: name });
    expect(Date.parse(String(session.expiresAt)) - Date.now()).toBeLessThanOrEqual(3_600_000);
    const headers = asPerson(session);
    const viewer = fieldOf<{ id: string }>(await ask(app.url, '{ viewer { id } }', { headers }), 'viewer');
    expect(viewer.id).toBe(session.user?.id);
    const other = (await started(`app:${randomUUID()}`)).user?.id;
    const asked = `{ recommendations(input: { userId: "${other}" }) { version } }`;
    expect(codesOf(await ask(app.url, asked, { headers }))).toEqual(['FORBIDDEN']);
    expect(codesOf(await start(`app:${name}`, headers))).toEqual(['FORBIDDEN']);
    clock.ahead = 3_606_000;
    expect(codesOf(await ask(app.url, '{ viewer { id } }', { headers }))).toEqual(['UNAUTHENTICATED']);
  });

  it('is the same person each time', async () => {
    const name = `app:${randomUUID()}`;
    expect((await started(name)).user?.id).toBe((await started(name)).user?.id);
  });

  it.each(['', '1', 'movielens:1', 'session:x', 'demo:x', 'app:', 'app:a\u0000b', `app:${'x'.repeat(201)}`])(
    'is refused for %j, who is nobody of one’s own',
    async (userId) => {
      const { token, userErrors } = await started(userId);
      expect(token).toBeNull();
      expect(userErrors).toEqual([{ code: 'BAD_INPUT', field: 'userId' }]);
    },
  );

  it('is for keys of its scope and for admin keys alone: not even an admin may act as a person', async () => {
    const callers: Readonly<Record<string, Headers>> = await everyCaller(fixture.db, app.url);
    const allowed: string[] = [];
    for (const [name, headers] of Object.entries(callers))
      if (codesOf(await start(`app:${randomUUID()}`, headers)).length === 0) allowed.push(name);
    expect(allowed).toEqual(['sessions', 'key']);
  });
});

interface Kept {
  readonly session: { readonly state: unknown; readonly version: number; readonly userId: string | null } | null;
  readonly userErrors: readonly { readonly code: string; readonly field: string | null }[];
}

const SAVE = `mutation ($input: SaveChatSessionInput!) { saveChatSession(input: $input) {
  session { state version userId } userErrors { code field } } }`;
const save = async (input: object, headers = bot): Promise<Kept> =>
  fieldOf<Kept>(await ask(app.url, SAVE, { headers, variables: { input } }), 'saveChatSession');
const read = async (id: string, headers = bot): Promise<unknown> =>
  (await ask(app.url, 'query ($id: ID!) { chatSession(id: $id) { state version } }', { headers, variables: { id } })).data?.chatSession;

describe('a chat', () => {
  it('is kept version by version, and answers who comes late with what stands', async () => {
    const id = randomUUID();
    expect(await read(id)).toBeNull();
    expect((await save({ id, state: { step: 'mood' } })).session?.version).toBe(1);
    expect((await save({ id, state: { step: 'time' }, version: 1 })).session?.version).toBe(2);
    for (const version of [1, 3, null]) {
      const late = await save({ id, state: {}, version });
      expect(late.userErrors).toEqual([{ code: 'CONFLICT', field: 'input.version' }]);
      expect(late.session).toMatchObject({ version: 2, state: { step: 'time' } });
    }
    expect((await save({ id: randomUUID(), state: {}, version: 1 })).userErrors).toMatchObject([{ code: 'CONFLICT' }]);
    expect(await read(id)).toEqual({ version: 2, state: { step: 'time' } });
  });

  it('is seen by the key that keeps it alone', async () => {
    const id = randomUUID();
    const other = await aKey(fixture.db, Scope.ADMIN);
    await save({ id, state: { of: 'one' } });
    expect(await read(id, other)).toBeNull();
    expect((await save({ id, state: { of: 'other' } }, other)).session?.version).toBe(1);
    expect(await read(id)).toMatchObject({ state: { of: 'one' } });
  });

  it.each([
    ['input.id', { id: '', state: {} }],
    ['input.id', { id: 'x'.repeat(201), state: {} }],
    ['input.id', { id: 'a\u0000', state: {} }],
    ['input.state', { id: 'x', state: { text: 'ы'.repeat(4_100) } }],
    ['input.state', { id: 'x', state: { text: '\u0000' } }],
    ['input.userId', { id: 'x', state: {}, userId: '1' }],
  ])('is refused by %s', async (field, input) => {
    expect((await save(input)).userErrors).toEqual([{ code: 'BAD_INPUT', field }]);
    expect(await read(input.id)).toBeNull();
  });

  it('is found by how its id begins and by when it was changed, page by page', async () => {
    const headers = await aKey(fixture.db, Scope.SESSIONS_WRITE);
    for (const id of ['-1', '-2', '-3', '4']) await save({ id, state: {} }, headers);
    const page = (rest: string) =>
      ask(app.url, `{ chatSessions(startsWith: "-" ${rest}) { nodes { id } pageInfo { endCursor } } }`, { headers });
    type Page = { nodes: { id: string }[]; pageInfo: { endCursor: string } };
    const first = fieldOf<Page>(await page('first: 2'), 'chatSessions');
    expect(first.nodes).toEqual([{ id: '-1' }, { id: '-2' }]);
    const rest = fieldOf<Page>(await page(`after: "${first.pageInfo.endCursor}"`), 'chatSessions');
    expect(rest.nodes).toEqual([{ id: '-3' }]);
    const later = new Date(Date.now() + 60_000).toISOString();
    expect(fieldOf<Page>(await page(`since: "${later}"`), 'chatSessions').nodes).toEqual([]);
    expect(codesOf(await page('first: 1001'))).toEqual(['BAD_INPUT']);
  });

  it('is removed after 90 days without a change', async () => {
    const [old, young] = [randomUUID(), randomUUID()];
    for (const id of [old, young]) await save({ id, state: {} });
    await fixture.db.query(`update chat_sessions set "updatedAt" = now() - interval '91 days' where id = $1`, [old]);
    expect((await removeOld(fixture.db, new Date())).chatSessions).toBe(1);
    expect([await read(old), await read(young)]).toEqual([null, expect.anything()]);
  });

  it('goes when its person is forgotten', async () => {
    const [id, userId] = [randomUUID(), `app:${randomUUID()}`];
    await save({ id, state: { likes: 'secret' }, userId });
    await save({ id: `${id}-group`, state: {} });
    const headers = await aKey(fixture.db, Scope.ADMIN);
    const asked = 'mutation ($userId: ID!) { forgetUser(userId: $userId, confirm: $userId) { erasure { id } userErrors { message } } }';
    const answer = await ask(app.url, asked, { headers, variables: { userId } });
    const { erasure } = fieldOf<{ erasure: { id: string } }>(answer, 'forgetUser');
    await forget.run(aJobContext(fixture.database, { erasureId: Number(erasure.id) }));
    expect(await read(id)).toBeNull();
    expect(await read(`${id}-group`)).not.toBeNull();
  });
});
