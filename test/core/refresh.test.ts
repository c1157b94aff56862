import pino from 'pino';
import { CauseKind, type UserNotice } from '../../core/notice';
import { createLive, type Watched } from '../../flow/refresh';
import { until } from '../support/until';

interface List {
  readonly version: number;
}

/** A user's list whose version the test moves, and whose refreshes wait until the test lets them go. */
function aList(userId = 1) {
  const state = { version: 1, computed: 0, gate: Promise.resolve() };
  const watched = (knownVersion: number | null = null): Watched<List> => ({
    userId,
    key: `${userId}/home`,
    knownVersion,
    compute: async () => {
      state.computed += 1;
      const { version } = state;
      await state.gate;
      return { version };
    },
  });
  const changed = (): readonly UserNotice[] => {
    state.version += 1;
    return [{ userId, version: state.version, cause: CauseKind.EVENT, eventId: `e${state.version}`, titleId: 7 }];
  };
  return { state, watched, changed };
}

const live = () => createLive<List>({ log: pino({ level: 'silent' }) });

describe('live lists', () => {
  it('send the current list first, then one after a change, with its cause', async () => {
    const lists = live();
    const list = aList();
    const reader = lists.watch(list.watched());
    expect((await reader.next()).value).toMatchObject({ answer: { version: 1 }, cause: { kind: CauseKind.SUBSCRIBED } });
    lists.onUsers(list.changed());
    expect((await reader.next()).value).toEqual({ answer: { version: 2 }, cause: { kind: CauseKind.EVENT, eventId: 'e2', titleId: 7 } });
    await reader.return?.();
    expect(lists.subscribers).toBe(0);
  });

  it('spare a client the list that it already has', async () => {
    const lists = live();
    const list = aList();
    const reader = lists.watch(list.watched(1));
    await until('the first list was computed', () => list.state.computed === 1);
    lists.onUsers(list.changed());
    expect((await reader.next()).value).toMatchObject({ answer: { version: 2 }, cause: { kind: CauseKind.EVENT } });
  });

  it('serve two tabs with one refresh, and a burst with at most two', async () => {
    const lists = live();
    const list = aList();
    const tabs = [lists.watch(list.watched()), lists.watch(list.watched())];
    await Promise.all(tabs.map((tab) => tab.next()));
    const before = list.state.computed;
    let open = (): void => undefined;
    list.state.gate = new Promise((resolve) => {
      open = resolve;
    });
    for (let event = 0; event < 100; event++) lists.onUsers(list.changed());
    open();
    const seen = await Promise.all(tabs.map(async (tab) => (await tab.next()).value.answer.version));
    await until('the newest list was computed', () => list.state.computed - before === 2);
    expect(seen.every((version) => version >= 2)).toBe(true);
    const last = await Promise.all(tabs.map(async (tab) => (await tab.next()).value.answer.version));
    expect(last).toEqual([101, 101]);
  });

  it('keep only the newest list for a reader that does not read', async () => {
    const lists = live();
    const list = aList();
    const reader = lists.watch(list.watched());
    for (let event = 0; event < 5; event++) {
      lists.onUsers(list.changed());
      await until('the change was refreshed', () => lists.refreshes >= event + 1);
    }
    expect((await reader.next()).value).toMatchObject({ answer: { version: 6 } });
  });

  it('end at once when a waiting reader returns, and count back to zero', async () => {
    const lists = live();
    const list = aList();
    const reader = lists.watch(list.watched());
    await reader.next();
    const waiting = reader.next();
    await reader.return?.();
    expect(await waiting).toEqual({ done: true, value: undefined });
    expect(lists.subscribers).toBe(0);
    lists.onUsers(list.changed());
    expect(list.state.computed).toBe(1);
  });

  it('tell a reader when its first list fails, and leave no trace of it', async () => {
    const lists = live();
    const watched = { ...aList().watched(), compute: () => Promise.reject(new Error('no database')) };
    await expect(lists.watch(watched).next()).rejects.toThrow('no database');
    expect(lists.subscribers).toBe(0);
  });

  it('send a change although the database was away when it came', async () => {
    const lists = live();
    const list = aList();
    const reader = lists.watch(list.watched());
    await reader.next();
    list.state.gate = Promise.reject(new Error('no database'));
    lists.onUsers(list.changed());
    await until('it was tried in vain', () => list.state.computed === 2);
    list.state.gate = Promise.resolve();
    expect((await reader.next()).value).toMatchObject({ answer: { version: 2 }, cause: { eventId: 'e2' } });
  });

  it('make up after lost notices what was missed, and only that', async () => {
    const lists = live();
    const [moved, still] = [aList(1), aList(2)];
    const readers = [lists.watch(moved.watched()), lists.watch(still.watched())];
    await Promise.all(readers.map((reader) => reader.next()));
    moved.changed();
    await lists.resync(async (ids) => {
      expect([...ids].sort()).toEqual([1, 2]);
      return ids.map((id) => ({ askedId: id, id, version: id === 1 ? 2 : 1 }));
    });
    expect((await readers[0]?.next())?.value).toMatchObject({ answer: { version: 2 }, cause: { kind: CauseKind.RESYNC } });
    expect(still.state.computed).toBe(1);
  });

  it('go on with the list of whoever a user was merged into', async () => {
    const lists = live();
    const asked: number[] = [];
    const list = aList(1);
    const reader = lists.watch({ ...list.watched(), compute: async (userId) => ({ version: asked.push(userId) }) });
    await reader.next();
    lists.onMerge(1, 9);
    lists.onUsers([{ userId: 9, version: 2, cause: CauseKind.RESYNC, eventId: null, titleId: null }]);
    await reader.next();
    await lists.resync(async (ids) => ids.map((askedId) => ({ askedId, id: 12, version: 3 })));
    await reader.next();
    expect(asked).toEqual([1, 9, 12]);
    await reader.return?.();
    expect(lists.subscribers).toBe(0);
  });

  it('refuse the fifty-first live list of one user', () => {
    const lists = live();
    const list = aList();
    for (let tab = 0; tab < 50; tab++) lists.watch(list.watched());
    expect(() => lists.watch(list.watched())).toThrow(/50 live lists/);
    expect(lists.subscribers).toBe(50);
  });
});
