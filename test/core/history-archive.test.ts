import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { AppError } from '../../core/errors';
import { historyFileIn } from '../../core/history/archive';
import { atOnce } from '../../core/steps';

const CSV = strToU8('Title,Date\n"Heat","1/2/25"\n');
const read = (bytes: Uint8Array): Uint8Array => atOnce(historyFileIn(bytes));

/** Changes two bytes of the archive's directory entry, which begins with PK\1\2. */
function changed(archive: Uint8Array, { at, value }: { readonly at: number; readonly value: number }): Uint8Array {
  const copy = Buffer.from(archive);
  copy.writeUInt16LE(value, copy.indexOf('PK\u0001\u0002') + at);
  return copy;
}

describe('the history in what somebody sends', () => {
  it('is the file itself where it is no archive', () => {
    expect(read(CSV)).toBe(CSV);
  });

  it('is found wherever it lies in the archive of an account, packed or not', () => {
    const account = {
      'PROFILES/Profiles.csv': strToU8('no'),
      '__MACOSX/CONTENT_INTERACTION/._ViewingActivity.csv': strToU8('no'),
      'CONTENT_INTERACTION/SearchHistory.csv': strToU8('no'),
      'CONTENT_INTERACTION/ViewingActivity.csv': CSV,
    };
    expect(read(zipSync(account))).toEqual(CSV);
    expect(read(zipSync(account, { level: 0 }))).toEqual(CSV);
  });

  it('is the only table of an archive, whatever its name', () => {
    expect(read(zipSync({ 'history/mine.csv': CSV, 'readme.pdf': strToU8('no') }))).toEqual(CSV);
  });

  it('may lie in an archive with a comment behind its end', () => {
    const archive = Buffer.concat([zipSync({ 'a.csv': CSV }), Buffer.from('a comment')]);
    expect(read(archive)).toEqual(CSV);
  });

  it('is not guessed among several tables, and what was found is said', () => {
    expect(() => read(zipSync({ 'a.csv': CSV, 'b.csv': CSV }))).toThrow('no viewing history: it holds a.csv, b.csv');
    expect(() => read(zipSync({ 'xl/workbook.xml': CSV }))).toThrow('it holds xl/workbook.xml');
    expect(() => read(zipSync({}))).toThrow('it is empty');
  });

  it('is not taken out of an archive that was made to fill memory', () => {
    expect(() => read(zipSync({ 'a.csv': new Uint8Array(30_000_000) }, { level: 9 }))).toThrow('grows out of all measure');
  });

  it('is not taken out of an archive that is locked, damaged, cut short, or lies about its sizes', () => {
    const archive = zipSync({ 'a.csv': strToU8('Title,Date\n'.repeat(500)) });
    expect(() => read(changed(archive, { at: 8, value: 1 }))).toThrow('locked with a password');
    expect(() => read(changed(archive, { at: 10, value: 99 }))).toThrow('packed in a way');
    expect(() => read(changed(archive, { at: 24, value: 7 }))).toThrow('damaged');
    expect(() => read(changed(archive, { at: 20, value: 65_000 }))).toThrow('damaged');
    expect(() => read(changed(archive, { at: 42, value: 9 }))).toThrow('damaged');
    expect(() => read(archive.subarray(0, archive.length - 30))).toThrow('damaged');
  });

  it('is refused in words, whatever the bytes', () => {
    const archive = zipSync({ 'a.csv': strToU8('Title,Date\nHeat,1/2/25\n'.repeat(20)), 'b/ViewingActivity.csv': CSV });
    const wounds = fc.array(fc.tuple(fc.nat(archive.length - 5), fc.nat(255)), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(wounds, (places) => {
        const copy = archive.slice();
        for (const [at, byte] of places) copy[at + 4] = byte;
        try {
          expect(read(copy)).toBeInstanceOf(Uint8Array);
        } catch (error) {
          expect(error).toBeInstanceOf(AppError);
        }
      }),
      { numRuns: 500 },
    );
  });
});
