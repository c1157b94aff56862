import { badInput } from '../errors';
import { isTimeZone } from '../local-time';
import { isText } from '../text';
import type { TitleKind } from '../title';

/** Which plays are added up, and by whose clocks. */
export interface InsightsWindow {
  readonly timeZone: string;
  /** Begun at this time or later, and before that one. */
  readonly from: Date | null;
  readonly until: Date | null;
  /** By what they are listed as: an episode is of its show's kind. Null or empty: all. */
  readonly kinds: readonly TitleKind[] | null;
  readonly importId: number | null;
}

/** The plays behind one total; every field that is given must hold. */
export interface PlayFilter {
  readonly kind?: TitleKind;
  /** A title, or a show with all its episodes. */
  readonly titleId?: number;
  readonly actor?: string;
  readonly genre?: string;
  /** Any time of the month. */
  readonly month?: Date;
  readonly weekday?: number;
  readonly hour?: number;
}

/** As many places as a list of insights has, unless it is told, and may have. */
export const DEFAULT_PLACES = 10;
export const MOST_PLACES = 100;
const LAST_YEAR = 9_999;
const LONGEST_NAME = 500;

/** Throws BAD_INPUT on the first field of `input` that cannot be used. */
export function checkWindow({
  timeZone,
  from,
  until,
  first,
}: Omit<InsightsWindow, 'kinds' | 'importId'> & { readonly first: number }): void {
  if (!isTimeZone(timeZone)) throw badInput('input.timeZone', 'timeZone is not one that we know.', 'an IANA name such as Europe/Berlin');
  checkTime(from, 'input.from');
  checkTime(until, 'input.until');
  if (from !== null && until !== null && from >= until)
    throw badInput('input.until', 'until does not come after from.', `a time after ${from.toISOString()}`);
  if (!(Number.isInteger(first) && first >= 1 && first <= MOST_PLACES))
    throw badInput('input.first', `first is out of range: it came as ${first}.`, `a whole number from 1 to ${MOST_PLACES}`);
}

/** Throws BAD_INPUT on the first field of `of` that cannot be used. */
export function checkPlayFilter({ actor, genre, month, weekday, hour }: PlayFilter): void {
  for (const [field, text] of Object.entries({ actor, genre }))
    if (text !== undefined && !isText(text, LONGEST_NAME, 1))
      throw badInput(`of.${field}`, `${field} cannot be used.`, `1 to ${LONGEST_NAME} letters`);
  checkTime(month ?? null, 'of.month');
  if (weekday !== undefined && !(weekday >= 1 && weekday <= 7))
    throw badInput('of.weekday', `weekday is out of range: it came as ${weekday}.`, '1 (Monday) to 7 (Sunday)');
  if (hour !== undefined && !(hour >= 0 && hour <= 23))
    throw badInput('of.hour', `hour is out of range: it came as ${hour}.`, 'a whole number from 0 to 23');
}

/** JavaScript knows times that PostgreSQL cannot hold. */
function checkTime(time: Date | null, field: string): void {
  const year = time?.getUTCFullYear() ?? 1;
  if (!(year >= 1 && year <= LAST_YEAR)) throw badInput(field, 'The time is out of range.', `a time of the years 1 to ${LAST_YEAR}`);
}
