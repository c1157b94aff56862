import fc from 'fast-check';
import { columnsOf } from '../../core/columns';
import type { Factors } from '../../core/model';
import { gramOf } from '../../core/normal-equations';
import { reranked } from '../../engine/local/list';
import { LEAST_INTERACTIONS, stateOf } from '../../engine/local/state';
import { SMALL_SETTINGS } from '../support/factors';
import { someFacts } from '../support/facts';
import { anInteraction } from '../support/interaction';

const now = new Date('2026-06-01T12:00:00Z');
const titleIds = [1, 2, 3, 4];
const items = Float32Array.of(1, 0, 0.9, 0, 0, 1, 0.5, 0.5);
const factors: Factors = {
  ...{ modelId: 5, settings: SMALL_SETTINGS, titleIds, indexOf: new Map(), items },
  ...{ gram: gramOf(items, 2, SMALL_SETTINGS.unobservedWeight), popularity: new Float64Array(4).fill(LEAST_INTERACTIONS) },
};
const state = stateOf(columnsOf(titleIds.map((id) => someFacts(id))), factors);
const person = { preferences: {}, interactions: [anInteraction({ titleId: 1, rating: 5, ratedAt: now })] };
const order = (ids: readonly number[]) => reranked(state, { person, titleIds: ids, now }).top(1_000);

describe('given titles in the order of a person', () => {
  it('come back best first, unknown ones last, in their own order and without a score', () => {
    const places = order([99, 3, 98, 4, 2, 99]);
    expect(places.map(({ titleId }) => titleId)).toEqual([2, 4, 3, 99, 98]);
    expect(places.map(({ score }) => score === null)).toEqual([false, false, false, true, true]);
  });

  it('come back each once, none left out and none added, whatever is given', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 8 }), { maxLength: 30 }), (ids) => {
        const back = order(ids).map(({ titleId }) => titleId);
        expect([...back].sort()).toEqual([...new Set(ids)].sort());
        const unknown = [...new Set(ids)].filter((id) => id > 4);
        expect(back.slice(back.length - unknown.length)).toEqual(unknown);
      }),
    );
  });
});
