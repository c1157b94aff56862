import { randomUUID } from 'node:crypto';
import { ApiKeyKind } from '../../core/api-key';
import { Scope } from '../../core/caller';
import { TitleKind } from '../../core/title';
import { createApiKey } from '../../flow/api-key';
import { startApp, type TestApp } from '../support/app';
import { withDatabase } from '../support/database';
import { ask } from '../support/graphql';
import { openSocket, type TestSocket } from '../support/socket';
import { aTitle } from '../support/title';
import { until } from '../support/until';

const fixture = withDatabase();
let here: TestApp;
let there: TestApp;
let key: string;

beforeAll(async () => {
  for (let film = 0; film < 40; film++)
    await aTitle(fixture.db, { name: `Film ${film}`, genres: [film % 2 ? 'Drama' : 'Comedy'], seconds: 6_000 });
  const input = { kind: ApiKeyKind.SERVER, name: 'test', scopes: [Scope.ADMIN] };
  key = (await createApiKey(fixture.db, input, { actor: 'system', now: new Date() })).secret;
  [here, there] = await Promise.all([startApp(fixture.url), startApp(fixture.url)]);
});
afterAll(async () => {
  await Promise.all([here.stop(), there.stop()]);
});

const LIVE = `subscription ($known: Int) { recommendationsChanged(knownVersion: $known) {
  id recommendationId version cause { kind eventId title { name } } items(first: 40) { nodes { rank title { id } reasons { code text } } } } }`;
const TRACK =
  'mutation ($events: [EventInput!]!) { trackEvents(events: $events) { results { id status code message } userErrors { message } } }';
const FILMS = '{ titles(filter: { kinds: [MOVIE] }, first: 40) { nodes { id name } } }';

interface Push {
  readonly id: string;
  readonly version: number;
  readonly cause: { readonly kind: string; readonly eventId: string | null; readonly title: { readonly name: string } | null };
  readonly items: { readonly nodes: readonly { readonly title: { readonly id: string } }[] };
}

const pushesOf = (tab: TestSocket): readonly Push[] =>
  tab.messages
    .filter(({ type }) => type === 'next')
    .map(({ payload }) => (payload as { data: { recommendationsChanged: Push } }).data.recommendationsChanged);

const asViewer = (token: string) => ({ headers: { authorization: `Bearer ${token}` } });

async function aViewer(): Promise<{ token: string; userId: string }> {
  const { data } = await ask(here.url, 'mutation { startSession { token user { id } } }');
  const session = data?.startSession as { token: string; user: { id: string } };
  return { token: session.token, userId: session.user.id };
}

async function aTab(app: TestApp, token: string, known?: number): Promise<TestSocket> {
  const tab = await openSocket(app.url, { params: { authorization: `Bearer ${token}` } });
  tab.subscribe('1', LIVE, { known });
  return tab;
}

async function watch(app: TestApp, token: string, titleId: string): Promise<string> {
  const id = randomUUID();
  const event = { id, type: 'WATCH_INTERVAL', occurredAt: new Date().toISOString(), titleId, fromSeconds: 0, toSeconds: 5_000 };
  const { data } = await ask(app.url, TRACK, { ...asViewer(token), variables: { events: [event] } });
  expect(data).toMatchObject({ trackEvents: { results: [{ id, status: 'ACCEPTED', message: null }] } });
  return id;
}

async function films(): Promise<readonly { id: string; name: string }[]> {
  const { data, errors } = await ask(here.url, FILMS);
  expect(errors).toEqual([]);
  const titles = data?.titles as { readonly nodes: readonly { id: string; name: string }[] } | undefined;
  return titles?.nodes ?? [];
}

describe('watch, and recommendations move', () => {
  it('in every tab and device of the person, on every server process, and in nobody else’s', async () => {
    const [mine, other] = [await aViewer(), await aViewer()];
    const tabs = [await aTab(here, mine.token), await aTab(here, mine.token), await aTab(there, mine.token)];
    const stranger = await aTab(there, other.token);
    await Promise.all([...tabs, stranger].map((tab) => tab.next('next')));
    const [film] = await films();
    const eventId = await watch(there, mine.token, film?.id ?? '');

    for (const tab of tabs) {
      const push = await until('the push comes', () => pushesOf(tab)[1]);
      expect(push.cause).toEqual({ kind: 'EVENT', eventId, title: { name: film?.name } });
      expect(push.id).toBe(pushesOf(tab)[0]?.id);
      expect(push.version).toBe((pushesOf(tab)[0]?.version ?? 0) + 1);
      expect(push.items.nodes.map(({ title }) => title.id)).not.toContain(film?.id);
      expect(push.items.nodes).toHaveLength(39);
    }
    expect(pushesOf(stranger)).toHaveLength(1);
    for (const tab of [...tabs, stranger]) tab.close();
    await until('nobody listens any more', () => here.house.live.subscribers + there.house.live.subscribers === 0);
  });

  it('a deleted event is undone at once, and an offline queue cannot bring it back', async () => {
    const viewer = await aViewer();
    const tab = await aTab(here, viewer.token);
    await tab.next('next');
    const [, film] = await films();
    const eventId = await watch(here, viewer.token, film?.id ?? '');
    await until('the push comes', () => pushesOf(tab).length === 2);
    const deletion = 'mutation ($ids: [ID!]!) { deleteEvents(ids: $ids) { deleted userErrors { message } } }';
    const { data } = await ask(here.url, deletion, { ...asViewer(viewer.token), variables: { ids: [eventId] } });
    expect(data).toEqual({ deleteEvents: { deleted: 1, userErrors: [] } });
    const push = await until('the second push comes', () => pushesOf(tab)[2]);
    expect(push.cause.kind).toBe('DELETED');
    expect(push.items.nodes.map(({ title }) => title.id)).toContain(film?.id);

    const again = { id: eventId, type: 'CLICK', occurredAt: new Date().toISOString(), titleId: film?.id };
    const retried = await ask(here.url, TRACK, { ...asViewer(viewer.token), variables: { events: [again] } });
    expect(retried.data).toMatchObject({ trackEvents: { results: [{ status: 'DUPLICATE' }] } });
    tab.close();
  });

  it('spares a client that comes back the list it has', async () => {
    const viewer = await aViewer();
    const [, , film, next] = await films();
    await watch(here, viewer.token, film?.id ?? '');
    const tab = await aTab(there, viewer.token, 1);
    await until('the tab is live', () => there.house.live.subscribers === 1);
    await watch(here, viewer.token, next?.id ?? '');
    const push = await until('a push comes', () => pushesOf(tab)[0]);
    expect(push).toMatchObject({ version: 2, cause: { kind: 'EVENT' } });
    tab.close();
  });

  it('a session’s past joins the person’s own, with both tokens only', async () => {
    const [session, person] = [await aViewer(), await aViewer()];
    const [film] = await films();
    await watch(here, session.token, film?.id ?? '');
    const merge =
      'mutation ($from: ID!, $into: ID!, $token: String) { mergeUsers(fromId: $from, intoId: $into, fromToken: $token) { user { id } userErrors { code } } }';
    const variables = { from: session.userId, into: person.userId };
    const refused = await ask(here.url, merge, { ...asViewer(person.token), variables });
    expect(refused.errors[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
    const stolen = await ask(here.url, merge, { ...asViewer(person.token), variables: { ...variables, token: person.token } });
    expect(stolen.errors[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
    const merged = await ask(here.url, merge, { ...asViewer(person.token), variables: { ...variables, token: session.token } });
    expect(merged.data).toEqual({ mergeUsers: { user: { id: person.userId }, userErrors: [] } });
    const past = await ask(here.url, '{ history { nodes { title { id } coverage watchClass } } }', asViewer(person.token));
    expect(past.data).toMatchObject({ history: { nodes: [{ title: { id: film?.id }, watchClass: 'WATCHED' }] } });
  });

  it('a title that an operator hides leaves every list at once, on every process', async () => {
    const viewer = await aViewer();
    const hidden = await aTitle(fixture.db, { kind: TitleKind.MOVIE, name: 'Hide me' });
    await ask(
      here.url,
      'mutation ($id: ID!) { saveTitle(input: { id: $id, version: 1, name: "Hide me now" }) { title { version } userErrors { code message } } }',
      {
        ...asViewer(key),
        variables: { id: String(hidden) },
      },
    );
    const LIST = '{ recommendations(input: { kinds: [MOVIE] }) { items(first: 100) { nodes { title { id } } } } }';
    const listed = async (app: TestApp) => JSON.stringify((await ask(app.url, LIST, asViewer(viewer.token))).data).includes(`"${hidden}"`);
    await until('both processes list it', async () => (await listed(here)) && (await listed(there)));
    const save =
      'mutation ($id: ID!) { saveTitle(input: { id: $id, version: 2, state: HIDDEN }) { title { state } userErrors { code message } } }';
    const saved = await ask(here.url, save, { ...asViewer(key), variables: { id: String(hidden) } });
    expect(saved.data).toEqual({ saveTitle: { title: { state: 'HIDDEN' }, userErrors: [] } });
    await until('neither process lists it', async () => !(await listed(here)) && !(await listed(there)));
  });
});
