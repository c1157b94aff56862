import { randomUUID } from 'node:crypto';
import { EventType } from '../../core/event';
import { countOf } from '../../core/sketch';
import { TitleKind } from '../../core/title';
import { mergeUsers } from '../../flow/user';
import { rollUp } from '../../jobs/roll-up';
import { sketchesIn } from '../../store/sketches';
import { withDatabase } from '../support/database';
import { anEvent } from '../support/event';
import { aJobContext } from '../support/job-context';
import { countAll, letTimePass, serve } from '../support/metrics';
import { aTitle } from '../support/title';
import { asViewer, aTracker } from '../support/tracker';
import { aUser } from '../support/user';

const fixture = withDatabase();

beforeEach(async () => {
  // Whole history of the test before is counted, so that each test sees its own numbers only.
  await countAll(fixture.database);
  for (const table of ['event_slots', 'served_slots', 'sketch_slots', 'sightings', 'unjoined_events'])
    await fixture.db.query(`delete from ${table}`);
});

const events = () => fixture.db.query('select slot, type, kind, events, seconds from event_slots order by slot, type, kind');
const outcomes = () =>
  fixture.db.query(
    'select placement, "modelId", kind, sum(lists) as lists, sum(titles) as titles, sum(seen) as seen, sum(clicked) as clicked, sum(watched) as watched from served_slots group by 1, 2, 3 order by 1, 2, 3',
  );
const outcome = (given: object) => ({
  placement: 'home',
  modelId: 0,
  kind: 'MOVIE',
  lists: '0',
  titles: '0',
  seen: '0',
  clicked: '0',
  watched: '0',
  ...given,
});
const people = async (kind: string | null) => {
  const bounds = [new Date('2026-01-01'), new Date('2100-01-01')];
  const sketch = (await sketchesIn(fixture.db, { name: 'people', kind, bounds })).get(0);
  return sketch ? countOf(sketch) : 0;
};
const { CLICK, IMPRESSION, LIKE, COMPLETED } = EventType;

describe('the roll-up of numbers', () => {
  it('counts events, seconds and people in the quarter of an hour in which they happened, each once', async () => {
    const { db, database } = fixture;
    const [ann, bob, cleo] = [await aUser(db), await aUser(db), await aUser(db)];
    const [film, book] = [await aTitle(db, { seconds: 100 }), await aTitle(db, { kind: TitleKind.BOOK })];
    const at = (minute: string) => `${new Date(Date.now() - 86_400_000).toISOString().slice(0, 11)}10:${minute}.000Z`;
    const tracker = aTracker(database);
    await tracker.track(
      asViewer(ann, [
        anEvent({ titleId: film, toSeconds: 25, occurredAt: at('14:59') }),
        anEvent({ titleId: film, toSeconds: 10, occurredAt: at('15:00') }),
        anEvent({ type: LIKE, titleId: book, occurredAt: at('15:01') }),
      ]),
    );
    await tracker.track(asViewer(bob, [anEvent({ titleId: film, toSeconds: 5, occurredAt: at('20:00') })]));
    await tracker.track(asViewer(cleo, [anEvent({ type: IMPRESSION, titleIds: [film, book], occurredAt: at('20:00') })]));
    await letTimePass(db);
    const context = aJobContext<'roll-up'>(database, {});
    await Promise.all([rollUp.run(context), rollUp.run(context)]);
    await rollUp.run(context);
    const [first, second] = [new Date(at('00:00')), new Date(at('15:00'))];
    expect(await events()).toEqual([
      { slot: first, type: 'WATCH_INTERVAL', kind: 'MOVIE', events: 1, seconds: 25 },
      { slot: second, type: 'IMPRESSION', kind: 'MOVIE', events: 1, seconds: 0 },
      { slot: second, type: 'LIKE', kind: 'BOOK', events: 1, seconds: 0 },
      { slot: second, type: 'WATCH_INTERVAL', kind: 'MOVIE', events: 2, seconds: 15 },
    ]);
    expect([await people(null), await people('MOVIE'), await people('BOOK'), await people('TRACK')]).toEqual([2, 2, 1, 0]);
  });

  it('loses nothing and counts nothing twice when it is interrupted at any step', async () => {
    const { db, database } = fixture;
    const [userId, film] = [await aUser(db), await aTitle(db, { seconds: 100 })];
    const recommendationId = await serve(db, { userId, titleId: film });
    await aTracker(database).track(asViewer(userId, [anEvent({ titleId: film, toSeconds: 60, recommendationId })]));
    await letTimePass(db);
    // A table that cannot be written to is as good as a kill: the transaction that was under way is gone.
    for (const table of ['served_slots', 'sketch_slots', 'sightings']) {
      await db.query(`alter table ${table} add constraint broken check (false) not valid`);
      await expect(rollUp.run(aJobContext<'roll-up'>(database, {}))).rejects.toThrow('broken');
      await db.query(`alter table ${table} drop constraint broken`);
    }
    await rollUp.run(aJobContext<'roll-up'>(database, {}));
    await rollUp.run(aJobContext<'roll-up'>(database, {}));
    expect(await outcomes()).toEqual([outcome({ lists: '1', titles: '1', seen: '1', watched: '1' })]);
    expect(await events()).toMatchObject([{ type: 'WATCH_INTERVAL', events: 1, seconds: 60 }]);
  });

  it('gives what was seen, opened and watched to the placement and model that brought it about', async () => {
    const { db, database } = fixture;
    const [userId, film, other] = [await aUser(db), await aTitle(db, { seconds: 100 }), await aTitle(db, { seconds: 100 })];
    const home = await serve(db, { userId, titleId: film, modelId: 3 }, { userId, titleId: other, modelId: 3 });
    await serve(db, { userId, titleId: film, placement: 'side-list' });
    await aTracker(database).track(
      asViewer(userId, [
        anEvent({ type: IMPRESSION, titleIds: [film, other], recommendationId: home }),
        anEvent({ type: CLICK, titleId: film, recommendationId: home }),
        anEvent({ titleId: film, toSeconds: 50, recommendationId: home }),
      ]),
    );
    await countAll(database);
    expect(await outcomes()).toEqual([
      outcome({ modelId: 3, lists: '1', titles: '2', seen: '2', clicked: '1', watched: '1' }),
      outcome({ placement: 'side-list', lists: '1', titles: '1' }),
    ]);
  });

  it('gives what an episode brings to the show that was listed, also after a person has signed in under another name', async () => {
    const { db, database } = fixture;
    const [stranger, member, show] = [await aUser(db), await aUser(db), await aTitle(db, { kind: TitleKind.SHOW })];
    const episode = await aTitle(db, { kind: TitleKind.EPISODE, parentId: show, season: 1, number: 1, seconds: 100 });
    await serve(db, { userId: stranger, titleId: show });
    await mergeUsers(db, { fromId: stranger, intoId: member, actor: 'system' });
    await aTracker(database).track(asViewer(member, [anEvent({ type: COMPLETED, titleId: episode })]));
    await countAll(database);
    expect(await outcomes()).toEqual([outcome({ kind: 'SHOW', lists: '1', titles: '1', seen: '1', watched: '1' })]);
  });

  it('waits for a list that is not written yet', async () => {
    const { db, database } = fixture;
    const [userId, film] = [await aUser(db), await aTitle(db)];
    const recommendationId = randomUUID();
    await aTracker(database).track(asViewer(userId, [anEvent({ type: CLICK, titleId: film, recommendationId })]));
    await countAll(database);
    expect(await outcomes()).toEqual([]);
    await serve(db, { userId, titleId: film, recommendationId, placement: 'late', servedAt: new Date(Date.now() - 60_000) });
    await countAll(database);
    expect(await outcomes()).toEqual([outcome({ placement: 'late', lists: '1', titles: '1', seen: '1', clicked: '1' })]);
    expect(await db.query('select * from unjoined_events')).toEqual([]);
  });

  it('leaves out what was imported, and what happened too long ago', async () => {
    const { db, database } = fixture;
    const [userId, film] = [await aUser(db), await aTitle(db)];
    await aTracker(database).track(
      asViewer(userId, [
        anEvent({ type: LIKE, titleId: film, occurredAt: '2020-01-01T00:00:00Z' }),
        anEvent({ type: CLICK, titleId: film }),
      ]),
    );
    await db.query('update events set "importId" = 1 where type = $1 and "userId" = $2', [CLICK, userId]);
    await countAll(database);
    expect(await events()).toEqual([]);
  });
});
