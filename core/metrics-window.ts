import { daysBefore, startOfDay, startOfHour } from './local-time';
import { SLOT_MS, slotOf } from './slot';

/** How much of the past a dashboard shows. */
export enum MetricsPeriod {
  /** This hour so far and the 23 before it. */
  DAY = 'DAY',
  /** Today so far and the 6 days before it. */
  WEEK = 'WEEK',
  /** Today so far and the 29 days before it. */
  MONTH = 'MONTH',
}

/** What one point of a chart stands for. */
export enum MetricsBucket {
  HOUR = 'HOUR',
  DAY = 'DAY',
}

/** A stretch of time in pieces, in milliseconds since 1970: each piece ends where the next begins, the last one at `until`. */
export interface Stretch {
  readonly starts: readonly number[];
  readonly until: number;
}

/** What is counted, and what it is compared with. */
export interface MetricsWindow {
  readonly bucket: MetricsBucket;
  readonly now: Stretch;
  /** The same weekdays and times of day, up to the same moment: a week before, of a month five weeks. */
  readonly before: Stretch;
}

const HOURS = 24;
const HOUR_MS = 3_600_000;
const DAYS = { [MetricsPeriod.WEEK]: 7, [MetricsPeriod.MONTH]: 30 } as const;
/** Five weeks are the least that keep weekdays and do not overlap 30 days. */
const SHIFT_DAYS = { [MetricsPeriod.DAY]: 7, [MetricsPeriod.WEEK]: 7, [MetricsPeriod.MONTH]: 35 } as const;

/** The window of a period that ends now, by the clocks of a time zone. */
export function metricsWindow(period: MetricsPeriod, zone: string, now: number): MetricsWindow {
  const shift = SHIFT_DAYS[period];
  const until = slotOf(now) + SLOT_MS;
  if (period === MetricsPeriod.DAY) {
    const first = startOfHour(zone, now) - (HOURS - 1) * HOUR_MS;
    const hoursFrom = (from: number): readonly number[] => Array.from({ length: HOURS }, (_, hour) => from + hour * HOUR_MS);
    const firstBefore = daysBefore(zone, first, shift);
    return {
      bucket: MetricsBucket.HOUR,
      now: { starts: hoursFrom(first), until },
      before: { starts: hoursFrom(firstBefore), until: nearestSlot(firstBefore + now - first) },
    };
  }
  const days = DAYS[period];
  const daysFrom = (back: number): readonly number[] =>
    Array.from({ length: days }, (_, day) => startOfDay(zone, now, back + days - 1 - day));
  return {
    bucket: MetricsBucket.DAY,
    now: { starts: daysFrom(0), until },
    before: { starts: daysFrom(shift), until: nearestSlot(daysBefore(zone, now, shift)) },
  };
}

/** The edges of all pieces of a window, in order; see `pieceAt`. */
export function boundsOf({ now, before }: MetricsWindow): readonly Date[] {
  return [...before.starts, before.until, ...now.starts, now.until].map((at) => new Date(at));
}

/** Which piece lies between two of those edges; null for the time between the two stretches. */
export function pieceAt({ now, before }: MetricsWindow, index: number): { readonly of: 'now' | 'before'; readonly piece: number } | null {
  if (index < before.starts.length) return { of: 'before', piece: index };
  const piece = index - before.starts.length - 1;
  return piece >= 0 && piece < now.starts.length ? { of: 'now', piece } : null;
}

function nearestSlot(at: number): number {
  return slotOf(at + SLOT_MS / 2);
}
