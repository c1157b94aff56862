import fc from 'fast-check';
import { EventType } from '../../core/event';
import { deleteEvents, deleteHistory } from '../../flow/history';
import { mergeUsers } from '../../flow/user';
import { replay } from '../../jobs/replay';
import { rebuildInteractions } from '../../store/interactions';
import { withDatabase } from '../support/database';
import { anEvent } from '../support/event';
import { aJobContext } from '../support/job-context';
import { aTitle } from '../support/title';
import { asKey, aTracker } from '../support/tracker';
import { aUser } from '../support/user';

const fixture = withDatabase();
const PEOPLE = 5;
const TITLES = 4;

const rows = (): Promise<unknown[]> => fixture.db.query('select * from interactions order by "userId", "titleId"');

/** One event of a random past; its time may lie before that of the one that came in before it. */
const anAct = fc.record({
  who: fc.nat(PEOPLE - 1),
  what: fc.nat(TITLES - 1),
  minute: fc.nat(10_000),
  type: fc.constantFrom(...Object.values(EventType).filter((type) => type !== EventType.IMPRESSION)),
  fromSeconds: fc.double({ min: 0, max: 90, noNaN: true }),
  seconds: fc.double({ min: 0.01, max: 10, noNaN: true }),
  mediaSeconds: fc.constantFrom(null, 100, 140),
  playId: fc.constantFrom(null, 'a', 'b'),
  value: fc.integer({ min: 1, max: 10 }).map((half) => half / 2),
});
type Act = typeof anAct extends fc.Arbitrary<infer T> ? T : never;
const aBatch = fc.array(anAct, { minLength: 1, maxLength: 12 });

async function actOut(batches: readonly (readonly Act[])[]) {
  const { db, database } = fixture;
  const tracker = aTracker(database);
  const people = await Promise.all(Array.from({ length: PEOPLE }, () => aUser(db)));
  const titles = [await aTitle(db, { seconds: 100 }), await aTitle(db, { seconds: 120 }), await aTitle(db), await aTitle(db)];
  const sent: { who: number; id: string }[] = [];
  for (const batch of batches) {
    const events = batch.map(({ who, what, minute, fromSeconds, seconds, ...rest }) =>
      anEvent({
        ...rest,
        userId: people[who],
        titleId: titles[what],
        occurredAt: new Date(Date.UTC(2026, 4, 1, 0, minute)).toISOString(),
        fromSeconds,
        toSeconds: fromSeconds + seconds,
      }),
    );
    sent.push(...events.map(({ id }, index) => ({ who: people[batch[index]?.who ?? 0] ?? 0, id: String(id) })));
    const results = await tracker.track(asKey(events));
    expect(results.filter(({ status }) => status !== 'ACCEPTED')).toEqual([]);
  }
  return { db, people, titles, sent };
}

describe('the replay of the log', () => {
  it('gives the rows that stand, whatever came in, was deleted or was merged', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(aBatch, { minLength: 1, maxLength: 6 }), fc.nat(), async (batches, turn) => {
        const { db, people, titles, sent } = await actOut(batches);
        const [from = 0, into = 0, third = 0] = people;
        const deleted = sent[turn % sent.length];
        if (deleted) await deleteEvents(db, { userId: deleted.who, eventIds: [deleted.id] });
        await deleteHistory(db, { userId: third, since: new Date(Date.UTC(2026, 4, 3)) });
        await mergeUsers(db, { fromId: from, intoId: into });
        await db.query(`update titles set state = 'MERGED', "mergedIntoId" = $1 where id = $2`, [titles[2], titles[3]]);
        await rebuildInteractions(
          db,
          people.map((userId) => ({ userId, titleId: titles[3] ?? 0 })),
        );
        const before = await rows();
        await replay.run(aJobContext(fixture.database, {}));
        expect(await rows()).toEqual(before);
      }),
      { numRuns: 8, seed: 7 },
    );
  });

  it('repairs rows that were lost or broken', async () => {
    await actOut([
      [
        {
          who: 0,
          what: 0,
          minute: 1,
          type: EventType.WATCH_INTERVAL,
          fromSeconds: 0,
          seconds: 10,
          mediaSeconds: null,
          playId: 'a',
          value: 1,
        },
      ],
    ]);
    const before = await rows();
    await fixture.db.query('update interactions set "secondsPlayed" = 1e6, covered = default');
    await replay.run(aJobContext(fixture.database, {}));
    expect(await rows()).toEqual(before);
    await fixture.db.query('delete from interactions');
    await replay.run(aJobContext(fixture.database, {}));
    expect(await rows()).toEqual(before);
  });

  it('stops when it is told to', async () => {
    await aUser(fixture.db);
    await expect(replay.run(aJobContext(fixture.database, {}, { signal: AbortSignal.abort() }))).rejects.toThrow();
  });
});
