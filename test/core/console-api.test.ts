import fc from 'fast-check';
import { accepted, fieldErrors, RefusedError, sentenceOf } from '../../admin/api/user-errors';
import { bytes, duration } from '../../admin/parts/numbers';

describe('what a payload answers', () => {
  it('is what it holds beside its errors', () => {
    expect(accepted({ title: { id: '1' }, userErrors: [] })).toEqual({ title: { id: '1' } });
  });

  it('is a refusal with the row as it is now, and a sentence that says what would have been accepted', () => {
    const error = { code: 'CONFLICT', field: 'input.version', message: 'It has changed.', expected: 'version 4' } as const;
    const refused = (): unknown => accepted({ title: { id: '1', version: 4 }, userErrors: [error] });
    expect(refused).toThrow('It has changed. Expected: version 4.');
    const thrown = (() => {
      try {
        return refused();
      } catch (error) {
        return error;
      }
    })() as RefusedError;
    expect(thrown).toBeInstanceOf(RefusedError);
    expect(thrown.isConflict).toBe(true);
    expect(thrown.current).toEqual({ id: '1', version: 4 });
  });

  it('puts every error beside the field of the form that it is about', () => {
    const bad = { code: 'BAD_INPUT', message: 'No.' } as const;
    expect(fieldErrors([{ ...bad, field: 'input.genres[2]' }, { ...bad, field: 'input.credits.0.name' }, bad])).toEqual({
      genres: 'No.',
      credits: 'No.',
    });
    expect(sentenceOf({ ...bad, expected: null })).toBe('No.');
  });
});

describe('numbers with their units', () => {
  it.each([
    [0, '0 B'],
    [999, '999 B'],
    [1_500, '1.5 kB'],
    [250_000, '250 kB'],
    [1_234_567, '1.2 MB'],
  ])('says %i bytes as %s', (value, text) => expect(bytes(value)).toBe(text));

  it.each([
    [0, '0 s'],
    [59.6, '1 min'],
    [80, '1 min 20 s'],
    [3_600, '1 h'],
    [4_320, '1 h 12 min'],
  ])('says %d seconds as %s', (value, text) => expect(duration(value)).toBe(text));

  it('never says 60 seconds or 60 minutes', () => {
    fc.assert(fc.property(fc.double({ min: 0, max: 1e6, noNaN: true }), (seconds) => !/\b60 (s|min)\b/.test(duration(seconds))));
  });
});
