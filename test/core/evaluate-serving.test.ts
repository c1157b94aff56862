import { DEFAULT_SETTINGS } from '../../core/als-settings';
import { columnsOf } from '../../core/columns';
import { confidenceOf } from '../../core/confidence';
import { compacted } from '../../core/evaluate/matrix-part';
import { popularityRanker } from '../../core/evaluate/ranker';
import type { Interaction } from '../../core/interaction';
import { likesPerColumn } from '../../core/interaction-matrix';
import { gramOf } from '../../core/normal-equations';
import { below, seeded } from '../../core/random';
import { listFor } from '../../engine/local/list';
import { stateOf } from '../../engine/local/state';
import { modelRanker } from '../../engine/training/model-ranker';
import { trainMatrix } from '../../engine/training/train-matrix';
import { someFacts } from '../support/facts';
import { anInteraction } from '../support/interaction';
import { timedMatrix } from '../support/timed-matrix';

const TITLES = 120;
const now = new Date('2026-05-02T00:00:00Z');
const settings = { ...DEFAULT_SETTINGS, k: 8 };

/** Ratings by chance: title ids 1 to 120, each person's at most 40. */
function somePasts(people: number): Interaction[][] {
  const random = seeded(3);
  return Array.from({ length: people }, (_, userId) => {
    const titles = new Set(Array.from({ length: 40 }, () => below(random, TITLES)));
    return [...titles].map((at) =>
      anInteraction({ userId: userId + 1, titleId: at + 1, rating: 0.5 + below(random, 10) / 2, ratedAt: now, lastAt: now }),
    );
  });
}

describe('a list of an evaluation', () => {
  it('is the list that a request for the same person gets', async () => {
    const pasts = somePasts(60);
    const train = timedMatrix(
      pasts.map((past) =>
        past.flatMap((interaction) => {
          const said = confidenceOf(interaction, { ...settings, asOf: now });
          return said ? [{ column: interaction.titleId - 1, time: 0, ...said }] : [];
        }),
      ),
      TITLES,
    );
    const compact = compacted(train);
    const { items } = await trainMatrix({ matrix: compact.matrix, settings });
    const rank = modelRanker({ train, compact, items, settings, fallback: popularityRanker(train) });

    const titleIds = Array.from(compact.columns, (column) => column + 1);
    const facts = titleIds.map((id) => someFacts(id));
    const factors = {
      modelId: 1,
      settings,
      titleIds,
      indexOf: new Map(titleIds.map((id, index) => [id, index])),
      items,
      gram: gramOf(items, settings.k, settings.unobservedWeight),
      popularity: likesPerColumn(compact.matrix),
    };
    const state = stateOf(columnsOf(facts), factors);
    const filter = { excludeSeen: true, excludeServed: false, excludeTitleIds: [], withoutHistoryOf: [] };
    pasts.forEach((interactions, user) => {
      const request = { person: { preferences: {}, interactions }, filter, servedIds: [], now, count: 10 };
      const served = listFor(state, request)
        .top(10)
        .map(({ titleId }) => titleId);
      const evaluated = Array.from(rank({ user, relevant: new Int32Array(0), negatives: null }).subarray(0, 10), (column) => column + 1);
      expect(evaluated).toEqual(served);
    });
  });
});
