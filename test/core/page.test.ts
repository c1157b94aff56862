import fc from 'fast-check';
import { decodeCursor, encodeCursor, paged, pageOffset, pageSize } from '../../store/page';

describe('a page', () => {
  it('finds the same place again from any cursor it gave', () => {
    fc.assert(
      fc.property(fc.string(), fc.maxSafeInteger(), fc.double({ noNaN: true, noDefaultInfinity: true }), (name, id, score) => {
        fc.pre(!name.includes('\u0000') && !Object.is(score, -0));
        expect(decodeCursor(encodeCursor([name, score, id]), 'after', ['text', 'number', 'integer'])).toEqual([name, score, id]);
      }),
    );
  });

  it.each([
    ['nothing', ''],
    ['noise', '%%%'],
    ['another list', encodeCursor(['Heat'])],
    ['a text for an id', encodeCursor(['2026-01-31T10:00:00.123456Z', '7'])],
    ['an id that is not whole', encodeCursor(['2026-01-31T10:00:00Z', 1.5])],
    ['a day that the month does not have', encodeCursor(['2026-02-30T10:00:00Z', 7])],
    ['a NUL byte', encodeCursor(['\u0000', 7])],
  ])('refuses %s as a cursor and names the field', (_, text) => {
    expect(() => decodeCursor(text, 'after', ['time', 'integer'])).toThrow(expect.objectContaining({ code: 'BAD_INPUT', field: 'after' }));
  });

  it('never throws anything but BAD_INPUT, whatever a client sends', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        try {
          decodeCursor(text, 'after', ['time', 'integer']);
        } catch (error) {
          expect(error).toMatchObject({ code: 'BAD_INPUT' });
        }
      }),
    );
  });

  it('refuses sizes and offsets out of range', () => {
    expect(pageSize(20, 100)).toBe(20);
    expect(pageOffset(null)).toBe(0);
    for (const first of [-1, 1.5, 101, Number.NaN]) expect(() => pageSize(first, 100)).toThrow('first is out of range');
    for (const offset of [-1, 0.5, 10_001]) expect(() => pageOffset(offset)).toThrow('offset is out of range');
  });

  it('tells that there is more by the one row too many', () => {
    const page = paged([1, 2, 3], 2, (id) => [id]);
    expect(page.edges.map((edge) => edge.node)).toEqual([1, 2]);
    expect(page.hasNextPage).toBe(true);
    expect(paged([1, 2], 2, (id) => [id]).hasNextPage).toBe(false);
  });
});
