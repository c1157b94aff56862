import { useWords } from '../words/language';

interface At {
  readonly occurredAt: string;
  readonly timed: boolean;
}

/** 1 January 2024 was a Monday. */
const A_MONDAY = Date.UTC(2024, 0, 1);
const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** Times in the language in use, by the clocks of a time zone. */
export function useTimes(timeZone: string) {
  const { language } = useWords();
  const written = (at: string | number, options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat(language, { timeZone, ...options }).format(new Date(at));
  return {
    /** When a play began; of a day without a time only the day. */
    playedAt: ({ occurredAt, timed }: At): string =>
      timed
        ? written(occurredAt, { dateStyle: 'medium', timeStyle: 'short' })
        : written(occurredAt, { dateStyle: 'medium', timeZone: 'UTC' }),
    day: ({ occurredAt, timed }: At): string => written(occurredAt, { dateStyle: 'medium', ...(!timed && { timeZone: 'UTC' }) }),
    month: (from: string): string => written(from, { month: 'long', year: 'numeric' }),
    shortMonth: (from: string): string => written(from, { month: 'short' }),
    year: (from: string): string => written(from, { year: 'numeric' }),
    isJanuary: (from: string): boolean => new Intl.DateTimeFormat('en', { timeZone, month: 'numeric' }).format(new Date(from)) === '1',
    /** 1: Monday. */
    weekday: (weekday: number, length: 'long' | 'short'): string =>
      written(A_MONDAY + (weekday - 1) * DAY_MS, { weekday: length, timeZone: 'UTC' }),
    hour: (hour: number): string => written(A_MONDAY + hour * HOUR_MS, { hour: 'numeric', minute: '2-digit', timeZone: 'UTC' }),
    shortHour: (hour: number): string => written(A_MONDAY + hour * HOUR_MS, { hour: 'numeric', timeZone: 'UTC' }),
  };
}
