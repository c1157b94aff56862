import { columnsOf } from '../../core/columns';
import type { Factors } from '../../core/model';
import { gramOf } from '../../core/normal-equations';
import { EngineName, ReasonCode } from '../../core/recommendation';
import { TitleKind } from '../../core/title';
import { capabilitiesOf, type Engine, operation } from '../../engine/engine';
import { listFor } from '../../engine/local/list';
import { LEAST_INTERACTIONS, stateOf } from '../../engine/local/state';
import { SMALL_SETTINGS } from '../support/factors';
import { someFacts } from '../support/facts';
import { anInteraction } from '../support/interaction';

const columns = columnsOf([
  someFacts(1, { genres: ['Space'] }),
  someFacts(2, { genres: ['Space'] }),
  someFacts(3, { genres: ['Love'] }),
  someFacts(4, { kind: TitleKind.BOOK, genres: ['Space'] }),
  someFacts(5, { kind: TitleKind.BOOK, genres: ['Love'], attributes: { ratingCount: 10 } }),
  someFacts(6, { kind: TitleKind.BOOK }),
  someFacts(7, { genres: ['Space'] }),
]);

function factorsOf(popularity: number): Factors {
  const titleIds = [1, 2, 3];
  const items = Float32Array.of(1, 0, 0.9, 0.1, 0, 1);
  return {
    modelId: 5,
    settings: SMALL_SETTINGS,
    titleIds,
    indexOf: new Map(titleIds.map((id, index) => [id, index])),
    items,
    gram: gramOf(items, 2, SMALL_SETTINGS.unobservedWeight),
    popularity: Float64Array.of(popularity, popularity, popularity),
  };
}

const filter = { excludeSeen: true, excludeServed: false, excludeTitleIds: [], withoutHistoryOf: [] };
const now = new Date('2026-06-01T00:00:00Z');
const person = { preferences: {}, interactions: [anInteraction({ titleId: 1, rating: 5, ratedAt: now })] };
const request = { person, filter, servedIds: [], now, count: 10 };

describe('the local engine', () => {
  it('ranks a kind with enough interactions by the model, one that nobody watched by its attributes, the others by genres and popularity', () => {
    const list = listFor(stateOf(columns, factorsOf(LEAST_INTERACTIONS)), request);
    const codes = list.top(10).map(({ titleId }) => [titleId, list.explain(titleId)[0]?.code]);
    expect(codes).toEqual([
      [2, ReasonCode.BECAUSE_WATCHED],
      [7, ReasonCode.BECAUSE_WATCHED],
      [3, expect.any(String)],
      [4, ReasonCode.LIKED_GENRE],
      [5, ReasonCode.POPULAR],
      [6, ReasonCode.FALLBACK],
    ]);
    expect(list.top(10).map(({ score }) => score === null)).toEqual([false, false, false, true, true, true]);
  });

  it('goes by genres where a kind has fewer than 1,000 interactions, and says so', () => {
    const list = listFor(stateOf(columns, factorsOf(LEAST_INTERACTIONS / 3 - 1)), request);
    expect(list.modelId).toBeNull();
    expect(list.explain(2)).toEqual([{ code: ReasonCode.LIKED_GENRE, titleId: null, genre: 'Space', contribution: null }]);
  });

  it('counts liked genres that a person names into the score, as a part of its own', () => {
    const state = stateOf(columns, factorsOf(LEAST_INTERACTIONS));
    const scoreOf = (list: ReturnType<typeof listFor>, id: number): number =>
      list.top(10).find(({ titleId }) => titleId === id)?.score ?? Number.NaN;
    const told = (genre: string) =>
      listFor(state, { ...request, person: { ...person, preferences: { genres: { MOVIE: { [genre]: 1 } } } } });
    expect(scoreOf(told('Love'), 3)).toBeGreaterThan(scoreOf(listFor(state, request), 3));
    expect(told('Love').explain(3)[0]).toMatchObject({ code: ReasonCode.LIKED_GENRE, genre: 'Love' });
    // The one title of the past and the genre are all that speaks for it.
    const reasons = told('Space').explain(2);
    expect(reasons.map(({ code }) => code).sort()).toEqual([ReasonCode.BECAUSE_WATCHED, ReasonCode.LIKED_GENRE]);
    const sum = reasons.reduce((all, { contribution }) => all + (contribution ?? Number.NaN), 0);
    expect(sum).toBeCloseTo(scoreOf(told('Space'), 2), 5);
  });

  it('takes so many of each kind', () => {
    const list = listFor(stateOf(columns, factorsOf(LEAST_INTERACTIONS)), { ...request, filter: { ...filter, perKind: 1 } });
    expect(list.top(10).map(({ titleId }) => titleId)).toEqual([2, 4]);
  });
});

describe('an engine', () => {
  it('offers what it declares and nothing else', async () => {
    const engine: Engine = {
      name: EngineName.SPARK,
      operations: { status: async () => ({ ready: false, modelId: null, titles: 0 }) },
    };
    expect(capabilitiesOf(engine)).toEqual(['status']);
    expect(await operation(engine, 'status')()).toMatchObject({ ready: false });
    expect(() => operation(engine, 'rerank')).toThrow('The SPARK engine does not offer "rerank".');
  });
});
