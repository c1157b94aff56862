import type { KinographEvent } from '../../client/sdk/event';
import { ANN, anEvent, anOutbox, BOB, DAY_MS, idsOf, withTestClock } from '../support/sdk-outbox';
import { TestStorage } from '../support/sdk-storage';

withTestClock();

describe('the outbox of people and tabs', () => {
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
