import fc from 'fast-check';
import { type BinaryType, binaryArray } from '../../store/binary-array';
import { withDatabase } from '../support/database';

const fixture = withDatabase();

const LAST_MS = Date.UTC(2285, 0, 1);
const TEXT = fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\0'));

const VALUES: readonly [BinaryType, fc.Arbitrary<unknown>][] = [
  ['bigint', fc.maxSafeInteger()],
  ['integer', fc.integer()],
  ['double precision', fc.double({ noNaN: true })],
  ['timestamptz', fc.date({ min: new Date(0), max: new Date(LAST_MS), noInvalidDate: true })],
  ['uuid', fc.uuid()],
  ['text', TEXT],
];

describe('an array in binary form', () => {
  it.each(VALUES)('arrives as it was sent: %s', async (type, value) => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.option(value), { maxLength: 30 }), async (sent) => {
        const rows = await fixture.db.query(`select value from unnest($1::${type}[]) with ordinality given(value, at) order by at`, [
          binaryArray(type, sent),
        ]);
        expect(rows.map((row: { value: unknown }) => row.value)).toEqual(sent);
      }),
      { numRuns: 30 },
    );
  });
});
