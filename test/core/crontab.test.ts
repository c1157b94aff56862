import fc from 'fast-check';
import { parseCrontab } from 'graphile-worker';
import { crontabFault } from '../../core/crontab';

const part = (least: number, most: number) => {
  const value = fc.integer({ min: least - 1, max: most + 1 });
  return fc.oneof(
    fc.constant('*'),
    value.map(String),
    fc.tuple(value, value).map((range) => range.join('-')),
    fc.integer({ min: 0, max: 70 }).map((step) => `*/${step}`),
    fc.constantFrom('MON', '', '1-', '**', '1.5'),
  );
};
const field = (least: number, most: number) => fc.array(part(least, most), { minLength: 1, maxLength: 3 }).map((parts) => parts.join(','));

describe('a crontab line', () => {
  it('that nothing is wrong with is one that the queue reads', () => {
    const lines = fc.tuple(field(0, 59), field(0, 23), field(1, 31), field(1, 12), field(0, 6)).map((fields) => fields.join(' '));
    fc.assert(
      fc.property(lines, (line) => {
        if (crontabFault(line) === null) expect(parseCrontab(`${line} train`)).toHaveLength(1);
      }),
    );
  });

  it.each(['0 3 * * *', '*/5 * * * *', '0,30 9-17 1 1-6 0,6'])('may be %s', (line) => {
    expect(crontabFault(line)).toBeNull();
  });
});
