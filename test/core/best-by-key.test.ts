import fc from 'fast-check';
import { columnsOf } from '../../core/columns';
import type { Factors } from '../../core/model';
import { gramOf } from '../../core/normal-equations';
import { normal, seeded } from '../../core/random';
import { topRows } from '../../core/rank';
import { TitleKind } from '../../core/title';
import { readPerson } from '../../engine/local/reading';
import { bestByKey, keysOf } from '../../engine/local/score';
import { LEAST_INTERACTIONS, stateOf } from '../../engine/local/state';
import { SMALL_SETTINGS } from '../support/factors';
import { someFacts } from '../support/facts';
import { anInteraction } from '../support/interaction';

const GENRES = ['Space', 'Love', 'War', 'Music'];
const FILMS = 300;
const NOW = new Date('2026-06-01T00:00:00Z');

/** Films whose vectors differ much in length, and a few books that no model scores. */
function aState(seed: number) {
  const random = seeded(seed);
  const titles = Array.from({ length: FILMS + 30 }, (_, at) =>
    someFacts(at + 1, {
      kind: at < FILMS ? TitleKind.MOVIE : TitleKind.BOOK,
      genres: GENRES.filter((_, genre) => (at * 7 + genre * 3) % 5 < 2),
    }),
  );
  const titleIds = Array.from({ length: FILMS }, (_, at) => at + 1);
  const items = Float32Array.from({ length: FILMS * 2 }, (_, at) => normal(random) / (1 + (at >> 1) / 20));
  const factors: Factors = {
    modelId: 1,
    settings: SMALL_SETTINGS,
    titleIds,
    indexOf: new Map(titleIds.map((id, index) => [id, index])),
    items,
    gram: gramOf(items, 2, SMALL_SETTINGS.unobservedWeight),
    popularity: Float64Array.from(titleIds, () => LEAST_INTERACTIONS / 10),
  };
  return stateOf(columnsOf(titles), factors);
}

describe('the best rows', () => {
  it('are those that scoring every row would find, for any person, mask and count, though few are scored', () => {
    const liked = fc.array(fc.integer({ min: 1, max: FILMS }), { maxLength: 8 });
    const told = fc.constantFrom({}, { genres: { MOVIE: { Space: 1, War: 0.5 } } });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5 }), liked, told, fc.integer({ min: 0, max: 340 }), (seed, films, preferences, count) => {
        const state = aState(seed);
        const interactions = films.map((titleId) => anInteraction({ titleId, rating: 5, ratedAt: NOW }));
        const reading = readPerson(state, { preferences, interactions }, NOW);
        const mask = state.columns.listed.map((listed, row) => (row % 11 === seed ? 0 : listed));
        const ids = state.columns.ids;
        const quick = bestByKey(state, reading, { mask, count });
        expect(quick).toEqual(topRows(mask, { keys: keysOf(state, reading, mask), ids }, count));
      }),
    );
  });

  it('of ten leave most rows without a score', () => {
    const state = aState(3);
    const reading = readPerson(state, { preferences: {}, interactions: [anInteraction({ titleId: 1, rating: 5, ratedAt: NOW })] }, NOW);
    state.workspace.keys.fill(-1);
    bestByKey(state, reading, { mask: state.columns.listed, count: 10 });
    expect(state.workspace.keys.filter((key) => key !== -1).length).toBeLessThan(FILMS / 3);
  });
});
