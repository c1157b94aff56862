import { columnsOf } from '../../core/columns';
import type { Factors } from '../../core/model';
import { gramOf } from '../../core/normal-equations';
import { readPerson } from '../../engine/local/reading';
import { LEAST_INTERACTIONS, stateOf } from '../../engine/local/state';
import { SMALL_SETTINGS } from '../support/factors';
import { someFacts } from '../support/facts';
import { anInteraction } from '../support/interaction';

const NOW = new Date('2026-06-01T00:00:00Z');
const LATER = new Date('2027-06-01T00:00:00Z');

function aState(halfLifeDays: number | null) {
  const titleIds = [1, 2, 3];
  const items = Float32Array.of(1, 0, 0.5, 0.5, 0, 1);
  const factors: Factors = {
    modelId: 1,
    settings: { ...SMALL_SETTINGS, halfLifeDays },
    titleIds,
    indexOf: new Map(titleIds.map((id, index) => [id, index])),
    items,
    gram: gramOf(items, 2, SMALL_SETTINGS.unobservedWeight),
    popularity: Float64Array.from(titleIds, () => LEAST_INTERACTIONS),
  };
  return stateOf(columnsOf(titleIds.map((id) => someFacts(id))), factors);
}

const aPerson = () => ({ preferences: {}, interactions: [anInteraction({ titleId: 1, rating: 5, ratedAt: NOW })] });

describe('reading a person', () => {
  it('happens once for the same person and model, and anew for another state of either', () => {
    const [state, person] = [aState(null), aPerson()];
    const reading = readPerson(state, person, NOW);
    expect(readPerson(state, person, LATER)).toBe(reading);
    expect(readPerson(state, { ...person }, NOW)).toEqual(reading);
    expect(readPerson(state, { ...person }, NOW)).not.toBe(reading);
    expect(readPerson(aState(null), person, NOW)).not.toBe(reading);
  });

  it('happens anew each time where what somebody likes fades', () => {
    const [state, person] = [aState(30), aPerson()];
    const fresh = readPerson(state, person, NOW).taste?.factors[0] ?? 0;
    expect(readPerson(state, person, LATER).taste?.factors[0]).toBeLessThan(fresh);
  });
});
