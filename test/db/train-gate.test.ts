import { ModelState } from '../../core/model';
import { EngineName } from '../../core/recommendation';
import { promoteModel } from '../../flow/model';
import { trainNow } from '../../jobs/train';
import { tuneNow } from '../../jobs/tune';
import { liveModel, modelsByIds, modelsList } from '../../store/models';
import type { Jobs } from '../../store/queue';
import { withDatabase } from '../support/database';
import { manyInteractions } from '../support/training-child';

const fixture = withDatabase();
const clock = () => new Date('2026-06-01T12:00:00Z');
const settings = { k: 4, iterations: 6, regularization: 0.01 };

beforeAll(() => manyInteractions(fixture.db, 60));

async function trained(asked: Jobs['train']) {
  const result = await trainNow({ database: fixture.database, clock }, asked);
  const [model] = await modelsByIds(fixture.db, [result.modelId ?? 0]);
  return { ...result, model };
}

describe('the gate of a training', () => {
  it('lets settings go live that rank surely better than popularity, and stores what was measured', async () => {
    const { promoted, why, model } = await trained({ settings });
    expect(promoted).toBe(true);
    expect(why).toMatch(/^Promoted: NDCG@10 of 60 people is [\d.]+ \([\d.]+ to [\d.]+\) times popularity's, and no model was live\.$/);
    expect(model).toMatchObject({ state: ModelState.LIVE, verdict: why });
    expect(model?.evaluation).toMatchObject({ users: 60, split: { name: 'last-fifth' }, live: null, gate: { promote: true, why } });
    expect(model?.evaluation?.ratioToPopularity?.low).toBeGreaterThan(1);
  });

  it('keeps settings from going live that rank surely worse than the live ones, and lets an operator have them all the same', async () => {
    const live = await liveModel(fixture.db, EngineName.LOCAL);
    const { promoted, why, model, modelId } = await trained({
      settings: { k: 1, iterations: 1, unobservedWeight: 100, regularization: 100 },
    });
    expect(promoted).toBe(false);
    expect(why).toMatch(/^Not promoted: NDCG@10 of 60 people/);
    expect(model).toMatchObject({ state: ModelState.TRAINED, verdict: why });
    expect(model?.evaluation?.live?.metrics['ndcg@10']).toBeGreaterThan(model?.evaluation?.model.metrics['ndcg@10'] ?? 1);
    expect((await liveModel(fixture.db, EngineName.LOCAL))?.id).toBe(live?.id);
    const by = { actor: 'operator:1', now: clock() } as const;
    expect((await promoteModel(fixture.db, modelId ?? 0, by)).state).toBe(ModelState.LIVE);
    await promoteModel(fixture.db, live?.id ?? 0, by);
  });

  it('measures settings that read interactions otherwise for the same people and titles', async () => {
    const { model } = await trained({ settings: { ...settings, preset: 'binary' } });
    expect(model?.evaluation?.live?.users).toBe(60);
    expect(model?.evaluation?.gate.why).toContain('against the live settings');
  });

  it('lets nothing go live by itself that was not measured', async () => {
    const { promoted, why, model } = await trained({ settings: { ...settings, seed: 7 }, promote: true, evaluate: false });
    expect([promoted, why]).toEqual([false, 'Not promoted: it was trained without being measured.']);
    expect(model).toMatchObject({ state: ModelState.TRAINED, evaluation: null, verdict: why });
  });
});

describe('a search for settings', () => {
  const search = { ranges: { k: { least: 2, most: 8 }, iterations: { least: 2, most: 6 } }, trials: 6 };

  it('finds settings and says what each trial was worth, without making a model', async () => {
    const before = await modelsList(fixture.db);
    const told: string[] = [];
    const progress = (_: number, message: string): void => void told.push(message);
    const found = await tuneNow({ database: fixture.database, clock, progress }, search);
    expect(found.value).toBeGreaterThanOrEqual(found.baseValue);
    expect(found.trials.length).toBeGreaterThanOrEqual(6);
    expect(found.best.k).toBeGreaterThanOrEqual(2);
    expect(found.trained).toBeNull();
    expect(told.length).toBeGreaterThan(3);
    expect(await modelsList(fixture.db)).toEqual(before);
  });

  it('trains with the best, when asked to', async () => {
    const { best, trained } = await tuneNow({ database: fixture.database, clock }, { ...search, trials: 3, seed: 5, train: true });
    const [newest] = await modelsList(fixture.db);
    expect(newest).toMatchObject({ id: trained?.modelId, settings: best });
  });

  it('stops when it is cancelled', async () => {
    const cancel = new AbortController();
    const progress = (fraction: number): void => {
      if (fraction > 0.1) cancel.abort(new Error('cancelled'));
    };
    await expect(tuneNow({ database: fixture.database, clock, progress, signal: cancel.signal }, { trials: 100 })).rejects.toThrow(
      'cancelled',
    );
  });

  it.each([
    [{ trials: 0 }, 'payload.trials'],
    [{ ranges: { k: { least: 9, most: 3 } } }, 'payload.ranges.k'],
    [{ ranges: { depth: { least: 1, most: 3 } } }, 'payload.ranges'],
    [{ seed: -1 }, 'payload.seed'],
    [{ settings: { k: 0 } }, 'settings.k'],
  ])('refuses %j', async (asked, field) => {
    await expect(tuneNow({ database: fixture.database, clock }, asked)).rejects.toMatchObject({ code: 'BAD_INPUT', field });
  });
});
