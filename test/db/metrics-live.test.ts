import { Scope } from '../../core/caller';
import { EventType } from '../../core/event';
import { attend } from '../../flow/attend';
import { startApp, type TestApp } from '../support/app';
import { aKey, everyCaller, type Headers } from '../support/callers';
import { withDatabase } from '../support/database';
import { anEvent } from '../support/event';
import { ask, fieldOf } from '../support/graphql';
import { countAll } from '../support/metrics';
import { type Message, openSocket, type TestSocket } from '../support/socket';
import { aTitle } from '../support/title';
import { until } from '../support/until';
import { aUser } from '../support/user';

const fixture = withDatabase();
let app: TestApp;
let callers: Readonly<Record<string, Headers>>;

beforeAll(async () => {
  app = await startApp(fixture.url);
  callers = await everyCaller(fixture.db, app.url);
});
afterAll(() => app.stop());

interface Numbers {
  readonly now: { readonly events: number; readonly activePeople: number };
  readonly live: {
    readonly sockets: number;
    readonly processes: readonly { readonly id: string }[];
    readonly unknownTitles: readonly object[];
  };
  readonly needsAttention: readonly { readonly code: string }[];
}
const FIELDS = `now { events activePeople } live { sockets processes { id } unknownTitles { reference events } } needsAttention { code remedy since }`;
const TRACK = 'mutation ($events: [EventInput!]!) { trackEvents(events: $events) { results { status code } } }';

const key = () => callers.key ?? {};
const track = async (...events: readonly object[]) => ask(app.url, TRACK, { headers: key(), variables: { events } });
const pushes = (socket: TestSocket, field: string): Numbers[] =>
  socket.messages
    .filter(({ type }) => type === 'next')
    .map(({ payload }: Message) => (payload as { data: Record<string, Numbers> }).data[field] as Numbers);
const watch = (caller: string) => openSocket(app.url, { params: callers[caller] ?? {}, headers: callers[caller] ?? {} });

describe('metrics over the API', () => {
  it('are those of the events that were sent', async () => {
    const { db, database } = fixture;
    const [userId, titleId] = [String(await aUser(db)), String(await aTitle(db))];
    const before = fieldOf<Numbers>(await ask(app.url, `{ metrics { ${FIELDS} } }`, { headers: callers.metrics }), 'metrics');
    await track(anEvent({ type: EventType.LIKE, titleId, userId }), anEvent({ type: EventType.CLICK, titleId, userId }));
    await countAll(database);
    const after = fieldOf<Numbers>(await ask(app.url, `{ metrics { ${FIELDS} } }`, { headers: callers.metrics }), 'metrics');
    expect([after.now.events - before.now.events, after.now.activePeople - before.now.activePeople]).toEqual([2, 1]);
  });

  it('are pushed once counted, to all who look by one reading, and when something needs attention', async () => {
    const { db, database } = fixture;
    const [userId, titleId] = [String(await aUser(db)), String(await aTitle(db))];
    const sockets = [await watch('reader'), await watch('admin')];
    for (const socket of sockets) socket.subscribe('1', `subscription { metricsChanged(input: { period: WEEK }) { ${FIELDS} } }`);
    for (const socket of sockets) await until('the first numbers come', () => pushes(socket, 'metricsChanged').length > 0);
    const [first] = pushes(sockets[0] as TestSocket, 'metricsChanged');
    expect(app.house.liveMetrics.subscribers).toBe(2);
    await track(anEvent({ type: EventType.LIKE, titleId, userId }));
    await countAll(database);
    for (const socket of sockets)
      await until('the event is counted', () => pushes(socket, 'metricsChanged').at(-1)?.now.events === (first?.now.events ?? 0) + 1);
    await db.query(`insert into job_runs (name, state, error, "finishedAt") values ('train', 'FAILED', 'It broke', now())`);
    await attend(db, new Date());
    for (const socket of sockets)
      await until('the alert comes', () =>
        pushes(socket, 'metricsChanged')
          .at(-1)
          ?.needsAttention.some(({ code }) => code === 'JOB_FAILED'),
      );
    for (const socket of sockets) socket.close();
    await until('nobody looks any more', () => app.house.liveMetrics.subscribers === 0);
  });

  it('tell the sockets of every server without being asked', async () => {
    const socket = await watch('reader');
    socket.subscribe('1', `subscription { metricsChanged { ${FIELDS} } }`);
    const others = [await watch('reader'), await watch('reader')];
    await until('the three sockets are told', () => pushes(socket, 'metricsChanged').at(-1)?.live.sockets === 3, 20);
    expect(pushes(socket, 'metricsChanged').at(-1)?.live.processes).toHaveLength(1);
    for (const open of [socket, ...others]) open.close();
  });

  it('say nothing to those who have no right, and refuse a time zone that there is not', async () => {
    const { errors } = await ask(app.url, '{ metrics(input: { timeZone: "Nowhere/Town" }) { timeZone } }', { headers: callers.metrics });
    expect(errors[0]).toMatchObject({ extensions: { code: 'BAD_INPUT' } });
  });

  it('leave as CSV by a signed address, a row an hour', async () => {
    const answer = await ask(
      app.url,
      'mutation { exportMetrics(input: { timeZone: "Asia/Kolkata" }) { download { url } userErrors { code } } }',
      {
        headers: callers.analyst,
      },
    );
    const { download } = fieldOf<{ download: { url: string } }>(answer, 'exportMetrics');
    const response = await fetch(`${app.url}${download.url}`);
    const rows = (await response.text()).trim().split('\n');
    expect([response.status, response.headers.get('content-disposition')]).toEqual([200, expect.stringContaining('metrics-day.csv')]);
    expect([rows.length, rows[0]?.startsWith('at,events,activePeople'), rows.at(-1)?.startsWith('total,')]).toEqual([26, true, true]);
    expect(rows[1]).toMatch(/^\d{4}-\d\d-\d\dT\d\d:30:00\.000Z,/);
  });
});

describe('the live stream of events', () => {
  const STREAM = `subscription ($filter: EventStreamFilter) { eventStream(filter: $filter) { skipped events { type title { name } user { id } value } } }`;
  interface Streamed {
    readonly skipped: number;
    readonly events: readonly {
      readonly type: string;
      readonly title: { readonly name: string } | null;
      readonly user: { readonly id: string };
    }[];
  }
  const streamed = (socket: TestSocket): Streamed[] => pushes(socket, 'eventStream') as unknown as Streamed[];
  const shown = (socket: TestSocket) => streamed(socket).flatMap(({ events }) => events);

  it('shows each event once, newest first, to whoever its filter lets through', async () => {
    const { db } = fixture;
    const [ann, bob, titleId] = [String(await aUser(db)), String(await aUser(db)), String(await aTitle(db, { name: 'Heat' }))];
    const [all, likes, ofAnn] = [await watch('reader'), await watch('editor'), await watch('admin')];
    all.subscribe('1', STREAM);
    likes.subscribe('1', STREAM, { filter: { types: ['LIKE'], kinds: ['MOVIE'] } });
    ofAnn.subscribe('1', STREAM, { filter: { userId: ann } });
    for (const socket of [all, likes, ofAnn]) await until('the stream is open', () => streamed(socket).length > 0);
    // What is sent from here on; the first look only learns what was there before.
    await until('the stream has looked', async () => {
      await track(anEvent({ type: EventType.CLICK, titleId, userId: bob }));
      return shown(all).length > 0;
    });
    await track(
      anEvent({ type: EventType.LIKE, titleId, userId: ann }),
      anEvent({ type: EventType.LIKE, titleId, userId: bob }),
      anEvent({ type: EventType.RATING, value: 4, titleId, userId: ann }),
    );
    await until(
      'all have come',
      () => shown(all).some(({ type }) => type === 'RATING') && shown(ofAnn).length === 2 && shown(likes).length === 2,
    );
    await track(anEvent({ type: EventType.DISLIKE, titleId, userId: bob }));
    await until('the last has come', () => shown(all).some(({ type }) => type === 'DISLIKE'));
    expect(shown(ofAnn).map(({ type, user }) => [type, user.id])).toEqual([
      ['RATING', ann],
      ['LIKE', ann],
    ]);
    expect(shown(likes).map(({ type, title }) => [type, title?.name])).toEqual([
      ['LIKE', 'Heat'],
      ['LIKE', 'Heat'],
    ]);
    expect(shown(all).filter(({ type }) => type === 'RATING')).toHaveLength(1);
    for (const socket of [all, likes, ofAnn]) socket.close();
    await until('nobody watches any more', () => app.house.eventStream.watchers === 0);
  });

  it('shows the newest 50 and counts the rest when more come than anyone can read', async () => {
    const { db } = fixture;
    const [userId, titleId] = [String(await aUser(db)), String(await aTitle(db))];
    const socket = await watch('admin');
    socket.subscribe('1', STREAM, { filter: { userId } });
    await until('the stream is open', () => streamed(socket).length > 0);
    await until('the stream has looked', async () => {
      await track(anEvent({ type: EventType.CLICK, titleId, userId }));
      return shown(socket).length > 0;
    });
    const before = streamed(socket).length;
    await track(...Array.from({ length: 400 }, () => anEvent({ type: EventType.CLICK, titleId, userId })));
    const { events, skipped } = await until('they come', () =>
      streamed(socket)
        .slice(before)
        .find((answer) => answer.events.length === 50),
    );
    expect(events).toHaveLength(50);
    expect(skipped).toBeGreaterThanOrEqual(350);
    socket.close();
  });

  it('is for operators only: no key sees it', async () => {
    const authorization = await aKey(fixture.db, Scope.ADMIN);
    const socket = await openSocket(app.url, { params: authorization });
    socket.subscribe('1', STREAM);
    const refused = await until('it is refused', () => socket.messages.find(({ id }) => id === '1'));
    expect(JSON.stringify(refused)).toContain('FORBIDDEN');
    socket.close();
  });
});
