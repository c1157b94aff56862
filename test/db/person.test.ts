import { randomUUID } from 'node:crypto';
import { Scope } from '../../core/caller';
import { EventType } from '../../core/event';
import { keepPartitions } from '../../store/partitions';
import { eventsPage, shownPage } from '../../store/person-log';
import { userSources } from '../../store/users';
import { startApp, type TestApp } from '../support/app';
import { aKey, type Headers, ISSUER, viewerToken } from '../support/callers';
import { withDatabase } from '../support/database';
import { anEvent } from '../support/event';
import { ask, codesOf, fieldOf } from '../support/graphql';
import { openSocket } from '../support/socket';
import { aTitle } from '../support/title';
import { asViewer, aTracker } from '../support/tracker';
import { until } from '../support/until';
import { aUser } from '../support/user';

const fixture = withDatabase();
let here: TestApp;
let there: TestApp;
let headers: Headers;

beforeAll(async () => {
  await keepPartitions(fixture.db, new Date());
  for (const name of ['Alien', 'Brazil']) await aTitle(fixture.db, { name });
  const settings = { JWT_ISSUERS: JSON.stringify([ISSUER]) };
  [here, there] = await Promise.all([startApp(fixture.url, settings), startApp(fixture.url, settings)]);
  headers = await aKey(fixture.db, Scope.ADMIN);
});
afterAll(() => Promise.all([here.stop(), there.stop()]));

const api = (query: string, given: Headers = headers) => ask(here.url, query, { headers: given });

/** Somebody who watched one film in three pieces, rated a second one and saw an impression of both. */
async function aWatcher() {
  const { db, database } = fixture;
  const userId = await aUser(db, { name: 'Ann' });
  const [film, other] = [await aTitle(db, { name: 'Heat', seconds: 100 }), await aTitle(db, { name: 'Ran' })];
  const tracker = aTracker(database);
  const events = [
    ...[0, 10, 20].map((fromSeconds) => anEvent({ titleId: film, fromSeconds, toSeconds: fromSeconds + 10 })),
    anEvent({ type: EventType.RATING, titleId: other, value: 4 }),
    anEvent({ type: EventType.IMPRESSION, titleIds: [film, other] }),
  ];
  for (const event of events) await tracker.track(asViewer(userId, [event]));
  return { userId, film, other, ids: events.map(({ id }) => id) };
}

describe("a person's log", () => {
  it('tells event by event what they did, the last first, page by page, through all partitions', async () => {
    const { db } = fixture;
    const { userId, ids, film } = await aWatcher();
    await db.query(`create table if not exists events_old partition of events for values from ('2001-01-01') to ('2001-02-01')`);
    await db.query(
      `insert into events (id, type, owner, "userId", "titleId", "occurredAt", "receivedAt") values ('old', 'CLICK', $1, $1, $2, '2001-01-05', '2001-01-05')`,
      [userId, film],
    );
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page = await eventsPage(db, userId, { filter: {}, page: { first: 2, after } });
      seen.push(...page.edges.map(({ node }) => node.id));
      after = page.hasNextPage ? (page.edges.at(-1)?.cursor ?? null) : null;
    } while (after !== null);
    expect(seen).toEqual([...ids.toReversed(), 'old']);
  });

  it('can be asked for by type, title and time', async () => {
    const { db } = fixture;
    const { userId, ids, film, other } = await aWatcher();
    const ask = async (filter: object) =>
      (await eventsPage(db, userId, { filter, page: { first: 50, after: null } })).edges.map(({ node }) => node.id);
    expect(await ask({ types: [EventType.RATING, EventType.IMPRESSION] })).toEqual([ids[4], ids[3]]);
    expect(await ask({ titleIds: [other] })).toEqual([ids[3]]);
    expect(await ask({ since: new Date(Date.now() + 60_000) })).toEqual([]);
    expect(await ask({ until: new Date(Date.now() - 3_600_000) })).toEqual([]);
    await db.query(`update titles set state = 'MERGED', "mergedIntoId" = $1 where id = $2`, [other, film]);
    expect(await ask({ titleIds: [other] })).toHaveLength(4);
  });

  it('is read through the API, with titles, numbers and the past', async () => {
    const { userId, film } = await aWatcher();
    const answer = await api(`{ user(id: "${userId}") {
      stats { titles plays hours ratings firstSeen lastSeen }
      history(first: 5) { totalCount nodes { title { name } coverage } }
      events(first: 2) { nodes { type title { name } titles { id } imported } pageInfo { hasNextPage } totalCount } } }`);
    expect(fieldOf(answer, 'user')).toMatchObject({
      stats: { titles: 2, plays: 1, hours: 30 / 3600, ratings: 1, firstSeen: expect.any(String) },
      history: {
        totalCount: 2,
        nodes: [
          { title: { name: 'Ran' }, coverage: null },
          { title: { name: 'Heat' }, coverage: 0.3 },
        ],
      },
      events: {
        nodes: [
          { type: 'IMPRESSION', title: null, titles: [{ id: String(film) }, { id: expect.any(String) }], imported: false },
          { type: 'RATING', title: { name: 'Ran' }, titles: [] },
        ],
        ...{ pageInfo: { hasNextPage: true }, totalCount: null },
      },
    });
  });

  it('is for nobody else’s eyes', async () => {
    const { userId } = await aWatcher();
    const stranger = { authorization: `Bearer ${await viewerToken(randomUUID())}` };
    expect(codesOf(await api(`{ user(id: "${userId}") { events { nodes { id } } } }`, stranger))).toEqual(['FORBIDDEN']);
    const own = fieldOf<{ events: { nodes: unknown[] } }>(await api('{ viewer { events { nodes { id } } } }', stranger), 'viewer');
    expect(own.events.nodes).toEqual([]);
  });
});

describe('what was shown to a person', () => {
  it('comes list by list, the newest first', async () => {
    const { db } = fixture;
    const userId = await aUser(db);
    for (let list = 0; list < 3; list++) {
      await api(`{ recommendations(input: { userId: "${userId}", placement: "home" }) { items(first: 2) { nodes { rank } } } }`);
      await here.house.recommender.served.flush();
    }
    const first = await shownPage(db, userId, { first: 2, after: null });
    const second = await shownPage(db, userId, { first: 2, after: first.edges.at(-1)?.cursor ?? null });
    const lists = [...first.edges, ...second.edges].map(({ node }) => node);
    expect(new Set(lists.map(({ recommendationId }) => recommendationId)).size).toBe(3);
    expect(lists.map(({ servedAt }) => servedAt.getTime())).toEqual(lists.map(({ servedAt }) => servedAt.getTime()).sort((a, b) => b - a));
    const answer = await api(
      `{ user(id: "${userId}") { served(first: 1) { nodes { placement engine places { rank title { name } } } } } }`,
    );
    expect(fieldOf(answer, 'user')).toMatchObject({
      served: { nodes: [{ placement: 'home', engine: 'LOCAL', places: [{ rank: 1, title: { name: expect.any(String) } }, { rank: 2 }] }] },
    });
  });
});

describe('finding people', () => {
  it('can be asked for by source, and knows the sources', async () => {
    await aUser(fixture.db, { source: 'zoo', externalId: 'lion' });
    await aUser(fixture.db, { source: 'zoo', externalId: 'tiger' });
    expect(await userSources(fixture.db)).toEqual(expect.arrayContaining(['app', 'zoo']));
    const found = fieldOf<object>(
      await api('{ users(source: "zoo", search: "li") { totalCount nodes { externalId } } userSources }'),
      'users',
    );
    expect(found).toEqual({ totalCount: 1, nodes: [{ externalId: 'lion' }] });
    expect(codesOf(await api('{ users(source: "a\\u0000b") { totalCount } }'))).toEqual([]);
  });
});

const EXPORT = (id: number) => `mutation { exportUser(userId: "${id}") { download { url } userErrors { code } } }`;

describe('exporting a person', () => {
  it('brings everything that is kept of them, row by row, and no password', async () => {
    const { db } = fixture;
    const { userId, ids } = await aWatcher();
    const sub = randomUUID();
    await db.query(`update users set source = 'demo', "externalId" = $2 where id = $1`, [userId, sub]);
    await db.query(`insert into demo_accounts (email, "passwordHash", sub) values ('ann@example.com', 'a-hash', $1)`, [sub]);
    const { download } = fieldOf<{ download: { url: string } }>(await api(EXPORT(userId)), 'exportUser');
    const response = await fetch(`${here.url}${download.url}`);
    expect(response.headers.get('content-disposition')).toContain(`person-${userId}.jsonl`);
    const text = await response.text();
    expect(text).not.toContain('a-hash');
    const lines = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { table: string; row: Record<string, unknown> });
    const of = (table: string) => lines.filter((line) => line.table === table).map(({ row }) => row);
    expect(of('users')).toMatchObject([{ id: userId, name: 'Ann', source: 'demo' }]);
    expect(of('demo_accounts')).toMatchObject([{ email: 'ann@example.com' }]);
    expect(of('events').map(({ id }) => id)).toEqual(ids);
    expect(of('interactions')).toMatchObject([
      { title: 'Heat', secondsPlayed: 30 },
      { title: 'Ran', rating: 4 },
    ]);
  });

  it('reads a long past in batches', async () => {
    const { db } = fixture;
    const userId = await aUser(db);
    await db.query(
      `insert into events (id, type, owner, "userId", "titleId", "occurredAt") select n::text, 'CLICK', $1, $1, 1, now() from generate_series(1, 2500) n`,
      [userId],
    );
    const { download } = fieldOf<{ download: { url: string } }>(await api(EXPORT(userId)), 'exportUser');
    const text = await (await fetch(`${here.url}${download.url}`)).text();
    expect(new Set(text.trimEnd().split('\n')).size).toBe(2501);
  });
});

const FORGET = (id: number, confirm: string, retrain = false) =>
  `mutation { forgetUser(userId: "${id}", confirm: "${confirm}", retrain: ${retrain}) { erasure { id state counts { table rows } models { id } } userErrors { code field } } }`;

describe('forgetting a person through the API', () => {
  it('closes their sockets and live lists on every server, and answers them as somebody new', async () => {
    const sub = randomUUID();
    const token = { authorization: `Bearer ${await viewerToken(sub)}` };
    const before = fieldOf<{ id: string }>(await api('{ viewer { id } }', token), 'viewer');
    const own = await openSocket(there.url, { params: token });
    own.subscribe('1', 'subscription { recommendationsChanged { version } }');
    await own.next('next');
    const watcher = await openSocket(there.url, { params: headers });
    watcher.subscribe('1', `subscription { recommendationsChanged(input: { userId: "${before.id}" }) { version } }`);
    await watcher.next('next');

    const payload = fieldOf<{ erasure: { state: string }; userErrors: unknown[] }>(
      await api(FORGET(Number(before.id), `app:${sub}`)),
      'forgetUser',
    );
    expect(payload).toMatchObject({ userErrors: [], erasure: { state: 'ERASING', counts: [{ table: 'users', rows: 1 }] } });
    expect(await own.closed()).toMatchObject({ code: 4401 });
    await until('the list that an operator watched has ended', () =>
      watcher.messages.some(({ type }) => type === 'error' || (type === 'next' && JSON.stringify(watcher.messages).includes('NOT_FOUND'))),
    );
    expect(codesOf(await ask(there.url, `{ user(id: "${before.id}") { name } }`, { headers }))).toEqual(['NOT_FOUND']);
    await until('a token of theirs makes somebody new', async () => {
      const after = fieldOf<{ id: string }>(await api('{ viewer { id } }', token), 'viewer');
      return after.id !== before.id;
    });
    watcher.close();
  });

  it('wants the name typed, and keeps a receipt that only the name finds', async () => {
    const externalId = randomUUID();
    const userId = await aUser(fixture.db, { externalId });
    expect(fieldOf(await api(FORGET(userId, 'app:somebody-else')), 'forgetUser')).toMatchObject({
      erasure: null,
      userErrors: [{ code: 'BAD_INPUT', field: 'confirm' }],
    });
    const { erasure } = fieldOf<{ erasure: { id: string } }>(await api(FORGET(userId, `app:${externalId}`)), 'forgetUser');
    const receipts = (of: string) => api(`{ erasures(of: "${of}") { totalCount nodes { id hash } } }`);
    expect(fieldOf(await receipts(`app:${externalId}`), 'erasures')).toMatchObject({ totalCount: 1, nodes: [{ id: erasure.id }] });
    expect(fieldOf(await receipts('app:nobody'), 'erasures')).toMatchObject({ totalCount: 0 });
    const { download } = fieldOf<{ download: { url: string } }>(
      await api(`mutation { exportErasure(id: ${erasure.id}) { download { url } } }`),
      'exportErasure',
    );
    const receipt = await (await fetch(`${here.url}${download.url}`)).json();
    expect(receipt).toMatchObject({ id: Number(erasure.id), state: 'ERASING', counts: { users: 1 } });
    expect(JSON.stringify(receipt)).not.toContain(externalId);
  });
});
