import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { faultyFields, profileOf } from '../../client/player/me/about';
import { agoOf } from '../../client/player/me/ago';
import { csvOf } from '../../client/player/me/csv';
import { differenceOf } from '../../client/player/me/difference';
import { moved, tasteOf, weightOf } from '../../client/player/me/taste';

const HOUR_MS = 3_600_000;
const NOBODY = { gender: '', maritalStatus: '', country: '', state: '', city: '', birthYear: '' };

describe('a history as a table', () => {
  it('is read back as it was written, but for the apostrophe before what would run as a formula', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.string({ unit: 'binary' }), { minLength: 2, maxLength: 4 }), { minLength: 1 }), (rows) => {
        const wide = rows.map((row) => [...row, '', ''].slice(0, 4));
        const read: string[][] = parse(csvOf(wide), { bom: true, relax_column_count: true, record_delimiter: '\r\n' });
        expect(read).toEqual(wide.map((row) => row.map((cell) => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell))));
      }),
    );
  });

  it('leaves numbers as numbers and nothing as nothing', () => {
    expect(csvOf([['=1+1', -5, null, 'a "b", c']])).toBe('\uFEFF\'=1+1,-5,,"a ""b"", c"\r\n');
  });
});

describe('what would change without a title', () => {
  const place = (rank: number, id: string) => ({ rank, title: { id } });

  it('is who stands in one list alone, in order, without the title itself', () => {
    const change = differenceOf([place(1, 'a'), place(2, 'b')], [place(1, 'x'), place(2, 'a'), place(3, 'c')], 'x');
    expect(change).toEqual({ leaves: [place(2, 'b')], comes: [place(3, 'c')] });
  });

  it('is nothing when only the order differs', () => {
    const change = differenceOf([place(1, 'a'), place(2, 'b')], [place(1, 'b'), place(2, 'a')], 'x');
    expect(change).toEqual({ leaves: [], comes: [] });
  });
});

describe('what somebody tells of themselves', () => {
  it('may all be left empty, and is then taken away', () => {
    expect(faultyFields(NOBODY, 2026)).toEqual([]);
    expect(profileOf({ ...NOBODY, city: '  Oulu ', birthYear: '1984' })).toEqual({
      gender: null,
      maritalStatus: null,
      country: null,
      state: null,
      city: 'Oulu',
      birthYear: 1984,
    });
  });

  it('has a year that was, and texts that fit', () => {
    for (const birthYear of ['1879', '2027', '84', 'soon']) expect(faultyFields({ ...NOBODY, birthYear }, 2026)).toEqual(['birthYear']);
    expect(faultyFields({ ...NOBODY, gender: 'x'.repeat(201) }, 2026)).toEqual(['gender']);
  });

  it('keeps a liked genre until it is moved to nothing', () => {
    const liked = moved(tasteOf([]), { kind: 'MOVIE', genre: 'Drama', weight: 0.6 });
    expect(weightOf(liked, 'MOVIE', 'Drama')).toBe(0.6);
    expect(weightOf(liked, 'BOOK', 'Drama')).toBe(0);
    expect(moved(liked, { kind: 'MOVIE', genre: 'Drama', weight: 0 }).size).toBe(0);
  });
});

describe('how long ago', () => {
  it('is told in the largest unit that fits, and a time to come is now', () => {
    expect(agoOf(0, 59_000)).toEqual({ amount: 0, unit: 'second' });
    expect(agoOf(0, 5 * HOUR_MS)).toEqual({ amount: 5, unit: 'hour' });
    expect(agoOf(0, 50 * HOUR_MS)).toEqual({ amount: 2, unit: 'day' });
    expect(agoOf(HOUR_MS, 0)).toEqual({ amount: 0, unit: 'second' });
  });
});
