import fc from 'fast-check';
import { parseCrontab } from 'graphile-worker';
import { crontabFault, nextStrikes, readCrontab, strikes } from '../../core/crontab';
import { crontabWords } from '../../core/crontab-words';

const at = (text: string): Date => new Date(text);
const field = (least: number, most: number) => {
  const value = fc.integer({ min: least, max: most });
  const range = fc.tuple(value, value).filter(([from, to]) => from < to);
  const part = fc.oneof(
    fc.constant('*'),
    value.map(String),
    range.map(([from, to]) => `${from}-${to}`),
    fc.integer({ min: 1, max: 20 }).map((step) => `*/${step}`),
  );
  return fc.array(part, { minLength: 1, maxLength: 2 }).map((parts) => parts.join(','));
};
const lines = fc.tuple(field(0, 59), field(0, 23), field(1, 31), field(1, 12), field(0, 6)).map((fields) => fields.join(' '));

describe('a schedule', () => {
  it('strikes in exactly the minutes that the queue reads in it', () => {
    const minutes = fc.integer({ min: 0, max: 60 * 24 * 366 }).map((minute) => new Date(Date.UTC(2024, 0, 1) + minute * 60_000));
    fc.assert(
      fc.property(lines, minutes, (line, minute) => {
        const [item] = parseCrontab(`${line} job`);
        const digest = {
          min: minute.getUTCMinutes(),
          hour: minute.getUTCHours(),
          date: minute.getUTCDate(),
          month: minute.getUTCMonth() + 1,
          dow: minute.getUTCDay(),
        };
        expect(strikes(readCrontab(line), minute)).toBe(item?.match(digest));
      }),
      { numRuns: 500 },
    );
  });

  it('next strikes at moments that it names, rising, with none in between', () => {
    const from = at('2026-02-27T22:58:30Z');
    fc.assert(
      fc.property(lines, (line) => {
        const crontab = readCrontab(line);
        const [first, second] = nextStrikes(crontab, from, 2);
        if (!first) return;
        expect(strikes(crontab, first)).toBe(true);
        if (second) expect(second.getTime()).toBeGreaterThan(first.getTime());
        const between = Math.min(2_000, Math.floor((first.getTime() - from.getTime()) / 60_000));
        for (let minute = 1; minute <= between; minute++) {
          const earlier = new Date(from.getTime() - 30_000 + minute * 60_000);
          if (earlier < first) expect(strikes(crontab, earlier)).toBe(false);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('knows a day that comes every four years, and one that never comes', () => {
    expect(nextStrikes(readCrontab('0 3 29 2 *'), at('2026-01-01T00:00:00Z'), 1)).toEqual([at('2028-02-29T03:00:00Z')]);
    expect(nextStrikes(readCrontab('0 3 30 2 *'), at('2026-01-01T00:00:00Z'), 1)).toEqual([]);
  });

  it.each([
    ['* * * * *', 'every minute'],
    ['*/5 * * * *', 'every 5 minutes'],
    ['7 * * * *', 'at minute 7 of every hour'],
    ['*/7 * * * *', 'at minutes 0, 7, 14, 21, 28, 35, 42, 49 and 56 of every hour'],
    ['0 3 * * *', 'at 03:00 UTC'],
    ['30 3,15 * * 1,5', 'at 03:30 and 15:30 UTC, on Mondays and Fridays'],
    ['0 3 1 * *', 'at 03:00 UTC, on day 1 of the month'],
    ['0 3 1-15 * 0', 'at 03:00 UTC, on days 1 to 15 of the month or on Sundays'],
    ['*/30 9-17 * * 1-5', 'every 30 minutes, of the hours 9 to 17 UTC, on Mondays, Tuesdays, Wednesdays, Thursdays and Fridays'],
    ['* 4 * 1,12 *', 'every minute of the hour 4 UTC, in January and December'],
  ])('of %s is told as "%s"', (line, words) => {
    expect(crontabFault(line)).toBeNull();
    expect(crontabWords(line)).toBe(words);
  });
});
