import { ANN, anEvent, anOutbox, DAY_MS, idsOf, type Sent, withTestClock } from '../support/sdk-outbox';

withTestClock();

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
});
