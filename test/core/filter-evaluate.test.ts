import { columnsOf } from '../../core/columns';
import type { AppError } from '../../core/errors';
import { type Interaction, Opinion } from '../../core/interaction';
import { checkFilterColumns, factsOf } from '../../core/personalize/filter-columns';
import { filterPass } from '../../core/personalize/filter-evaluate';
import { parseFilter } from '../../core/personalize/filter-language';
import { parseFilterValues } from '../../core/personalize/filter-values';
import { TitleKind } from '../../core/title';
import type { User } from '../../core/user';
import { someFacts } from '../support/facts';
import { anInteraction } from '../support/interaction';

const columns = columnsOf([
  someFacts(1, { genres: ['Comedy', 'Drama'], year: 1994, category: 'films', createdAt: new Date(1_700_000_000_500) }),
  someFacts(2, { genres: ['Horror'], year: 2001, seconds: 5400, createdAt: new Date(1_600_000_000_000) }),
  someFacts(3, { genres: [], kind: TitleKind.BOOK, pages: 300, attributes: { language: 'en-GB' } }),
  someFacts(4, { genres: ['Drama'], year: 2010, category: 'films' }),
]);
const user = { locale: 'en-GB', timeZone: null, source: 'app' } as User;

function passing(
  expression: string,
  given: Partial<{ values: Record<string, string>; past: Interaction[]; current: number; nobody: true }> = {},
) {
  const { values = {}, past = [], current = null, nobody } = given;
  const facts = factsOf(columns, { user: nobody ? null : user, interactions: past, currentTitleId: current });
  const pass = filterPass(parseFilter(expression), parseFilterValues(values), facts);
  return [1, 2, 3, 4].filter((id) => pass(columns.rowOf.get(id) as number));
}

describe('a filter over the catalogue', () => {
  it.each([
    ['INCLUDE ItemID WHERE Items.GENRES IN ("Comedy", "Horror")', [1, 2]],
    ['INCLUDE ItemID WHERE Items.GENRES IN ("comedy")', []],
    ['EXCLUDE ItemID WHERE Items.GENRES IN ("Drama")', [2, 3]],
    ['INCLUDE ItemID WHERE Items.GENRES NOT IN ("Drama")', [2, 3]],
    ['INCLUDE ItemID WHERE Items.KIND IN ("BOOK")', [3]],
    ['INCLUDE ItemID WHERE Items.YEAR >= 2001', [2, 4]],
    ['INCLUDE ItemID WHERE Items.YEAR = 1994', [1]],
    ['INCLUDE ItemID WHERE Items.YEAR IN ("1994")', [1]],
    ['INCLUDE ItemID WHERE Items.PAGES < 301', [3]],
    ['INCLUDE ItemID WHERE Items.LANGUAGE IN ("en")', [3]],
    ['INCLUDE ItemID WHERE Items.CREATION_TIMESTAMP > 1600000000', [1]],
    ['INCLUDE ItemID WHERE Items.GENRES IN ("Drama") AND Items.YEAR > 2000 OR Items.KIND IN ("BOOK")', [3, 4]],
    ['INCLUDE ItemID WHERE Items.GENRES IN ("Drama") | EXCLUDE ItemID WHERE Items.YEAR > 2000', [1]],
    ['EXCLUDE ItemID WHERE Items.YEAR > 2000 | INCLUDE ItemID WHERE Items.GENRES IN ("Drama")', [1]],
    ['INCLUDE ItemID WHERE Items.GENRES IN ("Horror") | INCLUDE ItemID WHERE Items.KIND IN ("BOOK")', [2, 3]],
  ])('lets pass by %s the titles %j', (expression, expected) => {
    expect(passing(expression)).toEqual(expected);
  });

  it('knows what the person watched, clicked and said, whatever the case of a type', () => {
    const past = [
      anInteraction({ titleId: 1, completions: 1 }),
      anInteraction({ titleId: 2, clicks: 1 }),
      anInteraction({ titleId: 4, opinion: Opinion.LIKE }),
    ];
    expect(passing('EXCLUDE ItemID WHERE Interactions.EVENT_TYPE IN ("Watched")', { past })).toEqual([2, 3, 4]);
    expect(passing('INCLUDE ItemID WHERE Interactions.event_type IN ("clicked", "LIKE")', { past })).toEqual([2, 4]);
    expect(passing('EXCLUDE ItemID WHERE Interactions.EVENT_TYPE IN ("*")', { past })).toEqual([3]);
    expect(passing('INCLUDE ItemID WHERE Interactions.EVENT_TYPE NOT IN ("*")', { past })).toEqual([3]);
  });

  it('takes values from the request, and skips an EXCLUDE that has none', () => {
    const drama = 'INCLUDE ItemID WHERE Items.GENRES IN ($GENRES)';
    expect(passing(drama, { values: { genres: '"Drama","Horror"' } })).toEqual([1, 2, 4]);
    expect(passing('EXCLUDE ItemID WHERE Items.YEAR < $Y', { values: { Y: '2000' } })).toEqual([2, 3, 4]);
    expect(passing('EXCLUDE ItemID WHERE Items.YEAR < $Y')).toEqual([1, 2, 3, 4]);
    expect(() => passing(drama)).toThrow('The filter needs this value.');
    expect(() => passing(drama, { values: { GENRES: '"Drama"', OTHER: '1' } })).toThrow('A value is for no parameter of the filter.');
  });

  it.each(['Drama', '"Drama', '"a""b"', '"a",', ',', '', '"a";"b"'])('refuses %j as a list of values', (packed) => {
    expect(() => parseFilterValues({ GENRES: packed })).toThrow('The value is no list of values.');
  });

  it('asks the person by IF, and says nothing of one that it does not hold for', () => {
    const english = 'INCLUDE ItemID WHERE Items.KIND IN ("BOOK") IF CurrentUser.LANGUAGE IN ("en")';
    expect(passing(english)).toEqual([3]);
    expect(passing(english, { nobody: true })).toEqual([1, 2, 3, 4]);
    expect(passing('INCLUDE ItemID WHERE Items.KIND IN ("BOOK") IF CurrentUser.LOCALE = "fi"')).toEqual([1, 2, 3, 4]);
  });

  it('compares with the title that similar ones are asked for', () => {
    expect(passing('INCLUDE ItemID WHERE Items.GENRES IN CurrentItem.GENRES', { current: 4 })).toEqual([1, 4]);
    expect(passing('INCLUDE ItemID WHERE Items.YEAR > CurrentItem.YEAR', { current: 2 })).toEqual([4]);
    expect(passing('INCLUDE ItemID WHERE Items.YEAR > CurrentItem.YEAR', { current: 3 })).toEqual([]);
    expect(() => passing('INCLUDE ItemID WHERE Items.YEAR > CurrentItem.YEAR')).toThrow('CurrentItem');
  });

  it('names a column that there is not, and those that there are', () => {
    const fault = (expression: string) => {
      try {
        checkFilterColumns(parseFilter(expression));
      } catch (error) {
        return (error as AppError).expected;
      }
      return null;
    };
    expect(fault('INCLUDE ItemID WHERE Items.PRICE > 3')).toContain('CREATION_TIMESTAMP');
    expect(fault('INCLUDE ItemID WHERE Items.toString > 3')).toContain('YEAR');
    expect(fault('INCLUDE ItemID WHERE Items.YEAR > CurrentItem.PRICE')).toContain('YEAR');
    expect(fault('INCLUDE ItemID WHERE Items.YEAR > 3 IF CurrentUser.AGE > 18')).toContain('LOCALE');
    expect(fault('INCLUDE ItemID WHERE Items.year > 3 IF CurrentUser.locale IN ("en")')).toBeNull();
    expect(() => passing('INCLUDE ItemID WHERE Items.PRICE > 3')).toThrow('There is no column Items.PRICE.');
  });
});
