import { ModelState, TrainedOn } from '../../core/model';
import { EngineName } from '../../core/recommendation';
import { evaluateSettings } from '../../engine/training/evaluate';
import { readSnapshot } from '../../engine/training/snapshot';
import { testSplit } from '../../engine/training/test-split';
import { trainNow } from '../../jobs/train';
import { liveModel, loadFactors } from '../../store/models';
import { withDatabase } from '../support/database';
import { hasSpark, localSpark, movielensInteractions } from '../support/spark';

const isHere = hasSpark();
if (!isHere)
  console.warn('SKIPPED: there is no Apache Spark here (pip install pyspark numpy, and Java), so training on it was NOT tested for real.');
const withSpark = isHere ? it : it.skip;
const fixture = withDatabase();
const clock = () => new Date('2026-06-01T12:00:00Z');

describe('training on a real Apache Spark', () => {
  withSpark(
    'makes a model of MovieLens small whose fold-in is what Spark made of the same people, and which ranks as one trained here does',
    async () => {
      await movielensInteractions(fixture.db);
      const told: string[] = [];
      const context = {
        database: fixture.database,
        clock,
        spark: localSpark(),
        progress: (_: number, text: string) => void told.push(text),
      };
      const asked = { on: TrainedOn.SPARK, settings: { k: 16, iterations: 3 } } as const;
      const { modelId, why } = await trainNow(context, asked);
      const live = await liveModel(fixture.db, EngineName.LOCAL);
      expect(why).toMatch(/^Promoted: NDCG@10 of 606 people/);
      expect(live).toMatchObject({ id: modelId, state: ModelState.LIVE, trainedOn: TrainedOn.SPARK, users: 610, interactions: 100_836 });
      expect(live?.code).toMatch(/^\d+\.\d+\.\d+ spark \d+\.\d+\.\d+/);
      expect(told).toContain('Spark, everything: about iteration 3 of 3');
      // Spark solved them against its last items, in 64 bits of 32-bit factors: what is left is rounding.
      expect(live?.metrics.foldInDifference).toBeLessThan(0.002);

      if (live === null) throw new Error('No model is live.');
      const { items, titleIds } = await loadFactors(fixture.db, live);
      expect([titleIds.length, items.length]).toEqual([live.items, live.items * 16]);
      const { split } = testSplit(await readSnapshot(fixture.url, { ...live.settings, asOf: clock() }));
      const { report } = await evaluateSettings({ split, settings: live.settings });
      const [sparks, ours] = [live.evaluation?.model.metrics, report.model.metrics];
      console.info('Spark and here', sparks, ours, { foldInDifference: live.metrics.foldInDifference, seconds: live.trainedSeconds });
      expect(Math.abs((sparks?.['ndcg@10'] ?? 0) - ours['ndcg@10'])).toBeLessThan(0.01);
      expect(Math.abs((sparks?.['recall@50'] ?? 0) - ours['recall@50'])).toBeLessThan(0.01);
    },
    240_000,
  );
});
