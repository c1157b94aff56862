import { type DateOrder, dayOf } from './day';

/** When a row was watched; where only the day is known it is midnight in UTC, and `timed` is false. */
export interface RowTime {
  readonly at: Date;
  readonly timed: boolean;
}

const CLOCK = /[\sT](\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?(?:\s*([ap])\.?m\b)?/iu;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/**
 * When a row was watched. The clock of a short export is none: a spreadsheet that saved it anew writes midnight behind each day. Null for a
 * text without a day from 1990 until a day after `now`.
 */
export function rowTimeOf(
  date: string,
  order: DateOrder,
  { now, clocked }: { readonly now: Date; readonly clocked: boolean },
): RowTime | null {
  const day = dayOf(date, order, now);
  if (day === null) return null;
  const clock = clocked ? clockOf(date.slice(0, 60)) : null;
  if (clock === null) return { at: day, timed: false };
  const at = day.getTime() + clock;
  return at > now.getTime() + DAY_MS ? null : { at: new Date(at), timed: true };
}

/** Milliseconds since midnight; null where there is no time of day. */
function clockOf(text: string): number | null {
  const [all, hours = '', minutes = '', seconds = '0', half = ''] = CLOCK.exec(text.normalize('NFKC')) ?? [];
  const noon = half.toLowerCase();
  const hour = noon === '' ? Number(hours) : (Number(hours) % 12) + (noon === 'p' ? 12 : 0);
  const fits = all !== undefined && hour < 24 && Number(minutes) < 60 && Number(seconds) < 60;
  return fits ? hour * HOUR_MS + Number(minutes) * 60_000 + Number(seconds) * 1_000 : null;
}
