import { startApp, type TestApp } from '../support/app';
import { withDatabase } from '../support/database';
import { ask, codesOf } from '../support/graphql';
import { openSocket } from '../support/socket';
import { until } from '../support/until';
import { aViewer } from '../support/viewer';

const fixture = withDatabase();
let app: TestApp;

beforeAll(async () => {
  app = await startApp(fixture.url);
});
afterAll(() => app.stop());

describe("another person's id", () => {
  it.each([
    ['a list', 'query Q($id: ID!) { recommendations(input: { userId: $id }) { version } }'],
    ['a past', 'query Q($id: ID!) { history(userId: $id) { nodes { title { name } } } }'],
    ['a person', 'query Q($id: ID!) { user(id: $id) { externalId } }'],
    ['everybody', 'query { users { nodes { externalId } } }'],
    ['keys', 'query { apiKeys { nodes { name } } }'],
    ['the audit', 'query { audit { nodes { action } } }'],
  ])('opens nothing: %s stays closed', async (_name, query) => {
    const [me, other] = [await aViewer(app.url), await aViewer(app.url)];
    const variables = query.includes('$id') ? { id: other.id } : {};
    const answer = await ask(app.url, query, { headers: me.headers, variables });
    expect(codesOf(answer)).toEqual(['FORBIDDEN']);
    expect(Object.values(answer.data ?? {}).every((value) => value === null)).toBe(true);
  });

  it('answers the same whether the person is there or not', async () => {
    const [me, other] = [await aViewer(app.url), await aViewer(app.url)];
    const query = 'query Q($id: ID!) { user(id: $id) { externalId } }';
    const of = async (id: string) => (await ask(app.url, query, { headers: me.headers, variables: { id } })).errors;
    expect(await of('999999999')).toEqual(await of(String(other.id)));
  });

  it('in an event is refused for that event alone', async () => {
    const [me, other] = [await aViewer(app.url), await aViewer(app.url)];
    const query = 'mutation T($events: [EventInput!]!) { trackEvents(events: $events) { results { status code field } } }';
    const event = { id: crypto.randomUUID(), type: 'CLICK', occurredAt: new Date().toISOString(), titleId: '1', userId: other.id };
    const { data } = await ask(app.url, query, { headers: me.headers, variables: { events: [event] } });
    expect(JSON.stringify(data)).toMatch(/REJECTED.*(FORBIDDEN|NOT_FOUND)/);
  });

  it('gets no live list', async () => {
    const [me, other] = [await aViewer(app.url), await aViewer(app.url)];
    const socket = await openSocket(app.url, { params: me.headers });
    socket.subscribe('1', 'subscription S($id: ID!) { recommendationsChanged(input: { userId: $id }) { version } }', { id: other.id });
    const message = await until('it is answered', () => socket.messages.find(({ id }) => id === '1'));
    expect(JSON.stringify(message)).toContain('FORBIDDEN');
    socket.close();
  });
});
