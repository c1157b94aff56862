import { createHash, randomUUID } from 'node:crypto';
import { pino } from 'pino';
import { ErrorCode } from '../../core/errors';
import { EventType } from '../../core/event';
import { OutboxDestination } from '../../core/outbox';
import { TitleKind } from '../../core/title';
import { forgetUser } from '../../flow/forget';
import { mergeUsers, setPreferences } from '../../flow/user';
import { forget, tendErasures } from '../../jobs/forget';
import { writeAudit } from '../../store/audit';
import type { Db } from '../../store/database';
import { completeErasures, erasureById, modelsHolding } from '../../store/erasures';
import { interactionsOf } from '../../store/interactions';
import { keepPartitions } from '../../store/partitions';
import { enqueue } from '../../store/queue';
import { createServedWriter } from '../../store/served';
import { keepSnapshot } from '../../store/snapshots';
import { resolveUsers } from '../../store/users';
import { withDatabase } from '../support/database';
import { anEvent } from '../support/event';
import { aTrainedModel } from '../support/factors';
import { aJobContext } from '../support/job-context';
import { aTitle } from '../support/title';
import { asKey, asViewer, aTracker, statuses } from '../support/tracker';
import { until } from '../support/until';

const fixture = withDatabase();
const log = pino({ level: 'silent' });
const actor = 'operator:1';

beforeAll(() => keepPartitions(fixture.db, new Date()));

let nextId = 777_000_111_000;

/** A user whose id is like no other number in the database. */
async function aStriking(source: string, externalId: string, name: string | null = null): Promise<number> {
  nextId += 1;
  await fixture.db.query('insert into users (id, source, "externalId", name) values ($1, $2, $3, $4)', [nextId, source, externalId, name]);
  return nextId;
}

/** Somebody of whom something is kept in every place that keeps anything of people. */
async function aKnownPerson() {
  const { db, database } = fixture;
  const [sub, session] = [randomUUID(), randomUUID()];
  const tracker = aTracker(database, [OutboxDestination.SNS]);
  const titleId = await aTitle(db, { seconds: 100 });
  const fromId = await aStriking('session', session);
  const userId = await aStriking('demo', sub, 'Rosalind Forgettable');
  await db.query(`insert into demo_accounts (email, "passwordHash", sub) values ($1, 'hash', $2)`, [`${sub}@forgettable.example`, sub]);
  await tracker.track(asViewer(fromId, [anEvent({ titleId, toSeconds: 5 })]));
  await mergeUsers(db, { fromId, intoId: userId, actor });
  const queue = [anEvent({ id: randomUUID(), titleId }), anEvent({ id: randomUUID(), type: EventType.IMPRESSION, titleIds: [titleId] })];
  await tracker.track(asViewer(userId, queue, { addressHash: 'address-of-forgettable' }));
  await setPreferences(db, {
    userId,
    preferences: { genres: { [TitleKind.MOVIE]: { Forgettable: 1 } } },
    profile: { city: 'Forgettable-on-Sea' },
    actor,
  });
  await writeAudit(db, {
    actor,
    action: 'user.odd',
    entity: 'user',
    entityId: String(userId),
    before: { name: 'Rosalind Forgettable' },
    after: null,
  });
  const writer = createServedWriter({ database, log });
  const list = { recommendationId: randomUUID(), userId, placement: 'home', engine: 'LOCAL' as never, modelId: null, variant: null };
  writer.add({ ...list, servedAt: new Date(), from: 0, titles: [{ titleId, score: 1 }] });
  await writer.stop();
  await keepSnapshot(db, { id: randomUUID(), userId, now: new Date() }, { listId: 'x', modelId: null, titleIds: [titleId], scores: [1] });
  await enqueue(db, 'import-titles', { userId, format: 'x', path: 'Rosalind Forgettable' } as never);
  return { userId, fromId, titleId, sub, session, queue, tracker };
}

/** Every row of every table as text. */
async function everything(db: Db): Promise<string> {
  const tables: { name: string }[] = await db.query(
    `select format('%I.%I', nspname, relname) as name from pg_class join pg_namespace n on n.oid = relnamespace
     where relkind = 'r' and nspname not in ('pg_catalog', 'information_schema', 'pg_toast')`,
  );
  const texts: string[] = [];
  for (const { name } of tables) {
    const rows: { text: string }[] = await db.query(`select t::text as text from ${name} t`);
    texts.push(...rows.map(({ text }) => `${name} ${text}`));
  }
  return texts.join('\n');
}

const forgotten = (userId: number, given: object = {}) =>
  forgetUser(fixture.db, { userId, confirmedId: userId, retrain: false, actor, ...given });
const run = (erasureId: number, given: object = {}) => forget.run(aJobContext(fixture.database, { erasureId }, given));

describe('forgetting a person', () => {
  it('leaves neither their id nor any name of theirs in any table', async () => {
    const { db } = fixture;
    const { userId, fromId, sub, session } = await aKnownPerson();
    const traces = [String(userId), String(fromId), sub, session, 'Forgettable', 'forgettable'];
    const before = await everything(db);
    expect(traces.filter((trace) => !before.includes(trace))).toEqual([]);
    const { id } = await forgotten(userId);
    await run(id);
    const after = await everything(db);
    expect(traces.flatMap((trace) => after.split('\n').filter((line) => line.includes(trace)))).toEqual([]);
    const erasure = await erasureById(db, id);
    expect(erasure?.counts).toMatchObject({
      ...{
        users: 2,
        interactions: 1,
        events: 3,
        event_ids: 4,
        served: 1,
        list_snapshots: 1,
        outbox: 3,
        demo_accounts: 1,
        audit: 3,
        job_runs: 1,
      },
    });
    expect(erasure).toMatchObject({ actor, hash: await hashOf(`demo:${sub}`) });
  });

  it('is done at once for whoever asks: nothing is served while rows are being removed', async () => {
    const { db } = fixture;
    const { userId, fromId, sub, session } = await aKnownPerson();
    const { id } = await forgotten(userId);
    const references = [{ id: userId }, { id: fromId }, { source: 'demo', value: sub }, { source: 'session', value: session }];
    expect(await resolveUsers(db, references, { create: false })).toEqual([null, null, null, null]);
    expect(await erasureById(db, id)).toMatchObject({ erasedAt: null, completedAt: null });
  });

  it('is not undone by an old queue: what happened before is refused, whoever comes again begins anew', async () => {
    const { db } = fixture;
    const { userId, sub, queue, titleId, tracker } = await aKnownPerson();
    await run((await forgotten(userId)).id);
    const [anew = null] = await resolveUsers(db, [{ source: 'demo', value: sub }], { create: true });
    const late = anEvent({ titleId, occurredAt: new Date(Date.now() - 60_000).toISOString() });
    expect(statuses(await tracker.track(asViewer(anew ?? 0, [...queue, late])))).toEqual(Array(3).fill('REJECTED occurredAt'));
    expect(statuses(await tracker.track(asKey([{ ...late, userId: `demo:${sub}` }])))).toEqual(['REJECTED occurredAt']);
    expect(await interactionsOf(db, anew ?? 0)).toEqual([]);
    expect(statuses(await tracker.track(asViewer(anew ?? 0, [anEvent({ titleId })])))).toEqual(['ACCEPTED']);
    expect(await interactionsOf(db, anew ?? 0)).toMatchObject([{ titleId, secondsPlayed: 10 }]);
    expect(anew).not.toBe(userId);
  });

  it('loses nothing of others, and nothing that waits for it', async () => {
    const { db } = fixture;
    const { userId, titleId, tracker } = await aKnownPerson();
    const other = await aStriking('app', randomUUID());
    const events = Array.from({ length: 20 }, () => anEvent({ titleId, toSeconds: 1 }));
    const theirs = events.map((event) => tracker.track(asViewer(other, [event])));
    const [{ id }] = await Promise.all([forgotten(userId), ...events.map((event) => tracker.track(asViewer(userId, [event])))]);
    await Promise.all(theirs);
    await run(id);
    expect((await interactionsOf(db, other))[0]?.secondsPlayed).toBe(20);
    expect(await everything(db)).not.toContain(String(userId));
  });

  it('wants the name typed once more, and somebody who is there', async () => {
    const { userId } = await aKnownPerson();
    const refused = { code: ErrorCode.BAD_INPUT, field: 'confirm' };
    await expect(forgotten(userId, { confirmedId: null })).rejects.toMatchObject(refused);
    await expect(forgotten(userId, { confirmedId: 1 })).rejects.toMatchObject(refused);
    await expect(forgotten(999_999_999)).rejects.toMatchObject({ code: ErrorCode.NOT_FOUND });
  });

  it('goes on where a killed run has stopped, and a job that was lost is found again', async () => {
    const { db } = fixture;
    const { userId } = await aKnownPerson();
    const { id } = await forgotten(userId);
    const stopped = new AbortController();
    let batches = 0;
    const progress = async (): Promise<void> => {
      batches += 1;
      if (batches === 3) stopped.abort(new Error('killed'));
    };
    await expect(run(id, { signal: stopped.signal, progress })).rejects.toThrow('killed');
    const halfway = await erasureById(db, id);
    expect(halfway).toMatchObject({ erasedAt: null });
    await db.query(`update job_runs set state = 'FAILED' where name = 'forget' and (payload ->> 'erasureId')::bigint = $1`, [id]);
    await tendErasures(db);
    const queued = await db.query(`select 1 from job_runs where state = 'QUEUED' and key = $1`, [`forget:${id}`]);
    expect(queued).toHaveLength(1);
    await run(id);
    expect((await erasureById(db, id))?.counts).toMatchObject({ events: 3, event_ids: 4, served: 1, audit: 3 });
    expect(await everything(db)).not.toContain(String(userId));
  });

  it('says which kept models may have learned from them, until none has', async () => {
    const { db } = fixture;
    const { userId, titleId } = await aKnownPerson();
    const modelId = await aTrainedModel(db, new Map([[titleId, [1, 0] as const]]));
    const { id } = await forgotten(userId, { retrain: true });
    await run(id);
    expect((await modelsHolding(db, [id])).get(id)).toContain(modelId);
    expect(await erasureById(db, id)).toMatchObject({ completedAt: null, trainRunId: expect.any(Number) });
    await until('a training begins after the last row was gone', async () => {
      const later = await aTrainedModel(db, new Map([[titleId, [1, 0] as const]]));
      return !(await modelsHolding(db, [id])).get(id)?.includes(later);
    });
    await db.query('update models set bytes = 0');
    await completeErasures(db);
    expect(await erasureById(db, id)).toMatchObject({ completedAt: expect.any(Date) });
  });
});

async function hashOf(name: string): Promise<string> {
  const [salt] = await fixture.db.query(`select value #>> '{}' as value from settings where name = 'forgotten-salt'`);
  return createHash('sha256').update(`${salt.value}${name}`).digest('hex');
}
