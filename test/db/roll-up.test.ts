import { EventType } from '../../core/event';
import { TitleKind } from '../../core/title';
import { mergeTitles } from '../../flow/title-merge';
import { rollUp } from '../../jobs/roll-up';
import { safeTime } from '../../store/roll-up';
import { scenesOf } from '../../store/scenes';
import { withDatabase } from '../support/database';
import { anEvent } from '../support/event';
import { aJobContext } from '../support/job-context';
import { aTitle } from '../support/title';
import { asViewer, aTracker } from '../support/tracker';
import { aUser } from '../support/user';

const fixture = withDatabase();

const activity = () =>
  fixture.db.query('select "titleId", hour, round(weight::numeric, 6)::float8 as weight from title_activity order by 1, 2');

/** As if all events so far had been received half a minute ago. */
async function letTimePass(): Promise<void> {
  await fixture.db.query(
    `update events set "receivedAt" = "receivedAt" - interval '30 seconds' where "receivedAt" > now() - interval '20 seconds'`,
  );
}

describe('the roll-up of activity', () => {
  it('counts every event once in the hour in which it happened, an episode for its show', async () => {
    const { db, database } = fixture;
    const tracker = aTracker(database);
    const [userId, film, show] = [await aUser(db), await aTitle(db, { seconds: 100 }), await aTitle(db, { kind: TitleKind.SHOW })];
    const episode = await aTitle(db, { kind: TitleKind.EPISODE, parentId: show, season: 1, number: 1 });
    const occurredAt = '2026-05-01T20:40:00.000Z';
    const context = aJobContext<'roll-up'>(database, {});
    await tracker.track(
      asViewer(userId, [
        anEvent({ titleId: film, toSeconds: 25, occurredAt }),
        anEvent({ type: EventType.LIKE, titleId: film, occurredAt }),
        anEvent({ type: EventType.DISLIKE, titleId: film, occurredAt }),
        anEvent({ type: EventType.IMPRESSION, titleIds: [film], occurredAt }),
        anEvent({ type: EventType.COMPLETED, titleId: episode, occurredAt }),
      ]),
    );
    await rollUp.run(context);
    expect(await activity()).toEqual([]);
    await letTimePass();
    const hour = new Date('2026-05-01T20:00:00.000Z');
    const once = [
      { titleId: film, hour, weight: 1.25 },
      { titleId: show, hour, weight: 1 },
    ];
    await Promise.all([rollUp.run(context), rollUp.run(context)]);
    expect(await activity()).toEqual(once);
    await rollUp.run(context);
    expect(await activity()).toEqual(once);
    await tracker.track(asViewer(userId, [anEvent({ type: EventType.CLICK, titleId: film, occurredAt })]));
    await letTimePass();
    await rollUp.run(context);
    expect((await activity())[0]).toMatchObject({ weight: 1.35 });
  });

  it('counts the scenes of every play once, of an episode by itself and of a merged title with the one that stands for it', async () => {
    const { db, database } = fixture;
    const tracker = aTracker(database);
    const userId = await aUser(db);
    const [film, twin, unknown] = [await aTitle(db, { seconds: 1_000 }), await aTitle(db, { seconds: 2_000 }), await aTitle(db)];
    const context = aJobContext<'roll-up'>(database, {});
    const watch = async (...events: readonly Readonly<Record<string, unknown>>[]): Promise<void> => {
      await tracker.track(asViewer(userId, events.map(anEvent)));
      await letTimePass();
      await Promise.all([rollUp.run(context), rollUp.run(context)]);
    };
    await watch({ titleId: film, toSeconds: 30 }, { titleId: film, toSeconds: 20 }, { titleId: unknown }, { titleId: twin, toSeconds: 20 });
    const shown = async (id: number) => (await scenesOf(db, [id, unknown])).get(id)?.slice(0, 4);
    expect([await shown(film), await shown(twin), await shown(unknown)]).toEqual([[2, 2, 1, 0], [1, 0, 0, 0], undefined]);
    await watch({ titleId: film, toSeconds: 10, mediaSeconds: 500 });
    expect(await shown(film)).toEqual([3, 3, 1, 0]);
    await mergeTitles(db, { actor: 'system', fromId: twin, intoId: film, now: new Date() });
    expect([await shown(film), (await scenesOf(db, [film])).get(film)?.length]).toEqual([[4, 3, 1, 0], 100]);
  });

  it('goes no further than the oldest transaction, which may still add events', async () => {
    const { db } = fixture;
    await db.transaction(async (slow) => {
      const [{ began }] = await slow.query('select now()::text as began');
      await db.query('select pg_sleep(0.01)');
      expect(await safeTime(db, 0)).toBe(began);
      expect(new Date(await safeTime(db, 60)) < new Date(began)).toBe(true);
    });
  });
});
