import fc from 'fast-check';
import { rowsByThemes } from '../../core/scene/chain';
import { SHIPPED_THEMES } from '../../core/scene/shipped';
import { LEAST_SCORE, type Theme, themeFinder, themesOf } from '../../core/scene/theme';
import { joinedThemes, sceneThemes, titleThemes } from '../../core/scene/title-themes';
import { wordsOf } from '../../core/scene/words';

const theme = (id: string, keywords: Theme['keywords'], genres: Theme['genres'] = {}): Theme => ({
  id,
  names: { en: id, ru: `тема ${id}` },
  keywords,
  genres,
});
const find = themeFinder([
  theme('sea', { ship: 1, captain: 1, wave: 0.4 }),
  theme('air', { pilot: 1, captain: 1, 'jet plane': 1 }, { Action: 0.5 }),
  theme('war', { tank: 1, captain: 0.5 }, { War: 0.5, Action: 0.2 }),
]);

describe('themes of keywords', () => {
  it('are scored by weight divided by the number of themes that a word speaks for, the surest first', () => {
    const found = themesOf(find, ['Captains', 'ship']);
    expect(found.map(({ id }) => id)).toEqual(['sea', 'air']);
    expect(found[0]?.score).toBeCloseTo(1 + 1 / 3, 12);
    expect(found[1]?.score).toBeCloseTo(1 / 3, 12);
  });

  it('count a word once however often it is said, and read phrases, plurals, brackets and names of themes', () => {
    expect(themesOf(find, ['ship', 'old ships', 'ship (big)'])).toEqual([{ id: 'sea', score: 1 }]);
    expect(themesOf(find, ['a jet plane'])).toEqual([{ id: 'air', score: 1 }]);
    expect(themesOf(find, ['Тема WAR'])).toEqual([{ id: 'war', score: 2 }]);
    expect(themesOf(find, ['(tank)'])).toEqual([{ id: 'war', score: 1 }]);
    expect(wordsOf('Fighter pilots')).toEqual(['fighter', 'fighter pilots', 'fighter pilot', 'pilots', 'pilot']);
  });

  it('leave out what is chance, and stand in the order of their ids where they are equal', () => {
    expect(themesOf(find, ['wave'])).toEqual([{ id: 'sea', score: 0.4 }]);
    expect(themesOf(find, ['nothing of these', ''])).toEqual([]);
    expect(themesOf(find, ['tank', 'pilot', 'ship']).map(({ id }) => id)).toEqual(['air', 'sea', 'war']);
  });

  it('of a title go by genres, by tags as far as they are relevant, by its description by half', () => {
    const nothing = { genres: [], tags: [], description: null, keywords: [] };
    expect(titleThemes(find, { ...nothing, genres: ['war'] })).toEqual([{ id: 'war', score: 0.5 }]);
    expect(titleThemes(find, { ...nothing, tags: [{ tag: 'ship', relevance: 0.7 }] })).toEqual([{ id: 'sea', score: 0.7 }]);
    expect(titleThemes(find, { ...nothing, tags: [{ tag: 'ship', relevance: 0.2 }] })).toEqual([]);
    expect(titleThemes(find, { ...nothing, description: 'The pilot of a SHIP.' })).toEqual([
      { id: 'air', score: 0.5 },
      { id: 'sea', score: 0.5 },
    ]);
  });

  it('of a scene go by what is seen in it, and by what the title is only beside that', () => {
    const title = { genres: ['War', 'Action'], tags: [{ tag: 'tank', relevance: 1 }] };
    expect(sceneThemes(find, { ...title, keywords: ['waiter'] })).toEqual([]);
    const found = sceneThemes(find, { ...title, keywords: ['ship'] });
    expect(found.map(({ id }) => id)).toEqual(['sea', 'war']);
    expect(found[1]?.score).toBeCloseTo(0.25 + 0.5 * 0.5 + 0.5 * 0.2, 12);
  });

  it('of several lists add up, and fade where they are told to', () => {
    const found = joinedThemes(
      [
        [{ id: 'sea', score: 1 }],
        [{ id: 'air', score: 1 }],
        [
          { id: 'sea', score: 0.5 },
          { id: 'war', score: 3 },
        ],
      ],
      0.8,
    );
    expect(found.map(({ id }) => id)).toEqual(['war', 'sea', 'air']);
    expect(found.map(({ score }) => Math.round(100 * score) / 100)).toEqual([1.92, 1.32, 0.8]);
  });
});

describe('the themes that are shipped', () => {
  const shipped = themeFinder(SHIPPED_THEMES);

  it('are about forty, with names in two languages and weights that the rules allow', () => {
    expect(SHIPPED_THEMES.length).toBeGreaterThanOrEqual(40);
    expect(new Set(SHIPPED_THEMES.map(({ id }) => id)).size).toBe(SHIPPED_THEMES.length);
    for (const { id, names, keywords, genres } of SHIPPED_THEMES) {
      expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(names.en).toMatch(/^[\x20-\x7e]+$/);
      expect(names.ru).toMatch(/^[А-Яа-яё ]+$/);
      for (const weight of [...Object.values(keywords), ...Object.values(genres)]) expect(weight > 0 && weight <= 1).toBe(true);
      for (const word of Object.keys(keywords)) expect(wordsOf(word)).toContain(word);
      expect(Object.values(keywords).filter((weight) => weight === 1).length).toBeGreaterThanOrEqual(5);
    }
  });

  it('tell what scenes are about as people would', () => {
    const best = (...keywords: string[]) => themesOf(shipped, keywords).map(({ id }) => id);
    expect(best('fighter pilot', 'warplane', 'hydrogen bomb', 'cockpit', 'jet plane')).toEqual(['aviation', 'war']);
    expect(best('bridesmaid', 'wedding celebration', 'couple', 'people')[0]).toBe('wedding');
    expect(best('law officer', 'motorcycle policeman', 'police cruiser', 'traffic cop')[0]).toBe('police');
    expect(best('senator', 'President of the United States', 'voting booth')[0]).toBe('politics');
    expect(best('scuba diver', 'whale', 'snorkeling')[0]).toBe('under-water');
    expect(best('понятия не имею')).toEqual([]);
    expect(best('свадьба')).toEqual(['wedding']);
  });

  it('are never more than three, never below chance, and the same in whatever order the keywords come', () => {
    const words = SHIPPED_THEMES.flatMap(({ keywords }) => Object.keys(keywords));
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom(...words), fc.string()), { maxLength: 40 }), (keywords) => {
        const found = themesOf(shipped, keywords);
        expect(found.length).toBeLessThanOrEqual(3);
        expect(found.every(({ score }) => score >= LEAST_SCORE)).toBe(true);
        const reversed = themesOf(shipped, [...keywords].reverse());
        expect(reversed.map(({ score }) => score.toFixed(9))).toEqual(found.map(({ score }) => score.toFixed(9)));
      }),
      { numRuns: 100 },
    );
  });
});

describe('titles by themes', () => {
  const found = ['a', 'b', 'c'].map((id, at) => ({ id, score: 3 - at }));
  const maskOf = (rows: readonly number[]) => Uint8Array.from({ length: 13 }, (_, row) => (rows.includes(row) ? 1 : 0));
  const titles = (of: Readonly<Record<string, readonly number[]>>, without: readonly number[] = []) => {
    const rowsOf = (id: string) => ({ mask: maskOf(of[id] ?? []), count: new Set(of[id]).size });
    const { matched, mask, themes } = rowsByThemes(
      found,
      rowsOf,
      maskOf(without).map((one) => 1 - one),
    );
    return { matched, rows: [...mask.keys()].filter((row) => mask[row] === 1), themes: themes.map(({ id }) => id).join('') };
  };

  it('are those in all three, else in two with the surest pair first, else in the first', () => {
    expect(titles({ a: [3, 1, 2, 9], b: [1, 2, 3], c: [2, 1, 7] })).toEqual({ matched: 3, rows: [1, 2], themes: 'abc' });
    expect(titles({ a: [1, 2, 3], b: [3, 4, 5], c: [5, 6, 7] })).toEqual({ matched: 2, rows: [3], themes: 'abc' });
    expect(titles({ a: [1, 2, 3], b: [4, 5, 6], c: [3, 4, 9] })).toEqual({ matched: 2, rows: [3], themes: 'abc' });
    expect(titles({ a: [1, 2, 3], b: [4, 5, 6], c: [6, 7, 8] })).toEqual({ matched: 2, rows: [6], themes: 'abc' });
    expect(titles({ a: [1, 2, 3], b: [4, 5, 6], c: [7, 8, 9] })).toEqual({ matched: 1, rows: [1, 2, 3], themes: 'abc' });
    expect(titles({})).toEqual({ matched: 0, rows: [], themes: '' });
  });

  it('drop themes with fewer than three titles, and what may not stand, and go on to the next way', () => {
    expect(titles({ a: [1, 2], b: [1, 2, 3], c: [2, 3, 4] })).toEqual({ matched: 2, rows: [2, 3], themes: 'bc' });
    expect(titles({ a: [1, 2, 3], b: [1, 4, 5], c: [1, 5, 6] }, [1])).toEqual({ matched: 2, rows: [5], themes: 'abc' });
    expect(titles({ a: [1, 2, 3] }, [1, 2, 3])).toEqual({ matched: 0, rows: [], themes: 'a' });
  });

  it('hold in any catalogue: each is in so many of the themes as is said, ascending, allowed, and the same every time', () => {
    const sets = fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 8 });
    fc.assert(
      fc.property(sets, sets, sets, sets, (a, b, c, without) => {
        const of = { a, b, c };
        const { matched, rows } = titles(of, without);
        const kept = Object.values(of).filter((ids) => new Set(ids).size >= 3);
        for (const id of rows) expect(kept.filter((ids) => ids.includes(id)).length).toBeGreaterThanOrEqual(matched);
        expect(rows.some((id) => without.includes(id))).toBe(false);
        expect(rows).toEqual([...rows].sort((one, other) => one - other));
        const best = Math.max(
          0,
          ...kept
            .flat()
            .filter((id) => !without.includes(id))
            .map((id) => kept.filter((ids) => ids.includes(id)).length),
        );
        expect(matched).toBe(best);
      }),
    );
  });
});
