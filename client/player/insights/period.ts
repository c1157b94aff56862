import type { Period } from './view';

interface Range {
  readonly from: string | null;
  readonly until: string | null;
}

const MONTH_DAYS = 30;
const MONTHS = 12;

/** When a stretch of time begins and ends, by the clocks of a time zone; whole days, so that the same question is asked all day. */
export function rangeOf(period: Period, now: Date, timeZone: string): Range {
  if (period === 'all') return { from: null, until: null };
  if (period === 'month' || period === 'year') {
    const { year, month, day } = dayIn(now, timeZone);
    const from =
      period === 'month' ? midnight({ year, month, day: day - MONTH_DAYS }, timeZone) : midnight({ year: year - 1, month, day }, timeZone);
    return { from: from.toISOString(), until: null };
  }
  const year = Number(period);
  return {
    from: midnight({ year, month: 1, day: 1 }, timeZone).toISOString(),
    until: midnight({ year: year + 1, month: 1, day: 1 }, timeZone).toISOString(),
  };
}

/** The years from one time to another, the last first. */
export function yearsBetween(first: string, last: string, timeZone: string): readonly number[] {
  const [from, until] = [dayIn(new Date(first), timeZone).year, dayIn(new Date(last), timeZone).year];
  return Array.from({ length: Math.max(0, until - from + 1) }, (_, back) => until - back);
}

interface Sums {
  readonly plays: number;
  readonly seconds: number;
}

/** Months without a gap: those in which nothing was played are there too, with the time at which they begin. */
export function everyMonth<Month extends Sums & { readonly from: string }>(
  months: readonly Month[],
  timeZone: string,
): readonly (Sums & { readonly from: string })[] {
  const known = new Map(months.map((month) => [numberOf(month.from, timeZone), month]));
  const numbers = [...known.keys()];
  if (numbers.length === 0) return [];
  const [first, last] = [Math.min(...numbers), Math.max(...numbers)];
  return Array.from({ length: last - first + 1 }, (_, at) => {
    const number = first + at;
    const begin = { year: Math.floor(number / MONTHS), month: (number % MONTHS) + 1, day: 1 };
    return known.get(number) ?? { from: midnight(begin, timeZone).toISOString(), plays: 0, seconds: 0 };
  });
}

function numberOf(time: string, timeZone: string): number {
  const { year, month } = dayIn(new Date(time), timeZone);
  return year * MONTHS + month - 1;
}

interface Day {
  readonly year: number;
  /** From 1. */
  readonly month: number;
  readonly day: number;
}

function dayIn(time: Date, timeZone: string): Day {
  const { year = 0, month = 0, day = 0 } = clockIn(time, timeZone);
  return { year, month, day };
}

/** When a day begins there. Twice, as the offset may be another one at midnight than at the first guess. */
function midnight({ year, month, day }: Day, timeZone: string): Date {
  const wall = Date.UTC(year, month - 1, day);
  const guess = wall - offsetAt(new Date(wall), timeZone);
  return new Date(wall - offsetAt(new Date(guess), timeZone));
}

function offsetAt(time: Date, timeZone: string): number {
  const { year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0 } = clockIn(time, timeZone);
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(time.getTime() / 1000) * 1000;
}

function clockIn(time: Date, timeZone: string): Readonly<Partial<Record<Intl.DateTimeFormatPartTypes, number>>> {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(time);
  return Object.fromEntries(parts.map(({ type, value }) => [type, Number(value)]));
}
