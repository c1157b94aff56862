import * as fc from 'fast-check';
import { parseFilter } from '../../core/personalize/filter-language';
import { pushDown } from '../../core/personalize/filter-push-down';
import { parametersOf } from '../../core/personalize/filter-tree';
import { FIXED_FILTERS } from '../../core/personalize/filters';
import type { ListFilter } from '../../core/recommendation';
import { LISTED_KINDS, TitleKind } from '../../core/title';

const PLAIN: ListFilter = { excludeSeen: false, excludeServed: false, excludeTitleIds: [], withoutHistoryOf: [] };
const spelled = (genre: string): string | null => (genre.toLowerCase() === 'unheard of' ? null : genre);

describe('the filters that stand in Personalize', () => {
  it('are written in its language, in at most ten fields each and twenty together', () => {
    const fields = FIXED_FILTERS.map(({ expression }) => parseFilter(expression).rules.flatMap(({ anyOf }) => anyOf.flat()).length);
    expect(fields).toEqual([4, 5]);
  });
});

describe('what of a list’s rules Personalize applies by itself', () => {
  it('is nothing where nothing is asked', () => {
    expect(pushDown(PLAIN, spelled)).toBeNull();
  });

  it('is kinds, years and what was seen, by what is left out', () => {
    const filter = { ...PLAIN, kinds: [TitleKind.MOVIE, TitleKind.EPISODE], yearFrom: 1990, yearTo: 1999, excludeSeen: true };
    expect(pushDown(filter, spelled)).toEqual({
      key: 'open',
      values: {
        OTHER_KINDS: '"BOOK","TRACK","VIDEO"',
        YEAR_FROM: '1990',
        YEAR_TO: '1999',
        SEEN: '"watched","RATING","LIKE","DISLIKE"',
      },
    });
  });

  it('is genres as the catalogue spells them', () => {
    expect(pushDown({ ...PLAIN, genres: ['sci-fi', 'Drama'] }, (genre) => (genre === 'sci-fi' ? 'Sci-Fi' : genre))).toEqual({
      key: 'genres',
      values: { GENRES: '"Sci-Fi","Drama"' },
    });
    expect(pushDown({ ...PLAIN, genres: ['Unheard of'] }, spelled)).toBeNull();
  });

  it('is not what cannot be told: a quotation mark, or more than a value may hold', () => {
    expect(pushDown({ ...PLAIN, genres: ['7" singles'] }, spelled)).toBeNull();
    expect(pushDown({ ...PLAIN, genres: Array.from({ length: 200 }, (_, at) => `genre ${at}`) }, spelled)).toBeNull();
  });

  it('is not what was seen where somebody may go on with it', () => {
    expect(pushDown({ ...PLAIN, excludeSeen: true, availableSeconds: 600 }, spelled)).toBeNull();
  });

  it('names only parameters of its filter, and all that an INCLUDE needs, with values that the wire takes', () => {
    const filters = fc.record(
      {
        kinds: fc.subarray([...LISTED_KINDS, TitleKind.EPISODE]),
        genres: fc.array(fc.string()),
        yearFrom: fc.integer({ min: 1900, max: 2030 }),
        yearTo: fc.integer({ min: 1900, max: 2030 }),
        excludeSeen: fc.boolean(),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(filters, (asked) => {
        const pushed = pushDown({ ...PLAIN, ...asked }, spelled);
        if (pushed === null) return;
        const { rules } = parseFilter(FIXED_FILTERS.find(({ key }) => key === pushed.key)?.expression ?? '');
        expect(parametersOf(rules)).toEqual(expect.arrayContaining(Object.keys(pushed.values)));
        const needed = parametersOf(rules.filter(({ effect }) => effect === 'INCLUDE'));
        expect(Object.keys(pushed.values)).toEqual(expect.arrayContaining([...needed]));
        for (const value of Object.values(pushed.values)) expect(value).toMatch(/^(\d+|"[^"\\]*"(,"[^"\\]*")*)$/u);
      }),
    );
  });
});
