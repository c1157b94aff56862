import { randomUUID } from 'node:crypto';
import { ApiKeyKind } from '../../core/api-key';
import { Scope } from '../../core/caller';
import { createApiKey } from '../../flow/api-key';
import { startApp, type TestApp } from '../support/app';
import { withDatabase } from '../support/database';
import { anEvent } from '../support/event';
import { ask, codesOf } from '../support/graphql';
import { openSocket, type TestSocket } from '../support/socket';
import { aTitle } from '../support/title';
import { until } from '../support/until';
import { aViewer, type Viewer } from '../support/viewer';

const fixture = withDatabase();
const clock = { ahead: 0 };
let app: TestApp;
let other: TestApp;

beforeAll(async () => {
  for (let film = 0; film < 5; film++) await aTitle(fixture.db, { name: `Film ${film}` });
  const now = () => new Date(Date.now() + clock.ahead);
  [app, other] = await Promise.all([startApp(fixture.url, {}, now), startApp(fixture.url, {}, now)]);
});
afterAll(() => Promise.all([app.stop(), other.stop()]));

const MERGE =
  'mutation ($fromId: ID!, $intoId: ID!, $fromToken: String) { mergeUsers(fromId: $fromId, intoId: $intoId, fromToken: $fromToken) { user { id } userErrors { code field } } }';
const TRACK = 'mutation ($events: [EventInput!]!) { trackEvents(events: $events) { results { status } } }';
const LIVE = 'subscription { recommendationsChanged { version items { nodes { title { name } } } } }';

const merge = (asked: { headers: Viewer['headers'] }, variables: object) =>
  ask(app.url, MERGE, { headers: asked.headers, variables: { ...variables } });
const click = (person: Viewer, url = app.url, titleId = '1') =>
  ask(url, TRACK, { headers: person.headers, variables: { events: [anEvent({ id: randomUUID(), titleId })] } });
const versions = (tab: TestSocket) => tab.messages.filter(({ type }) => type === 'next').map((each) => versionOf(each.payload));
const versionOf = (payload: unknown) =>
  (payload as { data: { recommendationsChanged: { version: number } } }).data.recommendationsChanged.version;

describe('a session that joins a person', () => {
  it('leads to that person at once, on every process, and its open live lists follow', async () => {
    const [session, person] = [await aViewer(app.url), await aViewer(app.url)];
    for (let event = 0; event < 5; event++) await click(session);
    const tabs = await Promise.all([app, other].map(({ url }) => openSocket(url, { params: session.headers })));
    for (const tab of tabs) tab.subscribe('1', LIVE);
    await Promise.all(tabs.map((tab) => tab.next('next')));
    expect((await merge(person, { fromId: session.id, intoId: person.id, fromToken: session.token })).data).toMatchObject({
      mergeUsers: { user: { id: String(person.id) }, userErrors: [] },
    });
    for (const { url } of [app, other])
      await until('the token means the person', async () =>
        JSON.stringify(await ask(url, '{ viewer { id } }', session)).includes(`"${person.id}"`),
      );
    // A list that is on its way when the next change comes is sent once, as the newer of the two.
    for (const tab of tabs) await until('the lists are the person’s', () => versions(tab).length >= 2);
    await click(person, other.url, '2');
    for (const tab of tabs) {
      await until('the lists follow', () => versions(tab).length >= 3);
      expect(versions(tab)).toEqual([...versions(tab)].sort((a, b) => a - b));
    }
    // What is subscribed to later on the same socket is the person's as well.
    tabs[0]?.subscribe('2', LIVE);
    await tabs[0]?.next('next', '2');
    await click(person, app.url, '3');
    await until('the later list follows', () => tabs[0]?.messages.filter(({ id, type }) => id === '2' && type === 'next').length === 2);
    for (const tab of tabs) tab.close();
    await until('nobody listens', () => app.house.live.subscribers + other.house.live.subscribers === 0);
  });

  it('may be told twice: an answer that was lost harms nobody', async () => {
    const [session, person] = [await aViewer(app.url), await aViewer(app.url)];
    const variables = { fromId: session.id, intoId: person.id, fromToken: session.token };
    await merge(person, variables);
    expect((await merge(person, variables)).data).toMatchObject({ mergeUsers: { user: { id: String(person.id) }, userErrors: [] } });
  });

  it('needs its own good token and a person of one’s own', async () => {
    const [session, person, stranger] = [await aViewer(app.url), await aViewer(app.url), await aViewer(app.url)];
    const variables = { fromId: session.id, intoId: person.id, fromToken: session.token };
    const refused = async (asked: Viewer, changed: object) => codesOf(await merge(asked, { ...variables, ...changed }));
    expect(await refused(stranger, {})).toEqual(['FORBIDDEN']);
    expect(await refused(person, { fromToken: null })).toEqual(['FORBIDDEN']);
    expect(await refused(person, { fromToken: stranger.token })).toEqual(['FORBIDDEN']);
    expect(await refused(person, { fromToken: person.token })).toEqual(['FORBIDDEN']);
    expect(await refused(person, { fromToken: 'made up' })).toEqual(['FORBIDDEN']);
    expect(await refused(person, { fromId: 'session:unknown' })).toEqual(['FORBIDDEN']);
    const self = await merge(person, { fromId: person.id, intoId: person.id, fromToken: person.token });
    expect(self.data).toMatchObject({ mergeUsers: { user: null, userErrors: [{ code: 'BAD_INPUT', field: 'intoId' }] } });
    clock.ahead = 91 * 86_400_000;
    const later = await aViewer(app.url);
    expect(await refused(later, { intoId: later.id })).toEqual(['FORBIDDEN']);
    clock.ahead = 0;
    expect((await merge(person, variables)).data).toMatchObject({ mergeUsers: { user: { id: String(person.id) } } });
  });

  it('stands in the audit when a key asks, and not when the person does', async () => {
    const [session, person] = [await aViewer(app.url), await aViewer(app.url)];
    const input = { kind: ApiKeyKind.SERVER, name: 'shop', scopes: [Scope.EVENTS_WRITE] };
    const { key, secret } = await createApiKey(fixture.db, input, { actor: 'system', now: new Date() });
    await merge({ headers: { authorization: `Bearer ${secret}` } }, { fromId: session.id, intoId: person.id });
    const describe = 'mutation ($input: SetPreferencesInput!) { setPreferences(input: $input) { user { id } userErrors { code field } } }';
    const variables = { input: { userId: person.id, name: 'Ann' } };
    await ask(app.url, describe, { headers: { authorization: `Bearer ${secret}` }, variables });
    await ask(app.url, describe, { headers: person.headers, variables });
    const rows = await fixture.db.query(
      `select actor, action, after from audit where entity = 'user' and "entityId" = any($1) order by id`,
      [[session.id, person.id]],
    );
    const actor = `key:${key.id}`;
    expect(rows).toEqual([
      { actor, action: 'user.merge', after: { mergedIntoId: Number(person.id) } },
      { actor, action: 'user.describe', after: { changed: ['name'] } },
    ]);
  });
});
