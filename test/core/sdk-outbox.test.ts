import type { KinographEvent } from '../../client/sdk/event';
import { eventId } from '../../client/sdk/event-id';
import type { Credential } from '../../client/sdk/identity';
import { createOutbox } from '../../client/sdk/outbox';
import { createStore } from '../../client/sdk/store';
import { TestStorage } from '../support/sdk-storage';

interface Sent {
  readonly token: string;
  readonly key?: string;
  readonly sentAt: string;
  readonly events: readonly KinographEvent[];
}

const ANN: Credential = { token: 'token of Ann', who: 'ann' };
const BOB: Credential = { token: 'token of Bob', who: 'bob' };
const DAY_MS = 86_400_000;

beforeEach(() => jest.useFakeTimers({ now: Date.UTC(2026, 0, 1) }));
afterEach(() => {
  jest.useRealTimers();
  jest.restoreAllMocks();
});

/** An outbox of one tab, with a server that answers what `answers` say, then takes everything. */
function anOutbox(given: { storage?: TestStorage; known?: Credential[]; fresh?: Credential[] } = {}) {
  const storage = given.storage ?? new TestStorage();
  const known = given.known ?? [ANN];
  const sent: Sent[] = [];
  const beacons: string[] = [];
  const errors: { kind: string; id: string | undefined }[] = [];
  const answers: (number | 'lost' | ((body: Sent) => { status: number; retryAfter?: number; text?: string }))[] = [];
  const refreshes: boolean[] = [];
  let beaconsTaken = Number.POSITIVE_INFINITY;
  const outbox = createOutbox(
    {
      url: '',
      key: 'kgb_test',
      store: createStore(storage),
      now: Date.now,
      report: (kind, _cause, event) => void errors.push({ kind, id: event?.id }),
      caught: () => undefined,
    },
    {
      identity: () => ({
        who: () => known[0]?.who ?? null,
        known: () => known,
        bearer: async (refresh = false) => {
          refreshes.push(refresh);
          if (refresh) known.splice(0, known.length, ...(given.fresh ?? known));
          return known[0]?.token ?? null;
        },
      }),
      async post(text) {
        const body: Sent = JSON.parse(text);
        sent.push(body);
        const answer = answers.shift() ?? 200;
        if (answer === 'lost') throw new TypeError('Failed to fetch');
        if (typeof answer === 'function') return { retryAfter: 0, text: '', ...answer(body) };
        const results = body.events.map(({ id }) => ({ id, status: 'ACCEPTED' }));
        return { status: answer, retryAfter: 0, text: JSON.stringify(answer === 200 ? { results } : {}) };
      },
      beacon(text) {
        if (beacons.length >= beaconsTaken) return false;
        beacons.push(text);
        return true;
      },
    },
  );
  const takeBeacons = (most: number): void => {
    beaconsTaken = most;
  };
  return { outbox, storage, known, sent, beacons, errors, answers, refreshes, takeBeacons };
}

function anEvent(given: Partial<KinographEvent> = {}): KinographEvent {
  return { id: eventId(Date.now()), type: 'CLICK', titleId: '7', occurredAt: new Date().toISOString(), ...given } as KinographEvent;
}

const idsOf = (sent: readonly Sent[]): string[][] => sent.map(({ events }) => events.map(({ id }) => id));

describe('the outbox', () => {
  it('gathers for a second, sends with token, key and clock, and keeps nothing that was taken', async () => {
    const { outbox, sent, storage } = anOutbox();
    const [one, other] = [anEvent(), anEvent()];
    outbox.put(one);
    await jest.advanceTimersByTimeAsync(500);
    outbox.put(other);
    expect(sent).toEqual([]);
    await jest.advanceTimersByTimeAsync(500);
    expect(sent).toEqual([{ token: ANN.token, key: 'kgb_test', sentAt: new Date().toISOString(), events: expect.anything() }]);
    expect(idsOf(sent)[0]?.sort()).toEqual([one.id, other.id].sort());
    expect(storage.events).toEqual([]);
  });

  it('sends an opinion at once', async () => {
    const { outbox, sent } = anOutbox();
    outbox.put(anEvent({ type: 'LIKE' }));
    await jest.advanceTimersByTimeAsync(0);
    expect(sent).toHaveLength(1);
  });

  it('sends the same ids again when an answer is lost, later and later, and at once when the network is back', async () => {
    jest.spyOn(Math, 'random').mockReturnValue(0.999_999);
    const { outbox, sent, answers, storage, errors } = anOutbox();
    answers.push('lost', 503, 'lost', () => ({ status: 200, text: '<html>Sign in to this café</html>' }));
    const event = anEvent();
    outbox.put(event);
    const waits: number[] = [];
    for (let last = Date.now(); sent.length < 4; ) {
      const before = sent.length;
      await jest.advanceTimersByTimeAsync(100);
      if (sent.length > before) waits.push(Math.round((Date.now() - last) / 1000));
      if (sent.length > before) last = Date.now();
    }
    expect(waits).toEqual([1, 1, 2, 4]);
    expect(storage.events).toEqual([event.id]);
    outbox.online();
    await jest.advanceTimersByTimeAsync(0);
    expect(new Set(idsOf(sent).flat())).toEqual(new Set([event.id]));
    expect(storage.events).toEqual([]);
    expect(errors.map(({ kind }) => kind)).toEqual(['network', 'network', 'network', 'network']);
  });

  it('never waits longer than five minutes', async () => {
    jest.spyOn(Math, 'random').mockReturnValue(0.999_999);
    const { outbox, sent, answers } = anOutbox();
    answers.push(...Array.from({ length: 20 }, () => 503));
    outbox.put(anEvent());
    await jest.advanceTimersByTimeAsync(DAY_MS / 24);
    const before = sent.length;
    await jest.advanceTimersByTimeAsync(300_000);
    expect(sent.length).toBe(before + 1);
  });

  it('waits as long as Retry-After asks for', async () => {
    const { outbox, sent, answers } = anOutbox();
    answers.push(() => ({ status: 429, retryAfter: 40 }));
    outbox.put(anEvent());
    await jest.advanceTimersByTimeAsync(1_000);
    await jest.advanceTimersByTimeAsync(39_000);
    expect(sent).toHaveLength(1);
    await jest.advanceTimersByTimeAsync(1_500);
    expect(sent).toHaveLength(2);
  });

  it('asks for a fresh token when one is refused, once', async () => {
    const fresh = { ...ANN, token: 'fresh token of Ann' };
    const { outbox, sent, answers, refreshes, storage } = anOutbox({ fresh: [fresh] });
    answers.push(401);
    outbox.put(anEvent());
    await jest.advanceTimersByTimeAsync(1_000);
    expect(sent.map(({ token }) => token)).toEqual([ANN.token, fresh.token]);
    expect(refreshes).toEqual([false, true]);
    expect(storage.events).toEqual([]);
  });

  it('backs off when the fresh token is refused too', async () => {
    jest.spyOn(Math, 'random').mockReturnValue(0.999_999);
    const { outbox, sent, answers, errors, storage } = anOutbox();
    answers.push(401, 401);
    outbox.put(anEvent());
    await jest.advanceTimersByTimeAsync(1_500);
    expect(sent).toHaveLength(2);
    expect(errors).toEqual([{ kind: 'refused', id: undefined }]);
    expect(storage.events).toHaveLength(1);
  });

  it('tells of a rejected event and drops it, and keeps its neighbours from harm', async () => {
    const { outbox, answers, errors, storage } = anOutbox();
    const events = [anEvent(), anEvent(), anEvent()];
    answers.push((body) => {
      const results = body.events.map(({ id }) => ({ status: id === events[1]?.id ? 'REJECTED' : 'DUPLICATE', message: 'No such title.' }));
      return { status: 200, text: JSON.stringify({ results }) };
    });
    for (const event of events) outbox.put(event);
    await jest.advanceTimersByTimeAsync(1_000);
    expect(errors).toEqual([{ kind: 'rejected', id: events[1]?.id }]);
    expect(storage.events).toEqual([]);
  });

  it.each([400, 413])('finds the one event that the server cannot even read (%s), drops it and sends the rest', async (status) => {
    const { outbox, sent, answers, errors, storage } = anOutbox();
    const events = Array.from({ length: 9 }, () => anEvent());
    const poison = events[4]?.id ?? '';
    const judge = (body: Sent) => {
      if (body.events.some(({ id }) => id === poison)) return { status };
      return { status: 200, text: JSON.stringify({ results: body.events.map(() => ({ status: 'ACCEPTED' })) }) };
    };
    answers.push(...Array.from({ length: 30 }, () => judge));
    for (const event of events) outbox.put(event);
    await jest.advanceTimersByTimeAsync(1_000);
    expect(errors).toEqual([{ kind: 'rejected', id: poison }]);
    expect(storage.events).toEqual([]);
    expect(sent.length).toBeLessThan(10);
  });

  it('sends at most 100 events and less than 60 KB of UTF-8 at a time', async () => {
    const { outbox, sent, beacons } = anOutbox({ known: [{ ...ANN, token: 'x'.repeat(5_000) }] });
    const texts = Array.from({ length: 300 }, (_, index) => anEvent({ playId: index % 2 ? 'фильм '.repeat(60) : 'short' }));
    for (const event of texts) outbox.put(event);
    outbox.leave();
    await outbox.flush();
    await jest.advanceTimersByTimeAsync(31_000);
    await outbox.flush();
    const bodies = [...beacons, ...sent.map((body) => JSON.stringify(body))];
    for (const body of bodies) expect(Buffer.byteLength(body)).toBeLessThan(60_000);
    for (const { events } of sent) expect(events.length).toBeLessThanOrEqual(100);
    expect(idsOf(sent).flat().sort()).toEqual(texts.map(({ id }) => id).sort());
  });

  it('never sends one person’s events under another one’s token', async () => {
    const { outbox, sent, known, storage } = anOutbox();
    const [ofAnn, ofBob] = [anEvent(), anEvent()];
    outbox.put(ofAnn);
    known.splice(0, 1, BOB);
    outbox.put(ofBob);
    await jest.advanceTimersByTimeAsync(2_000);
    outbox.leave();
    expect(sent.map(({ token, events }) => [token, events.map(({ id }) => id)])).toEqual([[BOB.token, [ofBob.id]]]);
    expect(storage.events).toEqual([ofAnn.id]);
    known.splice(0, 1, ANN);
    await outbox.flush();
    expect(sent.at(-1)).toMatchObject({ token: ANN.token, events: [{ id: ofAnn.id }] });
  });

  it('gives what was done before anybody was known to whoever comes first', async () => {
    const { outbox, sent, known, storage } = anOutbox({ known: [] });
    outbox.put(anEvent());
    await jest.advanceTimersByTimeAsync(1_000);
    expect(sent).toEqual([]);
    known.push(ANN);
    outbox.claim();
    known.splice(0, 1, BOB);
    await outbox.flush();
    expect(sent).toEqual([]);
    expect(storage.events).toHaveLength(1);
  });

  it('sends what the anonymous session did with the session’s own token beside the viewer’s, and hands it over after a merge', async () => {
    const session = { token: 'token of the session', who: 'session' };
    const { outbox, sent, known } = anOutbox({ known: [session] });
    outbox.put(anEvent({ titleId: 'before' }));
    known.unshift(ANN);
    outbox.put(anEvent({ titleId: 'after' }));
    await outbox.flush();
    expect(sent.map(({ token, events }) => [token, events[0]])).toEqual([
      [ANN.token, expect.objectContaining({ titleId: 'after' })],
      [session.token, expect.objectContaining({ titleId: 'before' })],
    ]);
    known.splice(0, 2, session);
    outbox.put(anEvent({ titleId: 'late' }));
    known.splice(0, 1, ANN);
    outbox.handOver('session', 'ann');
    await outbox.flush();
    expect(sent.at(-1)).toMatchObject({ token: ANN.token, events: [{ titleId: 'late' }] });
  });

  it('sends an open interval only when nobody has touched it for half a minute, since its tab has died', async () => {
    const storage = new TestStorage();
    const dying = anOutbox({ storage });
    const event = anEvent({ type: 'WATCH_INTERVAL', fromSeconds: 0, toSeconds: 4 } as Partial<KinographEvent>);
    dying.outbox.hold(event);
    const { outbox, sent } = anOutbox({ storage });
    await outbox.flush();
    await jest.advanceTimersByTimeAsync(29_000);
    await outbox.flush();
    expect(sent).toEqual([]);
    await jest.advanceTimersByTimeAsync(1_000);
    await outbox.flush();
    expect(sent[0]?.events).toEqual([event]);
  });

  it('leaves by beacons, keeps what the browser did not take, and sends all of it again, since nobody acknowledges a beacon', async () => {
    const { outbox, sent, beacons, storage, takeBeacons } = anOutbox();
    const events = Array.from({ length: 150 }, () => anEvent());
    for (const event of events) outbox.put(event);
    takeBeacons(1);
    outbox.leave();
    expect(beacons).toHaveLength(1);
    expect(storage.events).toHaveLength(150);
    await outbox.flush();
    expect(idsOf(sent).flat()).toHaveLength(50);
    await jest.advanceTimersByTimeAsync(30_000);
    await outbox.flush();
    expect(storage.events).toEqual([]);
    expect(new Set(idsOf(sent).flat()).size).toBe(150);
  });

  it('two tabs of one storage never lose each other’s events', async () => {
    const storage = new TestStorage();
    const tabs = [anOutbox({ storage }), anOutbox({ storage })];
    const events = Array.from({ length: 20 }, () => anEvent());
    for (const [index, event] of events.entries()) tabs[index % 2]?.outbox.put(event);
    await jest.advanceTimersByTimeAsync(1_000);
    expect(new Set(tabs.flatMap(({ sent }) => idsOf(sent).flat()))).toEqual(new Set(events.map(({ id }) => id)));
    expect(storage.events).toEqual([]);
  });

  it('forgets what is older than a week, and of more than 2,000 the impressions first, then the oldest', async () => {
    const { outbox, sent, known } = anOutbox({ known: [BOB] });
    outbox.put(anEvent({ titleId: 'old' }));
    jest.setSystemTime(Date.now() + 8 * DAY_MS);
    const impressions = Array.from({ length: 600 }, () => anEvent({ type: 'IMPRESSION', titleIds: ['1'] } as Partial<KinographEvent>));
    for (const event of impressions) outbox.put(event);
    for (let index = 0; index < 1_700; index++) {
      jest.setSystemTime(Date.now() + 1);
      outbox.put(anEvent({ titleId: `${index}` }));
    }
    await outbox.flush();
    const types = sent.flatMap(({ events }) => events.map(({ type }) => type));
    expect(types.filter((type) => type === 'IMPRESSION')).toHaveLength(300);
    expect(types.filter((type) => type === 'CLICK')).toHaveLength(1_700);
    expect(known).toEqual([BOB]);
  });

  it('goes on in memory where the storage takes nothing', async () => {
    const storage = new TestStorage();
    storage.isBroken = true;
    const { outbox, sent } = anOutbox({ storage });
    outbox.put(anEvent());
    await jest.advanceTimersByTimeAsync(1_000);
    expect(sent).toHaveLength(1);
    await outbox.flush();
    expect(sent).toHaveLength(1);
  });

  it('is not stopped by a clock that was set back', async () => {
    const { outbox, sent } = anOutbox();
    outbox.hold(anEvent());
    jest.setSystemTime(Date.now() - DAY_MS);
    await outbox.flush();
    expect(sent).toHaveLength(1);
  });

  it('after its close keeps what comes, and sends nothing by itself', async () => {
    const { outbox, sent, storage } = anOutbox();
    outbox.close();
    outbox.put(anEvent());
    await jest.advanceTimersByTimeAsync(60_000);
    expect(sent).toEqual([]);
    expect(storage.events).toHaveLength(1);
  });
});
