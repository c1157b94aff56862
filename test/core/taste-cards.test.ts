import { columnsOf } from '../../core/columns';
import { Opinion } from '../../core/interaction';
import { gramOf } from '../../core/normal-equations';
import { TasteCardReason } from '../../core/taste-card';
import { TitleKind } from '../../core/title';
import { LEAST_INTERACTIONS, stateOf } from '../../engine/local/state';
import { cardsFor } from '../../engine/local/taste-cards';
import { SMALL_SETTINGS } from '../support/factors';
import { someFacts } from '../support/facts';
import { anInteraction } from '../support/interaction';

const now = new Date('2026-06-01T00:00:00Z');
const { MOVIE, BOOK } = TitleKind;
const NOBODY = { preferences: {}, interactions: [] };
const liked = (titleId: number) => anInteraction({ titleId, opinion: Opinion.LIKE, opinionAt: now });
/** Films 1 to 3 are alike and best known, 4 is of another taste, 5 is hardly known; books have genres alone. */
const FILMS = new Map<number, readonly [number, number]>([
  [1, [1, 0]],
  [2, [0.95, 0.05]],
  [3, [0.9, 0.1]],
  [4, [0, 1]],
  [5, [0, 1]],
]);
const PEOPLE = new Map([
  [1, LEAST_INTERACTIONS],
  [2, 900],
  [3, 800],
  [4, 700],
  [5, 1],
]);
const columns = columnsOf([
  ...[...FILMS.keys()].map((id) => someFacts(id)),
  someFacts(6, { availability: [{ region: null, from: '2027-01-01T00:00:00Z', until: null }] }),
  someFacts(11, { kind: BOOK, genres: ['History'], attributes: { ratingCount: 500 } }),
  someFacts(12, { kind: BOOK, genres: ['History'], attributes: { ratingCount: 400 } }),
  someFacts(13, { kind: BOOK, genres: ['Fantasy'], attributes: { ratingCount: 300 } }),
]);
const titleIds = [...FILMS.keys()];
const items = Float32Array.from([...FILMS.values()].flat());
const state = stateOf(columns, {
  modelId: 5,
  settings: SMALL_SETTINGS,
  titleIds,
  indexOf: new Map(titleIds.map((id, at) => [id, at])),
  items,
  gram: gramOf(items, 2, SMALL_SETTINGS.unobservedWeight),
  popularity: Float64Array.from(PEOPLE.values()),
});
const cards = (given: Partial<Parameters<typeof cardsFor>[1]> = {}) =>
  cardsFor(state, { person: NOBODY, kinds: [MOVIE], askedIds: [], now, count: 20, ...given });
const ids = (given: Parameters<typeof cards>[0] = {}) => cards(given).map(({ titleId }) => titleId);

describe('cards for a person', () => {
  it('ask about another taste before the same once more, and about what few know last', () => {
    expect(ids().slice(0, 2).sort()).toEqual([1, 4]);
    expect(ids().at(-1)).toBe(5);
    expect(ids()).toHaveLength(5);
  });

  it('say how much they teach, each less than all', () => {
    for (const { gain, reason } of cards()) {
      expect(reason).toBe(TasteCardReason.LEARNS);
      expect(gain).toBeGreaterThan(0);
      expect(gain).toBeLessThan(1);
    }
  });

  it('go by what was said already, and never ask about what was met, asked, left out or cannot be had', () => {
    expect(ids({ person: { preferences: {}, interactions: [liked(1)] } })[0]).toBe(4);
    expect(ids({ person: { preferences: {}, interactions: [liked(1)] }, askedIds: [4] })).not.toEqual(expect.arrayContaining([1]));
    expect(ids({ askedIds: [4, 5] }).sort()).toEqual([1, 2, 3]);
    expect(ids()).not.toContain(6);
  });

  it('of a kind that no model ranks ask about the best known and another genre, and say so', () => {
    expect(cards({ kinds: [BOOK] })).toEqual([11, 13, 12].map((titleId) => ({ titleId, reason: TasteCardReason.KNOWN, gain: null })));
    const historian = { preferences: { genres: { BOOK: { Fantasy: 1 } } }, interactions: [] };
    expect(ids({ kinds: [BOOK], person: historian })[0]).toBe(13);
  });

  it('of several kinds take turns, the one of which least was said first', () => {
    const kindOf = (id: number): TitleKind => (id > 10 ? BOOK : MOVIE);
    const kinds = [MOVIE, BOOK];
    expect(ids({ kinds, count: 4 }).map(kindOf)).toEqual([MOVIE, BOOK, MOVIE, BOOK]);
    expect(ids({ kinds, count: 2, person: { preferences: {}, interactions: [liked(1), liked(2)] } }).map(kindOf)).toEqual([BOOK, BOOK]);
    expect(ids({ kinds })).toHaveLength(8);
  });
});
