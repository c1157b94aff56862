import { columnsOf } from '../../core/columns';
import type { Factors } from '../../core/model';
import { gramOf } from '../../core/normal-equations';
import type { ListFilter } from '../../core/recommendation';
import { TitleKind } from '../../core/title';
import type { EngineList, Ranked } from '../../engine/engine';
import { LEAST_PEOPLE } from '../../engine/local/explore';
import { listFor } from '../../engine/local/list';
import { stateOf } from '../../engine/local/state';
import { SMALL_SETTINGS } from '../support/factors';
import { someFacts } from '../support/facts';
import { anInteraction } from '../support/interaction';

const KNOWN = 60;
const NEW = 40;
const BOOKS = 5;
const now = new Date('2026-06-01T12:00:00Z');

/** Sixty films that many know, the first the best; forty that nobody does, half of them old; five books that no model ranks. */
const films = Array.from({ length: KNOWN + NEW }, (_, at) => someFacts(at + 1, { genres: ['Space'], year: at % 2 === 0 ? 1950 : 2020 }));
const books = Array.from({ length: BOOKS }, (_, at) => someFacts(1_000 + at, { kind: TitleKind.BOOK }));
const columns = columnsOf([...films, ...books]);

function factors(people = 100): Factors {
  const titleIds = films.slice(0, KNOWN).map(({ id }) => id);
  const items = Float32Array.from(titleIds.flatMap((id) => [1 - id / 100, id % 2]));
  return {
    ...{ modelId: 5, settings: SMALL_SETTINGS, titleIds, items, gram: gramOf(items, 2, SMALL_SETTINGS.unobservedWeight) },
    indexOf: new Map(titleIds.map((id, index) => [id, index])),
    popularity: Float64Array.from(titleIds, () => people),
  };
}

const state = stateOf(columns, factors());
const person = { preferences: {}, interactions: [anInteraction({ titleId: 1, rating: 5, ratedAt: now })] };
const everything: ListFilter = {
  excludeSeen: true,
  excludeServed: false,
  excludeTitleIds: [],
  withoutHistoryOf: [],
  explorationShare: 0.1,
  seed: 7,
};

const listOf = (given: Partial<ListFilter> = {}, of = state): EngineList =>
  listFor(of, { person, filter: { ...everything, ...given }, servedIds: [], now, count: 500 });
const newIn = (items: readonly Ranked[]): number[] => items.filter(({ explored }) => explored).map(({ titleId }) => titleId);
const isNew = (titleId: number): boolean => titleId > KNOWN && titleId <= KNOWN + NEW;

describe('a list with exploration', () => {
  it('gives a tenth of its places to new titles, marked and with their chance, and keeps the order of all others', () => {
    const items = listOf().top(20);
    const fresh = newIn(items);
    expect(fresh).toHaveLength(2);
    expect(fresh.every(isNew)).toBe(true);
    for (const { explored, propensity = 1 } of items) expect(propensity).toBeLessThanOrEqual(explored ? 0.1 : 1);
    const plain = listOf({ explorationShare: 0 })
      .top(20)
      .map(({ titleId }) => titleId);
    const ranked = items.filter(({ explored }) => !explored).map(({ titleId }) => titleId);
    expect(ranked).toEqual(plain.filter((id) => !fresh.includes(id)).slice(0, 18));
  });

  it('holds every title once, and begins a long list as a short one', () => {
    const list = listOf();
    const all = list.top(500).map(({ titleId }) => titleId);
    expect(new Set(all).size).toBe(all.length);
    expect(all).toHaveLength(list.length);
    expect(list.length).toBe(KNOWN + NEW - 1 + BOOKS);
    expect(all.slice(0, 20)).toEqual(list.top(20).map(({ titleId }) => titleId));
  });

  it('is the same for the same seed and another for another', () => {
    expect(listOf().top(50)).toEqual(listOf().top(50));
    expect(listOf({ seed: 8 }).top(50)).not.toEqual(listOf().top(50));
  });

  it('keeps to the filter', () => {
    const fresh = newIn(listOf({ yearFrom: 2000, explorationShare: 0.5 }).top(20));
    expect(fresh.length).toBeGreaterThan(5);
    expect(fresh.every((id) => isNew(id) && id % 2 === 0)).toBe(true);
    const [first = 0] = newIn(listOf().top(20));
    expect(
      listOf({ excludeTitleIds: [first] })
        .top(500)
        .map(({ titleId }) => titleId),
    ).not.toContain(first);
  });

  it('takes so many of each kind and no more', () => {
    const list = listOf({ perKind: 4, explorationShare: 0.5 });
    const items = list.top(500);
    expect(items.filter(({ titleId }) => titleId >= 1_000)).toHaveLength(4);
    expect(items).toHaveLength(8);
    expect(list.length).toBe(8);
    expect(newIn(items).length).toBeGreaterThan(0);
  });

  it('explores nothing where nothing is new, where no model ranks, and where nobody asked for it', () => {
    const old = stateOf(columns, { ...factors(), popularity: new Float64Array(KNOWN).fill(LEAST_PEOPLE) });
    expect(newIn(listOf({}, old).top(50))).toEqual([]);
    expect(newIn(listOf({}, stateOf(columns, null)).top(50))).toEqual([]);
    expect(newIn(listOf({ kinds: [TitleKind.MOVIE], yearTo: 1940 }).top(50))).toEqual([]);
    expect(newIn(listOf({ explorationShare: 0 }).top(50))).toEqual([]);
    expect(
      listOf({ explorationShare: 0 })
        .top(5)
        .every(({ propensity }) => propensity === undefined),
    ).toBe(true);
  });
});

describe('a list with diversity', () => {
  const plain: Partial<ListFilter> = { explorationShare: 0 };
  const ids = (given: Partial<ListFilter>, count = 500): number[] =>
    listOf({ ...plain, ...given })
      .top(count)
      .map(({ titleId }) => titleId);

  it('stays as it is at 0, and holds the same titles in another order above it', () => {
    expect(ids({ diversity: 0 })).toEqual(ids({}));
    expect(ids({ diversity: 0.8 })).not.toEqual(ids({}));
    expect([...ids({ diversity: 0.8 })].sort()).toEqual([...ids({})].sort());
  });

  it('begins a long list as a short one, and keeps what a model ranked before what none did', () => {
    expect(ids({ diversity: 0.7 }, 20)).toEqual(ids({ diversity: 0.7 }).slice(0, 20));
    expect(
      ids({ diversity: 1 })
        .slice(-BOOKS)
        .every((id) => id >= 1_000),
    ).toBe(true);
  });

  it('puts titles of another taste forward', () => {
    // Odd and even films point in two directions; the person's own is the odd one.
    const evens = (given: Partial<ListFilter>): number => ids(given, 10).filter((id) => id % 2 === 0).length;
    expect(evens({ diversity: 0.7 })).toBeGreaterThan(evens({}));
  });

  it('takes so many of each kind', () => {
    const items = ids({ diversity: 0.5, perKind: 3 });
    expect([items.length, items.filter((id) => id >= 1_000).length]).toEqual([6, 3]);
  });
});
