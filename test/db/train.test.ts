import pino from 'pino';
import { ModelState } from '../../core/model';
import { EngineName } from '../../core/recommendation';
import { TitleKind } from '../../core/title';
import { readSnapshot } from '../../engine/training/snapshot';
import { trainMatrix } from '../../engine/training/train-matrix';
import { promoteModel, rollbackModel } from '../../flow/model';
import { createRecommender } from '../../flow/recommend';
import { trainNow } from '../../jobs/train';
import { releaseLease, takeLease } from '../../store/leases';
import { liveModel, loadFactors, modelsList } from '../../store/models';
import { createServedWriter } from '../../store/served';
import { withDatabase } from '../support/database';
import { addInteraction, addUser } from '../support/person';
import { aTitle } from '../support/title';

const fixture = withDatabase();
const clock = () => new Date('2026-06-01T12:00:00Z');
const settings = { k: 2, iterations: 8 };

/** Even people like even films, each all but the one of their own number; one person watches an episode. */
async function checkerboard(size: number) {
  const films: number[] = [];
  const people: number[] = [];
  for (let at = 0; at < size; at++) {
    films.push(await aTitle(fixture.db));
    people.push(await addUser(fixture.db));
  }
  for (const [row, person] of people.entries()) {
    for (const [column, film] of films.entries()) {
      if (row !== column && row % 2 === column % 2) await addInteraction(fixture.db, person, film);
    }
  }
  return { films, people };
}

describe('training', () => {
  it('makes no model of nothing', async () => {
    const none = { modelId: null, promoted: false, why: 'There are no interactions to learn from.', resumedAfter: null };
    expect(await trainNow({ database: fixture.database, clock }, { settings })).toEqual(none);
    expect(await modelsList(fixture.db)).toEqual([]);
  });

  it('learns from the interactions in a child process, tells how far it is, and goes live with an audit', async () => {
    const { people } = await checkerboard(12);
    const show = await aTitle(fixture.db, { kind: TitleKind.SHOW });
    const episode = await aTitle(fixture.db, { kind: TitleKind.EPISODE, parentId: show });
    await addInteraction(fixture.db, people[0] ?? 0, episode);
    const told: number[] = [];
    const progress = (fraction: number): void => void told.push(fraction);
    const { modelId } = await trainNow({ database: fixture.database, clock, progress }, { settings });
    const live = await liveModel(fixture.db, EngineName.LOCAL);
    expect(live).toMatchObject({ id: modelId, state: ModelState.LIVE, users: 12, items: 13, interactions: 61, settings });
    expect(live?.snapshot).toMatch(/^[\da-f]{64}$/);
    expect(live?.code).toMatch(/^\d+\.\d+\.\d+ kernel(-fused)? [\da-f]{12}$/);
    expect(live).toMatchObject({ bytes: 13 * (2 * 4 + 8 + 8) + 4 * 8, error: null, evaluation: { gate: { promote: true }, live: null } });
    expect(live?.verdict).toMatch(/^Promoted: no model was live, though only \d+ people can be judged/);
    expect(told.at(0)).toBe(0);
    expect(told.at(-1)).toBe(1);
    const factors = live && (await loadFactors(fixture.db, live));
    expect(factors?.titleIds).toContain(show);
    expect(factors?.titleIds).not.toContain(episode);
    expect(factors?.items).toHaveLength(13 * 2);
    const audit = await fixture.db.query(`select actor, "entityId" from audit where action = 'model.promote'`);
    expect(audit).toEqual([{ actor: 'system', entityId: String(modelId) }]);
  });

  it('makes no model where nothing has changed since the live one, and says so', async () => {
    const unchanged = { modelId: null, promoted: false, why: 'Nothing has changed since the live model: no new one was trained.' };
    expect(await trainNow({ database: fixture.database, clock })).toMatchObject(unchanged);
    expect(await modelsList(fixture.db)).toHaveLength(1);
  });

  it('gives the same factors for the same interactions, and keeps who nobody asked for from going live', async () => {
    const [first] = await modelsList(fixture.db);
    await fixture.db.query(`update models set code = 'of another version'`);
    const { modelId, promoted, why } = await trainNow({ database: fixture.database, clock }, { settings, promote: false });
    expect([promoted, why]).toEqual([false, 'Not promoted: nobody asked for it.']);
    const [second] = await modelsList(fixture.db);
    expect(second).toMatchObject({ id: modelId, state: ModelState.TRAINED, snapshot: first?.snapshot });
    if (!first || !second) throw new Error('Two models were trained.');
    const { matrix } = await readSnapshot(fixture.url, { ...second.settings, asOf: clock() });
    expect((await loadFactors(fixture.db, second)).items).toEqual((await trainMatrix({ matrix, settings: second.settings })).items);
    expect((await loadFactors(fixture.db, second)).items).toEqual((await loadFactors(fixture.db, first)).items);
  });

  it('swaps the live model in a running process, and back', async () => {
    const { database, db } = fixture;
    const log = pino({ level: 'silent' });
    const recommender = createRecommender({ database, log, clock, served: createServedWriter({ database, log }) });
    await recommender.start();
    const [newer, older] = await modelsList(db);
    const by = { actor: 'operator:1', now: clock() } as const;
    await promoteModel(db, newer?.id ?? 0, { ...by, now: new Date(clock().getTime() + 1_000) });
    recommender.onNotice({ topic: 'model', id: newer?.id ?? 0 });
    await recommender.local.settled();
    expect(recommender.local.state().modelId).toBe(newer?.id);
    expect((await rollbackModel(db, EngineName.LOCAL, by)).id).toBe(older?.id);
    expect((await liveModel(db, EngineName.LOCAL))?.id).toBe(older?.id);
    await recommender.stop();
  });

  it('refuses to run twice at once, and settings that mean nothing', async () => {
    const token = await takeLease(fixture.db, 'train', 'somebody', 60);
    await expect(trainNow({ database: fixture.database, clock })).rejects.toMatchObject({ code: 'CONFLICT' });
    await releaseLease(fixture.db, 'train', token ?? 0);
    for (const wrong of [{ k: 0 }, { preset: 'best' }, { depth: 3 }, { seed: 1.5 }])
      await expect(trainNow({ database: fixture.database, clock }, { settings: wrong })).rejects.toMatchObject({ code: 'BAD_INPUT' });
  });

  it('registers a training that failed, with its sentence, unless it will be tried again', async () => {
    await fixture.db.query('alter table model_chunks rename to elsewhere');
    const asked = { settings: { ...settings, seed: 9 }, evaluate: false };
    try {
      await expect(trainNow({ database: fixture.database, clock, last: false }, asked)).rejects.toThrow('model_chunks');
      expect((await modelsList(fixture.db)).filter(({ state }) => state === ModelState.FAILED)).toEqual([]);
      await expect(trainNow({ database: fixture.database, clock }, asked)).rejects.toThrow('model_chunks');
    } finally {
      await fixture.db.query('alter table elsewhere rename to model_chunks');
    }
    const [failed] = await modelsList(fixture.db);
    expect(failed).toMatchObject({ state: ModelState.FAILED, bytes: 0, error: 'relation "model_chunks" does not exist' });
    expect(failed?.settings).toMatchObject(asked.settings);
    const by = { actor: 'operator:1', now: clock() } as const;
    await expect(promoteModel(fixture.db, failed?.id ?? 0, by)).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  it('tells each iteration with its loss and what is left', async () => {
    const told: string[] = [];
    const progress = (_: number, message: string): void => void told.push(message);
    await trainNow({ database: fixture.database, clock, progress }, { settings: { ...settings, seed: 11 }, evaluate: false });
    expect(told.filter((message) => /^Iteration [1-8] of 8 · loss [\d.]+(e[-+]\d+)? · \d+ s left$/.test(message))).toHaveLength(8);
    expect(told.at(-1)).toBe('Not promoted: it was trained without being measured.');
  });

  it('stores nothing once its lease has passed to another', async () => {
    const before = (await modelsList(fixture.db)).filter(({ state }) => state !== ModelState.FAILED);
    const progress = (_: number, message: string): void => {
      if (message === 'Reading interactions') void fixture.db.query(`update leases set token = token + 1 where name = 'train'`);
    };
    const run = trainNow({ database: fixture.database, clock, progress }, { settings: { ...settings, seed: 13, iterations: 200 } });
    await expect(run).rejects.toThrow(/lease/);
    expect((await modelsList(fixture.db)).filter(({ state }) => state !== ModelState.FAILED)).toEqual(before);
    await fixture.db.query(`update leases set "expiresAt" = now() where name = 'train'`);
  });

  it('stops when it is cancelled, and leaves no model and no lease behind', async () => {
    const before = await modelsList(fixture.db);
    const cancel = new AbortController();
    const progress = (fraction: number): void => {
      if (fraction > 0) cancel.abort(new Error('cancelled'));
    };
    const run = trainNow(
      { database: fixture.database, clock, progress, signal: cancel.signal },
      { settings: { ...settings, iterations: 200 } },
    );
    await expect(run).rejects.toThrow();
    expect(await modelsList(fixture.db)).toEqual(before);
    expect(await takeLease(fixture.db, 'train', 'next', 1)).not.toBeNull();
  });
});
