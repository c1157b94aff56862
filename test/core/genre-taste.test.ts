import { columnsOf } from '../../core/columns';
import type { Factors } from '../../core/model';
import { gramOf } from '../../core/normal-equations';
import { ReasonCode } from '../../core/recommendation';
import { TitleKind } from '../../core/title';
import type { Preferences } from '../../core/user';
import type { EngineList } from '../../engine/engine';
import { listFor } from '../../engine/local/list';
import { LEAST_INTERACTIONS, stateOf } from '../../engine/local/state';
import { SMALL_SETTINGS } from '../support/factors';
import { someFacts } from '../support/facts';
import { anInteraction } from '../support/interaction';

const now = new Date('2026-06-01T12:00:00Z');
/** Films 1 and 2 are of space, 3 and 4 of love; 5 is of neither, and liked by those who like space. */
const columns = columnsOf([
  someFacts(1, { genres: ['Space'] }),
  someFacts(2, { genres: ['Space'] }),
  someFacts(3, { genres: ['Love'] }),
  someFacts(4, { genres: ['Love', 'Sad'] }),
  someFacts(5),
  someFacts(6, { kind: TitleKind.BOOK, genres: ['Love'] }),
]);
const items = Float32Array.of(1, 0, 0.9, 0, 0, 1, 0, 0.9, 0.8, 0);
const factors: Factors = {
  ...{ modelId: 5, settings: SMALL_SETTINGS, titleIds: [1, 2, 3, 4, 5], indexOf: new Map(), items },
  ...{ gram: gramOf(items, 2, SMALL_SETTINGS.unobservedWeight), popularity: new Float64Array(5).fill(LEAST_INTERACTIONS) },
};
const state = stateOf(columns, factors);
const filter = { excludeSeen: true, excludeServed: false, excludeTitleIds: [], withoutHistoryOf: [] };

function listOf(genres: NonNullable<Preferences['genres']>, interactions = [] as ReturnType<typeof anInteraction>[]): EngineList {
  return listFor(state, { person: { preferences: { genres }, interactions }, filter, servedIds: [], now, count: 10 });
}
const idsOf = (list: EngineList): number[] => list.top(10).map(({ titleId }) => titleId);

describe('a person who told only genres', () => {
  it('is ranked for by the model, also what people of such a taste like beyond the genre', () => {
    const list = listOf({ MOVIE: { Space: 1 } });
    expect(idsOf(list)).toEqual([1, 2, 5, 3, 4, 6]);
    expect(list.modelId).toBe(5);
    expect(list.top(5).every(({ score }) => score !== null)).toBe(true);
  });

  it('is told the genre as the reason, whose part is the whole score, and no title as one', () => {
    const list = listOf({ MOVIE: { Space: 1 } });
    const [first] = list.top(1);
    expect(list.explain(1)).toEqual([
      { code: ReasonCode.LIKED_GENRE, titleId: null, genre: 'Space', contribution: expect.closeTo(first?.score ?? 0, 6) },
    ]);
    expect(list.explain(5)).toMatchObject([{ code: ReasonCode.SIMILAR_USERS, titleId: null }]);
  });

  it('is ranked for by several genres as far as each is liked', () => {
    expect(idsOf(listOf({ MOVIE: { Space: 0.2, Love: 1 } }))[0]).toBe(3);
    expect(idsOf(listOf({ MOVIE: { Space: 1, Love: 0.2 } }))[0]).toBe(1);
  });

  it('is ranked for without the model where it ranks none of the kinds told', () => {
    const list = listOf({ BOOK: { Love: 1 } });
    expect(list.modelId).toBeNull();
    expect(idsOf(list)[0]).toBe(6);
    expect(list.explain(6)).toMatchObject([{ code: ReasonCode.LIKED_GENRE, genre: 'Love' }]);
  });

  it('is read by the own past as soon as there is one', () => {
    const list = listOf({ MOVIE: { Love: 1 } }, [anInteraction({ titleId: 1, rating: 5, ratedAt: now })]);
    expect(list.explain(2)[0]).toMatchObject({ code: ReasonCode.BECAUSE_WATCHED, titleId: 1 });
  });
});
