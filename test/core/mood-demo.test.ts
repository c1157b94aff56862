import { codeOf, hasGenre, KINDS } from '../../core/columns';
import { filterFrom } from '../../core/list-filter';
import { SHIPPED_MOODS } from '../../core/mood/shipped';
import { ReasonCode } from '../../core/recommendation';
import { TitleKind } from '../../core/title';
import type { Person } from '../../engine/engine';
import { listFor } from '../../engine/local/list';
import { fitsMood, moodScoresIn } from '../../engine/local/moods';
import { type DemoCatalogue, demoCatalogue } from '../support/demo-catalogue';
import { anInteraction } from '../support/interaction';
import { MOOD_LABELS } from '../support/mood-labels';

let demo: DemoCatalogue;

beforeAll(() => {
  demo = demoCatalogue();
});

const NOBODY: Person = { preferences: {}, interactions: [] };
const now = new Date('2026-06-01T00:00:00Z');

function listOf(input: Parameters<typeof filterFrom>[0], person: Person = NOBODY) {
  return listFor(demo.state, { person, filter: filterFrom({ explorationShare: 0, ...input }), servedIds: [], now, count: 500 });
}

const kindOf = (titleId: number): TitleKind | undefined => {
  const { kind, rowOf } = demo.state.columns;
  return KINDS[kind[rowOf.get(titleId) ?? -1] ?? -1];
};

describe('the shipped moods, on the catalogue of the demo', () => {
  it('are labelled in 50 titles, every one of which the demo holds, by moods that there are', () => {
    const ids = new Set(SHIPPED_MOODS.map(({ id }) => id));
    expect(new Set(MOOD_LABELS.map(({ id }) => id)).size).toBe(50);
    expect(MOOD_LABELS.filter(({ id }) => !demo.idOf.has(id))).toEqual([]);
    expect(MOOD_LABELS.flatMap(({ fits, not }) => [...fits, ...not]).filter((mood) => !ids.has(mood))).toEqual([]);
  });

  it.each(['fits', 'not'] as const)('agree with the labels made by hand, on what %s, in at least 80 of 100', (side) => {
    const { columns, moods } = demo.state;
    const judged = MOOD_LABELS.flatMap((label) => label[side].map((mood) => ({ mood, titleId: demo.idOf.get(label.id) ?? 0 })));
    const agreed = judged.filter(({ mood, titleId }) => {
      const found = moods.moods.get(mood);
      const row = columns.rowOf.get(titleId);
      return found && row !== undefined && fitsMood(moodScoresIn(demo.state, found), row) === (side === 'fits');
    });
    expect(agreed.length / judged.length).toBeGreaterThanOrEqual(0.8);
  });

  it('show somebody without a past other films in every mood: no two share more than 35 of 100 of their first 20', () => {
    const tops = SHIPPED_MOODS.map(({ id }) => {
      const list = listOf({ mood: id, kinds: [TitleKind.MOVIE] }).top(20);
      return { id, titles: new Set(list.map(({ titleId }) => titleId)) };
    });
    const pairs = tops.flatMap((one, at) =>
      tops.slice(at + 1).map((other) => {
        const both = [...one.titles].filter((title) => other.titles.has(title)).length;
        return { moods: `${one.id} ${other.id}`, overlap: both / (one.titles.size + other.titles.size - both) };
      }),
    );
    expect(pairs).toHaveLength(55);
    expect(pairs.filter(({ overlap }) => overlap > 0.35)).toEqual([]);
    expect(tops.filter(({ titles }) => titles.size < 20)).toEqual([]);
  });

  it('find three of each kind where as many fit, and say so', () => {
    const list = listOf({ mood: 'comfort', availableSeconds: 7_200 });
    const items = list.top(20);
    const kinds = items.map(({ titleId }) => kindOf(titleId));
    for (const kind of [TitleKind.MOVIE, TitleKind.BOOK, TitleKind.TRACK]) expect(kinds.filter((each) => each === kind)).toHaveLength(3);
    for (const { titleId } of items) {
      const codes = list.explain(titleId).map(({ code }) => code);
      expect(codes).toContain(ReasonCode.MOOD_MATCH);
      expect(codes).toContain(ReasonCode.FITS_TIME);
      expect(list.fit(titleId)?.seconds).toBeLessThanOrEqual(7_200);
    }
    const tracks = items.filter(({ titleId }) => kindOf(titleId) === TitleKind.TRACK);
    for (const { titleId } of tracks) {
      expect(list.fit(titleId)?.playlist).toContain(titleId);
      expect(list.fit(titleId)?.seconds).toBeGreaterThanOrEqual(0.95 * 7_200);
    }
  });

  it('go by what somebody likes among what fits', () => {
    const { columns } = demo.state;
    const musical = codeOf(columns.genreNames, 'Musical');
    const musicals = (person: Person): number =>
      listOf({ mood: 'joyful', kinds: [TitleKind.MOVIE] }, person)
        .top(20)
        .filter(({ titleId }) => hasGenre(columns, columns.rowOf.get(titleId) ?? -1, musical)).length;
    const liked = ['movielens:899', 'movielens:1035', 'movielens:914'].map((id) =>
      anInteraction({ titleId: demo.idOf.get(id) ?? 0, rating: 5, ratedAt: now }),
    );
    expect(musicals({ preferences: {}, interactions: liked })).toBeGreaterThan(musicals(NOBODY));
  });

  it('makes the list without a mood that nothing asked for fits, and says so', () => {
    const list = listOf({ mood: 'party', kinds: [TitleKind.BOOK] });
    const [first] = list.top(1);
    expect(list.explain(first?.titleId ?? 0)[0]?.code).toBe(ReasonCode.FALLBACK);
    expect(list.top(20).map(({ titleId }) => titleId)).toEqual(
      listOf({ kinds: [TitleKind.BOOK] })
        .top(20)
        .map(({ titleId }) => titleId),
    );
  });
});
