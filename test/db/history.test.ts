import { ErrorCode } from '../../core/errors';
import { EventType } from '../../core/event';
import { TitleKind } from '../../core/title';
import { countHistory, deleteEvents, deleteHistory, historyPage } from '../../flow/history';
import { interactionsOf } from '../../store/interactions';
import { withDatabase } from '../support/database';
import { anEvent } from '../support/event';
import { aTitle } from '../support/title';
import { asViewer, aTracker, statuses } from '../support/tracker';
import { aUser } from '../support/user';

const fixture = withDatabase();
const may = (day: number): string => new Date(Date.UTC(2026, 4, day)).toISOString();
const all = { first: 100, after: null, offset: null };

/** A person who watched three films on three days: all, a tenth, and a book read whole. */
async function aReader() {
  const { db, database } = fixture;
  const tracker = aTracker(database);
  const userId = await aUser(db);
  const [film, begun, book] = [
    await aTitle(db, { seconds: 100 }),
    await aTitle(db, { seconds: 100 }),
    await aTitle(db, { kind: TitleKind.BOOK }),
  ];
  await tracker.track(
    asViewer(userId, [
      anEvent({ id: 'film', titleId: film, toSeconds: 100, occurredAt: may(1) }),
      anEvent({ id: 'begun', titleId: begun, toSeconds: 10, occurredAt: may(2) }),
      anEvent({ id: 'book', type: EventType.COMPLETED, titleId: book, occurredAt: may(3) }),
      anEvent({ id: 'again', titleId: film, toSeconds: 50, occurredAt: may(4) }),
    ]),
  );
  return { db, tracker, userId, film, begun, book };
}

describe("a person's past", () => {
  it('comes last touched first, page by page, without a repeat', async () => {
    const { db, userId, film, begun, book } = await aReader();
    const seen: number[] = [];
    let after: string | null = null;
    do {
      const page = await historyPage(db, userId, { filter: {}, page: { first: 1, after, offset: null } });
      seen.push(...page.edges.map(({ node }) => node.titleId));
      after = page.hasNextPage ? (page.edges.at(-1)?.cursor ?? null) : null;
    } while (after !== null);
    expect(seen).toEqual([film, book, begun]);
  });

  it('can be asked for by class, kind, title and time', async () => {
    const { db, userId, film, begun, book } = await aReader();
    const ask = async (filter: object) => (await historyPage(db, userId, { filter, page: all })).edges.map(({ node }) => node.titleId);
    expect(await ask({ watchClass: 'WATCHED' })).toEqual([film, book]);
    expect(await ask({ watchClass: 'CLICKED' })).toEqual([begun]);
    expect(await ask({ kinds: [TitleKind.BOOK] })).toEqual([book]);
    expect(await ask({ titleIds: [begun] })).toEqual([begun]);
    expect(await ask({ since: new Date(may(2)), until: new Date(may(4)) })).toEqual([book, begun]);
    expect(await countHistory(db, userId, { watchClass: 'WATCHED' })).toBe(2);
  });

  it('forgets single events at once, and no retry brings them back', async () => {
    const { db, tracker, userId, film } = await aReader();
    expect(await deleteEvents(db, { userId, eventIds: ['film', 'no such'], actor: 'key:1' })).toBe(1);
    const [row] = await interactionsOf(db, userId);
    expect(row).toMatchObject({ titleId: film, covered: [[0, 500]], secondsPlayed: 50, plays: 1 });
    expect(statuses(await tracker.track(asViewer(userId, [anEvent({ id: 'film', titleId: film })])))).toEqual(['DUPLICATE']);
    expect(await interactionsOf(db, userId)).toContainEqual(row);
    expect(await deleteEvents(db, { userId, eventIds: ['film'] })).toBe(0);
    expect(await deleteEvents(db, { userId: await aUser(db), eventIds: ['again'] })).toBe(0);
    const audit = await db.query(`select action, before from audit where "entityId" = $1`, [String(userId)]);
    expect(audit).toEqual([{ action: 'history.delete', before: { events: 1 } }]);
  });

  it('forgets titles, a time, or everything, and nothing unless it is told what', async () => {
    const { db, userId, film, begun, book } = await aReader();
    await expect(deleteHistory(db, { userId })).rejects.toMatchObject({ code: ErrorCode.BAD_INPUT });
    await expect(deleteHistory(db, { userId, all: true, titleIds: [film] })).rejects.toMatchObject({ code: ErrorCode.BAD_INPUT });
    const left = async () => (await interactionsOf(db, userId)).map(({ titleId }) => titleId);
    expect(await deleteHistory(db, { userId, since: new Date(may(4)) })).toBe(1);
    expect(await left()).toEqual([film, begun, book]);
    expect(await deleteHistory(db, { userId, titleIds: [begun] })).toBe(1);
    expect(await left()).toEqual([film, book]);
    expect(await deleteHistory(db, { userId, all: true })).toBe(2);
    expect(await left()).toEqual([]);
  });

  it('forgets with a title whatever was merged into it', async () => {
    const { db, userId, film, begun } = await aReader();
    await db.query(`update titles set state = 'MERGED', "mergedIntoId" = $1 where id = $2`, [film, begun]);
    expect(await deleteHistory(db, { userId, titleIds: [film] })).toBe(3);
    expect(await interactionsOf(db, userId)).toHaveLength(1);
  });
});
