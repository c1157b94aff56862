import { randomUUID } from 'node:crypto';
import { SignJWT } from 'jose';
import { WebSocket } from 'ws';
import {
  createKinograph,
  type Kinograph,
  type KinographError,
  type KinographOptions,
  type RecommendationList,
} from '../../client/sdk/index';
import { startApp, type TestApp } from '../support/app';
import { ISSUER } from '../support/callers';
import { withDatabase } from '../support/database';
import { ask, fieldOf } from '../support/graphql';
import { TestStorage } from '../support/sdk-storage';
import { aTitle } from '../support/title';
import { until } from '../support/until';

const fixture = withDatabase();
const SETTINGS = { JWT_ISSUERS: JSON.stringify([{ ...ISSUER, source: 'app' }]) };
const opened: Kinograph[] = [];
const titles: string[] = [];
let app: TestApp;

beforeAll(async () => {
  // What a page has and Node has not.
  Object.assign(globalThis, { window: globalThis, WebSocket });
  for (let film = 0; film < 30; film++)
    titles.push(String(await aTitle(fixture.db, { name: `Film ${film}`, genres: ['Drama'], seconds: 100 })));
  app = await startApp(fixture.url, SETTINGS);
});
afterEach(() => {
  for (const kinograph of opened.splice(0)) kinograph.close();
});
afterAll(async () => {
  await app.stop();
  Reflect.deleteProperty(globalThis, 'window');
});

interface Tab {
  readonly kinograph: Kinograph;
  readonly storage: TestStorage;
  readonly lists: RecommendationList[];
  readonly statuses: string[];
  readonly errors: KinographError[];
}

/** A page with one live list. */
function aTab(options: KinographOptions = {}, storage = new TestStorage()): Tab {
  const [lists, statuses, errors]: [RecommendationList[], string[], KinographError[]] = [[], [], []];
  const kinograph = createKinograph({ url: app.url, storage, onError: (error) => errors.push(error), ...options });
  opened.push(kinograph);
  kinograph.watchRecommendations((list) => lists.push(list), { first: 30, onStatus: (status) => statuses.push(status) });
  return { kinograph, storage, lists, statuses, errors };
}

function tokenOf(sub: string, seconds = 3_600): Promise<string> {
  return new SignJWT()
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuer(ISSUER.issuer)
    .setAudience(ISSUER.audience)
    .setSubject(sub)
    .setExpirationTime(Math.floor(Date.now() / 1000) + seconds)
    .sign(new TextEncoder().encode(ISSUER.secret));
}

/** Plays a whole title at once, told by hand. */
function watch(kinograph: Kinograph, titleId: string): void {
  const play = kinograph.play({ titleId, mediaSeconds: 100 });
  play.rate(1_000_000);
  play.position(0);
  play.position(1);
  play.position(2);
  play.end();
  kinograph.track({ type: 'LIKE', titleId });
}

const shown = (list: RecommendationList | undefined): string[] => list?.items.nodes.map(({ title }) => title.id) ?? [];

async function pastOf(token: string): Promise<string[]> {
  const answer = await ask(app.url, '{ history(first: 50) { nodes { title { id } } } }', { headers: { authorization: `Bearer ${token}` } });
  return fieldOf<{ nodes: { title: { id: string } }[] }>(answer, 'history').nodes.map(({ title }) => title.id);
}

describe('live recommendations of the SDK', () => {
  it('an anonymous person gets a list at once and a changed one after an event, with whole addresses', async () => {
    const { kinograph, lists, statuses, errors } = aTab();
    await until('the first list comes', () => lists.length === 1);
    expect(lists[0]).toMatchObject({ cause: { kind: 'SUBSCRIBED' }, engine: 'LOCAL' });
    expect(lists[0]?.items.nodes[0]?.title).toMatchObject({ kind: 'MOVIE', posterUrl: expect.stringMatching(`^${app.url}/posters/`) });
    watch(kinograph, titles[0] ?? '');
    const changed = await until('the changed list comes', () => lists.find(({ cause }) => cause.kind === 'EVENT'));
    expect(changed.cause.title?.id).toBe(titles[0]);
    expect(shown(changed)).not.toContain(titles[0]);
    expect(changed.version).toBeGreaterThan(lists[0]?.version ?? 0);
    expect(statuses).toEqual(['connecting', 'live']);
    expect(errors).toEqual([]);
  });

  it('a list for the time that there is says what of each title fits, where a page asks for it', async () => {
    const { kinograph } = aTab();
    const timed: RecommendationList[] = [];
    const options = { input: { availableSeconds: 120 }, first: 3, itemFields: 'fit { seconds pages }' };
    kinograph.watchRecommendations((list) => timed.push(list), options);
    await until('the list comes', () => timed.length === 1);
    expect(timed[0]?.items.nodes[0]?.fit).toEqual({ seconds: 100, pages: null });
  });

  it('all lists of a page share one socket, which closes after the last', async () => {
    const { kinograph, lists } = aTab();
    const others: RecommendationList[] = [];
    const stop = kinograph.watchRecommendations((list) => others.push(list), {
      input: { genres: ['Drama'] },
      first: 3,
      titleFields: 'certificate',
    });
    await until('both lists come', () => lists.length === 1 && others.length === 1);
    expect(others[0]?.items.nodes).toHaveLength(3);
    expect(others[0]?.items.nodes[0]?.title).toHaveProperty('certificate');
    expect(app.house.live.subscribers).toBe(2);
    stop();
    await until('one is left', () => app.house.live.subscribers === 1);
    kinograph.close();
    await until('none is left', () => app.house.live.subscribers === 0);
  });

  it('comes back to a server that was started again, asks only for what it has not seen, and never shows an older list', async () => {
    const tab = aTab();
    await until('the first list comes', () => tab.lists.length === 1);
    watch(tab.kinograph, titles[1] ?? '');
    await until('the changed list comes', () => shown(tab.lists.at(-1)).length === 29);
    await tab.kinograph.flush();
    const before = tab.lists.length;
    const port = new URL(app.url).port;
    await app.stop();
    await until('it waits', () => tab.statuses.at(-1) === 'waiting' || tab.statuses.at(-1) === 'connecting');
    tab.kinograph.track({ type: 'LIKE', titleId: titles[2] ?? '' });
    app = await startApp(fixture.url, { ...SETTINGS, PORT: port });
    await until('it is live again', () => tab.statuses.at(-1) === 'live', 20);
    await tab.kinograph.flush();
    await until('what was done meanwhile has counted', () => !shown(tab.lists.at(-1)).includes(titles[2] ?? ''), 20);
    const versions = tab.lists.map(({ version }) => version);
    expect(versions).toEqual([...versions].sort((a, b) => a - b));
    expect(tab.lists.slice(before).map(({ cause }) => cause.kind)).not.toContain('DELETED');
    expect(tab.storage.events).toEqual([]);
  }, 60_000);

  it('an expired viewer’s token is replaced, and the list goes on', async () => {
    const sub = randomUUID();
    const asked: boolean[] = [];
    const tab = aTab({
      token(refresh) {
        asked.push(refresh);
        return tokenOf(sub, refresh ? 3_600 : 2);
      },
    });
    await until('the first list comes', () => tab.lists.length === 1);
    await until('a fresh token was asked for', () => asked.includes(true), 20);
    await until('it is live again', () => tab.statuses.at(-1) === 'live');
    watch(tab.kinograph, titles[3] ?? '');
    await until('the list changes', () => tab.lists.at(-1)?.cause.kind === 'EVENT');
    expect(tab.errors).toEqual([]);
  }, 40_000);

  it('a viewer who is refused is not asked again and again', async () => {
    let calls = 0;
    const tab = aTab({
      token() {
        calls += 1;
        return 'not.a.token';
      },
    });
    await until('it is refused', () => tab.statuses.at(-1) === 'refused');
    expect(tab.errors).toMatchObject([{ kind: 'refused' }]);
    expect(calls).toBeLessThan(3);
  });

  it('an anonymous session that the server does not believe is begun anew, once', async () => {
    const storage = new TestStorage();
    storage.setItem('kinograph:session', JSON.stringify({ token: 'aaaa.bbbb.cccc', userId: '1' }));
    const tab = aTab({}, storage);
    await until('the list comes', () => tab.lists.length === 1);
    expect(JSON.parse(storage.getItem('kinograph:session') ?? '').token).toBe(await tab.kinograph.bearer());
  });

  it('after sign-in the session’s past is the viewer’s, and the list is the viewer’s', async () => {
    const viewer = await tokenOf(randomUUID());
    await ask(app.url, 'mutation ($events: [EventInput!]!) { trackEvents(events: $events) { results { status } } }', {
      headers: { authorization: `Bearer ${viewer}` },
      variables: { events: [{ id: randomUUID(), type: 'LIKE', titleId: titles[4], occurredAt: new Date().toISOString() }] },
    });
    let token: string | null = null;
    const tab = aTab({ token: () => token });
    await until('the first list comes', () => tab.lists.length === 1);
    watch(tab.kinograph, titles[5] ?? '');
    await until('the changed list comes', () => !shown(tab.lists.at(-1)).includes(titles[5] ?? ''));
    tab.kinograph.track({ type: 'LIKE', titleId: titles[6] ?? '' });

    token = viewer;
    expect(await tab.kinograph.signedIn()).toBe(true);
    await tab.kinograph.flush();
    expect((await pastOf(viewer)).sort()).toEqual([titles[4], titles[5], titles[6]].sort());
    const last = await until('the viewer’s list comes', () => tab.lists.find(({ id }) => id !== tab.lists[0]?.id));
    expect(shown(last)).not.toContain(titles[4]);
    expect(tab.storage.getItem('kinograph:session')).toBeNull();
    expect(await tab.kinograph.signedIn()).toBe(false);
  });

  it('after sign-out what waited goes out under the old name, and the next person begins anew', async () => {
    const viewer = await tokenOf(randomUUID());
    let token: string | null = viewer;
    const tab = aTab({ token: () => token });
    await until('the first list comes', () => tab.lists.length === 1);
    tab.kinograph.track({ type: 'CLICK', titleId: titles[7] ?? '' });
    token = null;
    await tab.kinograph.signedOut();
    expect(await pastOf(viewer)).toEqual([titles[7]]);
    await until('another person’s list comes', () => tab.lists.at(-1)?.id !== tab.lists[0]?.id);
    tab.kinograph.track({ type: 'LIKE', titleId: titles[8] ?? '' });
    await tab.kinograph.flush();
    expect(await pastOf((await tab.kinograph.bearer()) ?? '')).toEqual([titles[8]]);
    expect(await pastOf(viewer)).toEqual([titles[7]]);
  });

  it('a sign-in without a network is made up for later', async () => {
    const viewer = await tokenOf(randomUUID());
    let token: string | null = null;
    const tab = aTab({ token: () => token });
    await until('the first list comes', () => tab.lists.length === 1);
    tab.kinograph.track({ type: 'LIKE', titleId: titles[9] ?? '' });
    await tab.kinograph.flush();
    token = viewer;
    const { fetch } = globalThis;
    globalThis.fetch = () => Promise.reject(new TypeError('Failed to fetch'));
    expect(await tab.kinograph.signedIn()).toBe(false);
    globalThis.fetch = fetch;
    tab.kinograph.close();
    aTab({ token: () => token }, tab.storage);
    await until('the next page has made up for it', async () => (await pastOf(viewer)).includes(titles[9] ?? ''));
  });
});
