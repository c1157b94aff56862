import * as fc from 'fast-check';
import { columnsOf, KINDS } from '../../core/columns';
import type { RemoteItem } from '../../core/personalize/answer';
import { type ListFilter, ReasonCode } from '../../core/recommendation';
import { LISTED_KINDS, TitleKind, TitleState } from '../../core/title';
import { listFor } from '../../engine/local/list';
import { stateOf } from '../../engine/local/state';
import { remoteList } from '../../engine/personalize/list';
import { someFacts } from '../support/facts';
import { anInteraction } from '../support/interaction';

const now = new Date('2026-06-01T00:00:00Z');
const TITLES = 40;
const GENRES = ['Space', 'Love', 'War'];

/** Films, books and the like; every seventh hidden, every fifth of them blocked, and two episodes of the first show. */
const state = stateOf(
  columnsOf([
    ...Array.from({ length: TITLES }, (_, at) =>
      someFacts(at + 1, {
        kind: LISTED_KINDS[at % LISTED_KINDS.length] as TitleKind,
        genres: [GENRES[at % 3] as string],
        year: 1980 + at,
        state: at % 7 === 6 ? TitleState.HIDDEN : TitleState.LISTED,
        blocked: at % 5 === 4,
        attributes: { ratingCount: at },
      }),
    ),
    ...[101, 102].map((id) => someFacts(id, { kind: TitleKind.EPISODE, parentId: 2, season: 1, number: id })),
  ]),
  null,
);

const anItem: fc.Arbitrary<RemoteItem> = fc.record({
  titleId: fc.oneof(fc.integer({ min: 1, max: TITLES }), fc.constantFrom(101, 102, 999)),
  score: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
  reasons: fc.constant([]),
  promotion: fc.constant(null),
});
const aFilter: fc.Arbitrary<ListFilter> = fc.record(
  {
    excludeSeen: fc.boolean(),
    excludeServed: fc.constant(false),
    excludeTitleIds: fc.array(fc.integer({ min: 1, max: TITLES })),
    withoutHistoryOf: fc.constant([]),
    kinds: fc.subarray([...LISTED_KINDS]),
    genres: fc.subarray(GENRES),
    yearFrom: fc.integer({ min: 1980, max: 2020 }),
    perKind: fc.integer({ min: 1, max: 4 }),
  },
  { requiredKeys: ['excludeSeen', 'excludeServed', 'excludeTitleIds', 'withoutHistoryOf'] },
);
const seen = fc.array(fc.integer({ min: 1, max: TITLES }), { maxLength: 8 });

describe('a list that Personalize ranked', () => {
  it('holds what the local engine’s own rules let pass, all of it, once, Personalize’s first and in its order', () => {
    fc.assert(
      fc.property(fc.array(anItem, { maxLength: 60 }), aFilter, seen, fc.integer({ min: 1, max: 60 }), (items, filter, seenIds, most) => {
        const person = { preferences: {}, interactions: [...new Set(seenIds)].map((titleId) => anInteraction({ titleId, rating: 4 })) };
        const request = { person, filter, servedIds: [], now, count: 500 };
        const list = remoteList(state, request, { asked: 'USER', items });
        const allowed = listFor(state, { ...request, filter: { ...filter, perKind: undefined as never, explorationShare: 0 } });
        const mayStand = new Set(allowed.top(500).map(({ titleId }) => titleId));
        const ids = list.top(500).map(({ titleId }) => titleId);
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids.every((id) => mayStand.has(id))).toBe(true);
        expect(ids).toHaveLength(list.length);
        expect(list.top(most).map(({ titleId }) => titleId)).toEqual(ids.slice(0, most));
        if (filter.perKind === undefined) expect(ids).toHaveLength(mayStand.size);
        for (const kind of KINDS) {
          const ofKind = ids.filter((id) => state.columns.kind[state.columns.rowOf.get(id) as number] === KINDS.indexOf(kind));
          expect(ofKind.length).toBeLessThanOrEqual(filter.perKind ?? TITLES);
        }
        const standIns = items.map(({ titleId }) => (titleId > 100 && titleId < 999 ? 2 : titleId));
        const own = ids.slice(0, list.own ?? 0);
        const places = own.map((id) => standIns.indexOf(id));
        expect(places.every((place) => place >= 0)).toBe(true);
        expect(places).toEqual([...places].sort((a, b) => a - b));
        ids.forEach((id, place) => {
          const isFallback = list.explain(id)[0]?.code === ReasonCode.FALLBACK;
          expect(isFallback).toBe(place >= own.length);
        });
      }),
      { numRuns: 200 },
    );
  });
});
