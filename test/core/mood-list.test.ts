import { columnsOf, type TitleFacts } from '../../core/columns';
import { ListFilterName, ScorePartKind } from '../../core/inspection';
import { filterFrom } from '../../core/list-filter';
import type { Factors } from '../../core/model';
import { MoodMatch } from '../../core/mood/mood';
import { gramOf } from '../../core/normal-equations';
import { ReasonCode } from '../../core/recommendation';
import { TitleKind } from '../../core/title';
import type { Person } from '../../engine/engine';
import { inspectList } from '../../engine/local/inspect';
import { listFor } from '../../engine/local/list';
import { LEAST_INTERACTIONS, type LocalState, stateOf } from '../../engine/local/state';
import { SMALL_SETTINGS } from '../support/factors';
import { someFacts } from '../support/facts';
import { anInteraction } from '../support/interaction';
import { aMood, bookOf } from '../support/mood';

const now = new Date('2026-06-01T00:00:00Z');
const NOBODY: Person = { preferences: {}, interactions: [] };
const liked = (titleId: number) => anInteraction({ titleId, rating: 5, ratedAt: now });
const seenAt = (titleId: number, day: number) => anInteraction({ titleId, completions: 1, lastAt: new Date(2026, 0, day) });

/** A state in which every title of `vectors` is trained and liked by enough people. */
function aState(facts: readonly TitleFacts[], vectors: ReadonlyMap<number, readonly [number, number]>): LocalState {
  const titleIds = [...vectors.keys()];
  const items = Float32Array.from([...vectors.values()].flat());
  const factors: Factors = {
    modelId: 5,
    settings: SMALL_SETTINGS,
    titleIds,
    indexOf: new Map(titleIds.map((id, index) => [id, index])),
    items,
    gram: gramOf(items, 2, SMALL_SETTINGS.unobservedWeight),
    popularity: Float64Array.from(titleIds, (_, at) => LEAST_INTERACTIONS - at),
  };
  const moods = bookOf(aMood(), aMood({ id: 'lift', match: MoodMatch.LIFT, sound: [{ fact: 'energy', from: 0, to: 1, weight: 1 }] }));
  return { ...stateOf(columnsOf(facts), factors), moods };
}

const request = (person: Person, input: Parameters<typeof filterFrom>[0]) => ({
  person,
  filter: filterFrom({ explorationShare: 0, ...input }),
  servedIds: [],
  now,
  count: 500,
});

describe('a list of a mood', () => {
  const facts = [
    someFacts(1, { genres: ['Loud'] }),
    someFacts(2, { genres: ['Quiet'] }),
    someFacts(3, { genres: ['Quiet'] }),
    someFacts(4, { genres: ['Loud'] }),
    someFacts(5, { genres: ['Quiet', 'Loud'] }),
    someFacts(7),
    someFacts(8, { kind: TitleKind.BOOK, genres: ['Quiet'] }),
  ];
  const near: readonly [number, number] = [1, 0];
  const far: readonly [number, number] = [0, 1];
  const vectors = new Map([1, 2, 3, 4, 5].map((id) => [id, id === 1 || id === 3 ? far : near] as const));
  const state = aState(facts, vectors);
  const fan: Person = { preferences: {}, interactions: [liked(1)] };

  it('holds what fits the mood and nothing else, in the order of taste among equals, and says why with parts that add up', () => {
    const list = listFor(state, request(fan, { mood: 'calm', perKind: 10 }));
    const items = list.top(10);
    expect(items.slice(0, 1).map(({ titleId }) => titleId)).toEqual([3]);
    expect(items.map(({ titleId }) => titleId).sort()).toEqual([2, 3, 5]);
    for (const { titleId, score } of items) {
      const reasons = list.explain(titleId);
      expect(reasons.map(({ code }) => code)).toContain(ReasonCode.MOOD_MATCH);
      const { items: taken } = inspectList(state, { ...request(fan, { mood: 'calm', perKind: 10 }), first: 10, about: [] });
      const parts = taken.find((each) => each.titleId === titleId)?.parts ?? [];
      expect(parts.map(({ kind }) => kind)).toContain(ScorePartKind.MOOD);
      expect(parts.reduce((sum, { value }) => sum + value, 0)).toBeCloseTo(score ?? Number.NaN, 5);
    }
  });

  it('tells the inspector what the mood took out', () => {
    const about = [4, 7, 8];
    const told = inspectList(state, { ...request(fan, { mood: 'calm', perKind: 10 }), first: 10, about });
    expect(told.about.map(({ filter }) => filter)).toEqual(about.map(() => ListFilterName.MOOD));
    expect(told.filteredOut).toContainEqual({ filter: ListFilterName.MOOD, titles: 3 });
  });

  it('lets a title that says nothing of itself take part through those near to it, and one without factors not at all', () => {
    const quiet = Array.from({ length: 4 }, (_, at) => someFacts(20 + at, { genres: ['Quiet'] }));
    const loud = Array.from({ length: 12 }, (_, at) => someFacts(30 + at, { genres: ['Loud'] }));
    const bare = [someFacts(50), someFacts(51), someFacts(52)];
    const vectors = new Map([
      ...quiet.map(({ id }) => [id, near] as const),
      ...loud.map(({ id }) => [id, far] as const),
      [50, near],
      [51, far],
    ] as const);
    const list = listFor(aState([...quiet, ...loud, ...bare], vectors), request(NOBODY, { mood: 'calm', perKind: 30 }));
    expect(
      list
        .top(30)
        .map(({ titleId }) => titleId)
        .sort(),
    ).toEqual([20, 21, 22, 23, 50]);
  });
});

describe('a list for a free time', () => {
  const facts = [
    someFacts(1, { seconds: 1_500 }),
    someFacts(2, { seconds: 1_900 }),
    someFacts(3),
    someFacts(10, { kind: TitleKind.SHOW }),
    someFacts(11, { kind: TitleKind.EPISODE, parentId: 10, season: 1, number: 1, seconds: 1_200 }),
    someFacts(12, { kind: TitleKind.EPISODE, parentId: 10, season: 1, number: 2, seconds: 1_300 }),
    someFacts(13, { kind: TitleKind.EPISODE, parentId: 10, season: 1, number: 3, seconds: 9_000 }),
    someFacts(20, { kind: TitleKind.BOOK, pages: 300 }),
    someFacts(21, { kind: TitleKind.BOOK, pages: 10 }),
    someFacts(22, { kind: TitleKind.BOOK }),
    ...Array.from({ length: 12 }, (_, at) =>
      someFacts(30 + at, { kind: TitleKind.TRACK, seconds: 170 + at, attributes: { energy: 1 - at / 20, valence: 0.5 } }),
    ),
  ];
  const state = aState(facts, new Map());
  const listOf = (person: Person, input: Parameters<typeof filterFrom>[0]) => {
    const list = listFor(state, request(person, { availableSeconds: 1_800, ...input }));
    return { list, ids: list.top(100).map(({ titleId }) => titleId) };
  };

  it('holds three of each kind, each with what of it fits', () => {
    const { list, ids } = listOf(NOBODY, {});
    expect([...ids].sort((a, b) => a - b)).toEqual([1, 10, 20, 21, 30, 31, 32]);
    expect(list.fit(1)).toEqual({ seconds: 1_500, pages: null, episodeId: null, playlist: null });
    expect(list.fit(2)).toBeNull();
    expect(list.fit(10)).toEqual({ seconds: 1_200, pages: null, episodeId: 11, playlist: null });
    expect(list.fit(20)).toEqual({ seconds: 1_750, pages: 28, episodeId: null, playlist: null });
    expect(list.fit(21)).toMatchObject({ seconds: 625, pages: 10 });
    for (const id of ids) expect(list.explain(id).at(-1)?.code).toBe(ReasonCode.FITS_TIME);
  });

  it('makes a playlist of more tracks than the list has places, which rises in a mood that lifts', () => {
    const { list } = listOf(NOBODY, { perKind: 1 });
    const fit = list.fit(30);
    expect(fit?.playlist?.[0]).toBe(30);
    expect(fit?.seconds).toBeGreaterThanOrEqual(1_710);
    expect(fit?.seconds).toBeLessThanOrEqual(1_800);
    const rising = listOf(NOBODY, { mood: 'lift', kinds: [TitleKind.TRACK] }).list.fit(30)?.playlist ?? [];
    expect(rising.length).toBeGreaterThan(5);
    expect(rising).toEqual([...rising].sort((a, b) => b - a));
  });

  it('goes on with a series that was begun, as long as its next episode fits', () => {
    const began: Person = { preferences: {}, interactions: [seenAt(11, 1)] };
    expect(listOf(began, {}).list.fit(10)?.episodeId).toBe(12);
    expect(listOf(began, {}).ids).toContain(10);
    const further: Person = { preferences: {}, interactions: [seenAt(11, 1), seenAt(12, 2)] };
    expect(listOf(further, {}).ids).not.toContain(10);
    expect(listOf(further, { availableSeconds: 9_000 }).ids).toContain(10);
    const through: Person = { preferences: {}, interactions: [seenAt(11, 1), seenAt(12, 2), seenAt(13, 3)] };
    expect(listOf(through, { availableSeconds: 9_000 }).ids).not.toContain(10);
    expect(
      listFor(state, request(began, {}))
        .top(100)
        .map(({ titleId }) => titleId),
    ).not.toContain(10);
  });

  it('tells the inspector what the time took out', () => {
    const { about } = inspectList(state, { ...request(NOBODY, { availableSeconds: 1_800 }), first: 10, about: [2, 3, 22] });
    expect(about.map(({ filter }) => filter)).toEqual([ListFilterName.TIME, ListFilterName.TIME, ListFilterName.TIME]);
    const began: Person = { preferences: {}, interactions: [seenAt(11, 1), seenAt(12, 2)] };
    const [show] = inspectList(state, { ...request(began, { availableSeconds: 1_800 }), first: 10, about: [10] }).about;
    expect(show?.filter).toBe(ListFilterName.TIME);
  });

  it('is empty where nothing fits, or the catalogue holds nothing of the kind', () => {
    expect(listOf(NOBODY, { kinds: [TitleKind.VIDEO] }).ids).toEqual([]);
    expect(listOf(NOBODY, { kinds: [TitleKind.VIDEO], mood: 'calm' }).ids).toEqual([]);
    expect(listOf(NOBODY, { availableSeconds: 30 }).ids).toEqual([]);
  });
});
