import fc from 'fast-check';
import { columnsOf } from '../../core/columns';
import { type InspectedTitle, ListFilterName, RankedBy, ScorePartKind, strongestParts } from '../../core/inspection';
import { compareLists } from '../../core/list-comparison';
import type { Factors } from '../../core/model';
import { gramOf } from '../../core/normal-equations';
import { seeded } from '../../core/random';
import { TitleKind, TitleState } from '../../core/title';
import { inspectList } from '../../engine/local/inspect';
import { listFor } from '../../engine/local/list';
import { LEAST_INTERACTIONS, stateOf } from '../../engine/local/state';
import { SMALL_SETTINGS } from '../support/factors';
import { someFacts } from '../support/facts';
import { anInteraction } from '../support/interaction';

const now = new Date('2026-06-01T00:00:00Z');
const filter = { excludeSeen: true, excludeServed: false, excludeTitleIds: [], withoutHistoryOf: [] };
const liked = (titleId: number, rating = 5) => anInteraction({ titleId, rating, ratedAt: now });
const request = {
  person: { preferences: {}, interactions: [liked(1), liked(3, 4)] },
  filter,
  servedIds: [],
  now,
  count: 500,
  first: 50,
  about: [],
};

/** Films of two genres with vectors of two factors, books that no model ranks. */
function aState() {
  const random = seeded(7);
  const titleIds = Array.from({ length: 40 }, (_, at) => at + 1);
  const items = Float32Array.from(titleIds.flatMap((id) => (id % 2 ? [1, random() / 3] : [random() / 3, 1])));
  const factors: Factors = {
    modelId: 5,
    settings: SMALL_SETTINGS,
    titleIds,
    indexOf: new Map(titleIds.map((id, index) => [id, index])),
    items,
    gram: gramOf(items, 2, SMALL_SETTINGS.unobservedWeight),
    popularity: Float64Array.from(titleIds, () => LEAST_INTERACTIONS),
  };
  const films = titleIds.map((id) => someFacts(id, { genres: id % 2 ? ['Space'] : ['Love', 'Space'], year: 1980 + id, seconds: 60 * id }));
  const books = [
    someFacts(101, { kind: TitleKind.BOOK, genres: ['Space', 'War'], attributes: { ratingCount: 9 } }),
    someFacts(102, { kind: TitleKind.BOOK, attributes: { ratingCount: 9 } }),
    someFacts(103, { kind: TitleKind.BOOK }),
  ];
  return stateOf(columnsOf([...films, ...books]), factors);
}

const sumOf = ({ parts }: Pick<InspectedTitle, 'parts'>): number => parts.reduce((sum, { value }) => sum + value, 0);

describe('the parts of a score', () => {
  it('add up to the score of every title, by the model, by genres and by popularity', () => {
    const state = aState();
    for (const preferences of [{}, { genres: { [TitleKind.MOVIE]: { Love: 1, Space: 0.3 }, [TitleKind.BOOK]: { War: 0.5 } } }]) {
      const { items } = inspectList(state, { ...request, person: { ...request.person, preferences } });
      expect(items).toHaveLength(41);
      for (const item of items) expect(sumOf(item)).toBeCloseTo(item.score, 5);
    }
  });

  it('are those that the list itself goes by', () => {
    const state = aState();
    const { items } = inspectList(state, request);
    const list = listFor(state, request).top(50);
    expect(items.map(({ titleId }) => titleId)).toEqual(list.map(({ titleId }) => titleId));
    for (const [at, { score }] of list.entries()) if (score !== null) expect(items[at]?.score).toBeCloseTo(score, 6);
  });

  it('are known where they can be worked out by hand', () => {
    const { items } = inspectList(aState(), request);
    const book = (id: number) => items.find(({ titleId }) => titleId === id);
    // "Space" is all that was liked, so it weighs 1; of two genres each counts 1 / sqrt(2), and half the popularity of the most rated book.
    expect(book(101)).toMatchObject({ rankedBy: RankedBy.GENRES, score: expect.closeTo(Math.SQRT1_2 + 0.5, 9) });
    expect(book(101)?.parts).toEqual([
      { kind: ScorePartKind.LIKED_GENRE, titleId: null, genre: 'Space', titles: 0, value: expect.closeTo(Math.SQRT1_2, 12) },
      { kind: ScorePartKind.POPULARITY, titleId: null, genre: null, titles: 0, value: 0.5 },
    ]);
    expect(book(102)).toMatchObject({ rankedBy: RankedBy.POPULARITY, score: 1 });
    expect(book(103)).toMatchObject({ rankedBy: RankedBy.NOTHING, score: 0, parts: [] });
    const [first] = items;
    expect(first).toMatchObject({ rank: 1, scoreRank: 1, rankedBy: RankedBy.MODEL });
    expect(first?.parts.map(({ titleId }) => titleId).sort()).toEqual([1, 3]);
  });

  it('keep their sum when only the strongest are told', () => {
    const values = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { maxLength: 30 });
    fc.assert(
      fc.property(values, fc.integer({ min: 0, max: 10 }), (added, most) => {
        const parts = added.map((value, at) => ({ kind: ScorePartKind.PAST_TITLE, titleId: at, genre: null, titles: 1, value }));
        const told = strongestParts(parts, most);
        expect(told.length).toBeLessThanOrEqual(most + 1);
        expect(sumOf({ parts: told })).toBeCloseTo(sumOf({ parts }), 9);
        expect(told.reduce((sum, { titles }) => sum + titles, 0)).toBe(parts.length);
      }),
    );
  });
});

describe('what moved a title', () => {
  it('tells what a more varied order weighed: each next one had the largest gain', () => {
    const { items } = inspectList(aState(), { ...request, filter: { ...filter, diversity: 0.6, kinds: [TitleKind.MOVIE] } });
    expect(items[0]?.variety).toMatchObject({ relevance: 1, likeness: 0, likeTitleId: null, gain: 0.4 });
    for (const { variety } of items) expect(variety?.gain).toBeCloseTo(0.4 * (variety?.relevance ?? 9) - 0.6 * (variety?.likeness ?? 9), 9);
    expect(items.some(({ rank, scoreRank }) => rank < scoreRank)).toBe(true);
  });

  it('marks what stands by chance', () => {
    const state = aState();
    const { items } = inspectList(state, { ...request, filter: { ...filter, explorationShare: 0.5, seed: 3 } });
    const drawn = listFor(state, { ...request, filter: { ...filter, explorationShare: 0.5, seed: 3 } }).top(50);
    expect(items.map(({ explored }) => explored)).toEqual(drawn.map(({ explored }) => explored ?? false));
  });
});

describe('what is not in a list', () => {
  it('is counted by the first filter that takes it out, and everything is counted once', () => {
    const hidden = stateOf(
      columnsOf([
        someFacts(1, { state: TitleState.HIDDEN }),
        someFacts(2, { kind: TitleKind.BOOK }),
        someFacts(3, { seconds: 9_000 }),
        someFacts(4, { seconds: 100, availability: [{ region: 'FI', from: null, until: null }] }),
        someFacts(5, { seconds: 100 }),
        someFacts(6, { seconds: 100 }),
        someFacts(7, { seconds: 100 }),
        someFacts(8, { kind: TitleKind.EPISODE, parentId: 5 }),
        someFacts(9, { seconds: 100 }),
      ]),
      null,
    );
    const rules = { ...filter, kinds: [TitleKind.MOVIE], maxTitleSeconds: 1_000, region: 'SE', excludeTitleIds: [6] };
    const { filteredOut, catalogue, items } = inspectList(hidden, {
      ...request,
      person: { preferences: {}, interactions: [liked(5)] },
      filter: rules,
      servedIds: [9],
    });
    expect(Object.fromEntries(filteredOut.map(({ filter, titles }) => [filter, titles]))).toEqual({
      ...{ HIDDEN: 1, KIND: 1, LENGTH: 1, UNAVAILABLE: 1, SEEN: 1, EXCLUDED: 1, SERVED: 1 },
    });
    expect(catalogue).toBe(8);
    expect(items.map(({ titleId }) => titleId)).toEqual([7]);
  });

  it('is told title by title: its place, or the filter, with the score it would have', () => {
    const { about } = inspectList(aState(), { ...request, filter: { ...filter, yearFrom: 1990 }, about: [1, 2, 39, 40, 999] });
    expect(about.map(({ titleId, rank, filter: name }) => [titleId, rank !== null, name])).toEqual([
      [1, false, ListFilterName.YEAR],
      [2, false, ListFilterName.YEAR],
      [39, true, null],
      [40, true, null],
    ]);
    expect(about[0]?.scoreRank).toBeGreaterThan(0);
    expect(sumOf(about[1] ?? { parts: [] })).toBeCloseTo(about[1]?.score ?? Number.NaN, 5);
  });

  it('was too low, or over the bound of its kind', () => {
    const bounded = inspectList(aState(), { ...request, filter: { ...filter, perKind: 2 }, about: [103] });
    expect(bounded.about).toMatchObject([{ rank: null, filter: ListFilterName.PER_KIND, scoreRank: 41 }]);
    const short = inspectList(aState(), { ...request, count: 5, about: [103] });
    expect(short.about).toMatchObject([{ rank: null, filter: ListFilterName.TOO_LOW }]);
    expect(short.filteredOut).toContainEqual({ filter: ListFilterName.TOO_LOW, titles: 36 });
  });
});

describe('two lists', () => {
  it('share so much, and what stands in one of them has moved', () => {
    expect(compareLists([1, 2, 3, 4], [3, 1, 9, 8], 3)).toEqual({
      places: 3,
      overlap: 2 / 3,
      moves: [
        { titleId: 3, from: 3, to: 1 },
        { titleId: 1, from: 1, to: 2 },
        { titleId: 9, from: null, to: 3 },
        { titleId: 2, from: 2, to: null },
      ],
    });
    expect(compareLists([], [], 10)).toEqual({ places: 0, overlap: 1, moves: [] });
    expect(compareLists([1, 2], [1], 10).overlap).toBe(0.5);
  });
});
