import { randomUUID } from 'node:crypto';
import { ApiKeyKind } from '../../core/api-key';
import { Scope } from '../../core/caller';
import { TitleKind } from '../../core/title';
import { createApiKey } from '../../flow/api-key';
import { startApp, type TestApp } from '../support/app';
import { withDatabase } from '../support/database';
import { anEvent } from '../support/event';
import { ask } from '../support/graphql';
import { aTitle } from '../support/title';
import { aUser } from '../support/user';

const fixture = withDatabase();
let app: TestApp;
let headers: { authorization: string };

beforeAll(async () => {
  const input = { kind: ApiKeyKind.SERVER, name: 'test', scopes: [Scope.ADMIN] };
  headers = { authorization: `Bearer ${(await createApiKey(fixture.db, input, { actor: 'system', now: new Date() })).secret}` };
  const show = await aTitle(fixture.db, { kind: TitleKind.SHOW, name: 'The Show' });
  for (let film = 0; film < 40; film++)
    await aTitle(fixture.db, { name: `Film ${film}`, externalIds: [{ source: 'test', value: `${film}` }] });
  for (let number = 1; number <= 20; number++) await aTitle(fixture.db, { kind: TitleKind.EPISODE, parentId: show, season: 1, number });
  for (let user = 0; user < 40; user++) await aUser(fixture.db);
  app = await startApp(fixture.url);
  const events = Array.from({ length: 30 }, (_, film) => anEvent({ id: randomUUID(), userId: 'app:watcher', titleId: `test:${film}` }));
  await ask(app.url, 'mutation ($events: [EventInput!]!) { trackEvents(events: $events) { results { status } } }', {
    headers,
    variables: { events },
  });
});
afterAll(() => app.stop());

const TITLE = 'id name externalIds { value } tags { tag } credits { name } parent { name } episodes { name } nextEpisode { name }';

async function statementsFor(query: string, first: number): Promise<number> {
  const spy = jest.spyOn(app.house.database.db, 'query');
  try {
    const { errors, data } = await ask(app.url, query, { headers, variables: { first } });
    expect(errors).toEqual([]);
    expect(data).toBeTruthy();
    return spy.mock.calls.length;
  } finally {
    spy.mockRestore();
  }
}

describe('a page of any list', () => {
  it.each([
    ['titles', `query ($first: Int!) { titles(first: $first) { nodes { ${TITLE} } totalCount } }`],
    ['a search', `query ($first: Int!) { titles(filter: { search: "fim" }, first: $first) { nodes { ${TITLE} } } }`],
    ['history', `query ($first: Int!) { history(userId: "app:watcher", first: $first) { nodes { title { ${TITLE} } coverage } } }`],
    [
      'recommendations',
      `query ($first: Int!) { recommendations(input: { userId: "app:watcher", excludeSeen: false }) { items(first: $first) {
        edges { cursor } nodes { title { ${TITLE} } reasons { text title { name } } } } } }`,
    ],
    ['popular', `query ($first: Int!) { popular(first: $first) { ${TITLE} } }`],
    ['users', 'query ($first: Int!) { users(first: $first) { nodes { id likedGenres { genre } } totalCount } }'],
    ['audit', 'query ($first: Int!) { audit(first: $first) { nodes { action before after } } }'],
    ['keys', 'query ($first: Int!) { apiKeys(first: $first) { nodes { name } } }'],
  ])('costs the same number of SQL statements however long it is: %s', async (_name, query) => {
    await statementsFor(query, 2);
    // Titles that are remembered answer a turn before those that are read, so what hangs on a mixed page is read in two turns at most.
    const mixed = await statementsFor(query, 25);
    const few = await statementsFor(query, 2);
    expect(mixed).toBeLessThanOrEqual(2 * few);
    expect(await statementsFor(query, 25)).toBe(few);
  });
});
