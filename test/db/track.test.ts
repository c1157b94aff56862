import { pino } from 'pino';
import { ErrorCode } from '../../core/errors';
import { EventType } from '../../core/event';
import type { Notice } from '../../core/notice';
import { interactionsOf } from '../../store/interactions';
import { listen } from '../../store/notices';
import { withDatabase } from '../support/database';
import { anEvent } from '../support/event';
import { aTitle } from '../support/title';
import { asKey, asViewer, aTracker, statuses } from '../support/tracker';
import { until } from '../support/until';
import { aUser } from '../support/user';

const fixture = withDatabase();

async function aViewing() {
  const { db, database } = fixture;
  return { db, tracker: aTracker(database), userId: await aUser(db), titleId: await aTitle(db, { seconds: 100 }) };
}

async function stored(userId: number): Promise<number> {
  const [row] = await fixture.db.query('select count(*) as count from events where "userId" = $1', [userId]);
  return row.count;
}

describe('sending events', () => {
  it('stores what a viewer did and counts it at once', async () => {
    const { db, tracker, userId, titleId } = await aViewing();
    const results = await tracker.track(asViewer(userId, [anEvent({ titleId, playId: 'p' }), anEvent({ type: EventType.LIKE, titleId })]));
    expect(statuses(results)).toEqual(['ACCEPTED', 'ACCEPTED']);
    expect(await interactionsOf(db, userId)).toEqual([
      expect.objectContaining({
        userId,
        titleId,
        covered: [[0, 100]],
        mediaSeconds: 100,
        secondsPlayed: 10,
        plays: 1,
        opinion: 'LIKE',
        classicScore: 0.3,
      }),
    ]);
    const [user] = await db.query('select version from users where id = $1', [userId]);
    expect(user.version).toBe(1);
  });

  it('answers a retry with DUPLICATE and counts it once, in one call, over calls, and at the same time', async () => {
    const { db, tracker, userId, titleId } = await aViewing();
    const event = anEvent({ id: 'one', titleId, toSeconds: 10 });
    expect(statuses(await tracker.track(asViewer(userId, [event, event])))).toEqual(['ACCEPTED', 'DUPLICATE']);
    const other = aTracker(fixture.database);
    const again = await Promise.all(
      [tracker, other, tracker, other].map((each) => each.track(asViewer(userId, [event, anEvent({ id: 'two', titleId })]))),
    );
    expect(again.map(([first]) => first?.status)).toEqual(['DUPLICATE', 'DUPLICATE', 'DUPLICATE', 'DUPLICATE']);
    expect(again.filter(([, second]) => second?.status === 'ACCEPTED')).toHaveLength(1);
    expect(await stored(userId)).toBe(2);
    expect((await interactionsOf(db, userId))[0]?.secondsPlayed).toBe(20);
  });

  it('keeps the ids of two owners apart', async () => {
    const { db, tracker, userId, titleId } = await aViewing();
    const other = await aUser(db);
    const event = anEvent({ id: 'same', titleId });
    const results = await Promise.all([tracker.track(asViewer(userId, [event])), tracker.track(asViewer(other, [event]))]);
    expect(results.flatMap(statuses)).toEqual(['ACCEPTED', 'ACCEPTED']);
  });

  it('rejects alone what is wrong, and says which field', async () => {
    const { tracker, userId, titleId } = await aViewing();
    const results = await tracker.track(
      asViewer(userId, [
        anEvent({ titleId }),
        anEvent({ titleId: 999_999_999 }),
        anEvent({ titleId: 'imdb:tt0000000' }),
        anEvent({ titleId, fromSeconds: 9, toSeconds: 3 }),
        anEvent({ titleId, toSeconds: 300 }),
        anEvent({ type: EventType.IMPRESSION, titleIds: [titleId, 999_999_999] }),
        { id: 'bare' },
        'nonsense',
        anEvent({ type: EventType.IMPRESSION, titleIds: [titleId] }),
      ]),
    );
    expect(statuses(results)).toEqual([
      'ACCEPTED',
      'REJECTED titleId',
      'REJECTED titleId',
      'REJECTED toSeconds',
      'REJECTED toSeconds',
      'REJECTED titleIds[1]',
      'REJECTED type',
      'REJECTED event',
      'ACCEPTED',
    ]);
    expect(results[1]?.code).toBe(ErrorCode.NOT_FOUND);
    expect(await stored(userId)).toBe(2);
  });

  it('lets nobody but a server key speak for another', async () => {
    const { db, tracker, userId, titleId } = await aViewing();
    const stranger = await aUser(db, { externalId: 'stranger' });
    const event = (name: unknown) => anEvent({ titleId, userId: name });
    const viewer = await tracker.track(asViewer(userId, [stranger, 'app:stranger', 'app:nobody-yet', 999_999_999, userId].map(event)));
    expect(viewer.map(({ code }) => code)).toEqual([...Array(4).fill(ErrorCode.FORBIDDEN), null]);
    const key = await tracker.track(asKey([event('app:stranger'), event('app:newcomer'), event(undefined), event(999_999_999)]));
    expect(statuses(key)).toEqual(['ACCEPTED', 'ACCEPTED', 'REJECTED userId', 'REJECTED userId']);
    const made = await db.query(`select "externalId" from users where "externalId" in ('nobody-yet', 'newcomer')`);
    expect(made).toEqual([{ externalId: 'newcomer' }]);
  });

  it('makes nobody of an event that is refused', async () => {
    const { db, tracker } = await aViewing();
    await tracker.track(asKey([anEvent({ titleId: 999_999_999, userId: 'app:ghost' })]));
    expect(await db.query(`select 1 from users where "externalId" = 'ghost'`)).toEqual([]);
  });

  it('folds into the title that stands for a merged one, and logs the one that was named', async () => {
    const { db, tracker, userId, titleId } = await aViewing();
    const merged = await aTitle(db, { externalIds: [{ source: 'imdb', value: 'tt1' }] });
    await db.query(`update titles set state = 'MERGED', "mergedIntoId" = $1 where id = $2`, [titleId, merged]);
    await tracker.track(asViewer(userId, [anEvent({ titleId: 'imdb:tt1' })]));
    expect((await interactionsOf(db, userId)).map((row) => row.titleId)).toEqual([titleId]);
    expect(await db.query('select "titleId" from events where "userId" = $1', [userId])).toEqual([{ titleId: merged }]);
  });

  it('tells every process once, after the commit, what moved the list', async () => {
    const { tracker, userId, titleId } = await aViewing();
    const notices: Notice[] = [];
    const line = await listen(fixture.url, {
      log: pino({ level: 'silent' }),
      onReconnect: () => undefined,
      onNotice: (notice) => notices.push(notice),
    });
    await tracker.track(
      asViewer(userId, [anEvent({ titleId }), anEvent({ id: 'last', titleId }), anEvent({ type: EventType.DONT_KNOW, titleId })]),
    );
    await until('the notice comes', () => notices.length > 0);
    expect(notices).toEqual([{ topic: 'users', users: [{ userId, version: 1, cause: 'EVENT', eventId: 'last', titleId }] }]);
    await line.stop();
  });

  it('absorbs 5,000 tiny intervals on one title', async () => {
    const { db, tracker, userId } = await aViewing();
    const titleId = await aTitle(db, { seconds: 20_000 });
    const tiny = Array.from({ length: 5_000 }, (_, index) => anEvent({ titleId, fromSeconds: index * 3, toSeconds: index * 3 + 0.1 }));
    const calls = Array.from({ length: 5 }, (_, index) =>
      tracker.track(asViewer(userId, tiny.slice(index * 1_000, index * 1_000 + 1_000))),
    );
    expect((await Promise.all(calls)).flat().every(({ status }) => status === 'ACCEPTED')).toBe(true);
    const [row] = await interactionsOf(db, userId);
    expect(row?.covered).toHaveLength(500);
    expect(row?.secondsPlayed).toBeCloseTo(500, 6);
  });

  it('harms nobody else when one request of a group fails', async () => {
    const { db, tracker, userId, titleId } = await aViewing();
    const others = await Promise.all([1, 2, 3].map(() => aUser(db)));
    await db.query(
      `create function refuse() returns trigger language plpgsql as $$ begin if new."userId" = ${userId} then raise 'refused'; end if; return new; end $$`,
    );
    await db.query('create trigger refuse before insert on interactions for each row execute function refuse()');
    const calls = [others[0], userId, others[1], others[2]].map((id) => tracker.track(asViewer(id ?? 0, [anEvent({ titleId })])));
    const outcomes = await Promise.allSettled(calls);
    await db.query('drop trigger refuse on interactions');
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled']);
    expect(await stored(userId)).toBe(0);
  });

  it('lets many people and processes write to the same titles at once, without losing a second', async () => {
    const { db, titleId } = await aViewing();
    const users = await Promise.all(Array.from({ length: 4 }, () => aUser(db)));
    const trackers = [aTracker(fixture.database), aTracker(fixture.database)];
    const calls = trackers.flatMap((tracker) =>
      Array.from({ length: 20 }, (_, turn) => {
        const turned = [...users.slice(turn % 4), ...users.slice(0, turn % 4)];
        return tracker.track(asKey(turned.map((userId) => anEvent({ titleId, userId, toSeconds: 1 }))));
      }),
    );
    await Promise.all(calls);
    for (const userId of users) expect((await interactionsOf(db, userId))[0]?.secondsPlayed).toBe(40);
  });

  it('takes 1 to 1,000 events a call', async () => {
    const { tracker, userId } = await aViewing();
    await expect(tracker.track(asViewer(userId, []))).rejects.toMatchObject({ code: ErrorCode.BAD_INPUT, field: 'events' });
    await expect(tracker.track(asViewer(userId, Array(1_001).fill({})))).rejects.toMatchObject({ code: ErrorCode.TOO_LARGE });
  });
});
