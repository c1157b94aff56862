/** In what order a file writes its dates. */
export enum DateOrder {
  DAY_FIRST = 'DAY_FIRST',
  MONTH_FIRST = 'MONTH_FIRST',
  YEAR_FIRST = 'YEAR_FIRST',
}

type Fields = readonly [first: number, second: number, third: number];

const DATE = /^\D{0,3}(\d{1,4})\s*[./\-年 ]\s*(\d{1,2})\s*[./\-月 ]\s*(\d{1,4})(?!\d)/u;
const EARLIEST = Date.UTC(1990, 0, 1);
const DAY_MS = 86_400_000;
/** A file that is not sorted tells no order by its sequence; one slip in fifty may be a row put in by hand. */
const MOST_SLIPS = 0.02;

/** True for a text that may be a date. */
export function isDate(text: string): boolean {
  return fieldsOf(text) !== null;
}

/** The day of a text, as midnight UTC; null where it is no day from 1990 until a day after `now`. */
export function dayOf(text: string, order: DateOrder, now: Date): Date | null {
  const fields = fieldsOf(text);
  const day = fields === null ? null : timeOf(fields, order);
  return day === null || day < EARLIEST || day > now.getTime() + DAY_MS ? null : new Date(day);
}

/** The order in which the dates of a whole file are written, newest first as exports are; null where it stays open. */
export function dateOrderOf(dates: readonly string[], now: Date): DateOrder | null {
  const all = dates.map(fieldsOf).filter((fields) => fields !== null);
  if (all.length === 0) return null;
  if (all.filter(([first]) => first > 31).length > all.length / 2) return DateOrder.YEAR_FIRST;
  const [dayFirst, monthFirst] = [all.filter(([first]) => first > 12).length, all.filter(([, second]) => second > 12).length];
  if (dayFirst !== monthFirst) return dayFirst > monthFirst ? DateOrder.DAY_FIRST : DateOrder.MONTH_FIRST;
  // No country writes the month first with dots.
  if (dates.every((text) => /^\s*\d+\.\s*\d+\.\s*\d+/.test(text))) return DateOrder.DAY_FIRST;
  if (all.every(([first, second]) => first === second)) return DateOrder.DAY_FIRST;
  return bySequence(all, now);
}

function bySequence(all: readonly Fields[], now: Date): DateOrder | null {
  const slips = (order: DateOrder): number => {
    const times = all.map((fields) => timeOf(fields, order) ?? Number.NaN);
    const wrong = times.filter((at, index) => !(at <= now.getTime() + DAY_MS) || at > (times[index - 1] ?? at)).length;
    return wrong / all.length;
  };
  const [dayFirst, monthFirst] = [slips(DateOrder.DAY_FIRST), slips(DateOrder.MONTH_FIRST)];
  if (dayFirst <= MOST_SLIPS && monthFirst > Math.max(MOST_SLIPS, 2 * dayFirst)) return DateOrder.DAY_FIRST;
  if (monthFirst <= MOST_SLIPS && dayFirst > Math.max(MOST_SLIPS, 2 * monthFirst)) return DateOrder.MONTH_FIRST;
  return null;
}

function fieldsOf(text: string): Fields | null {
  const found = DATE.exec(text.slice(0, 60).normalize('NFKC').trim());
  return found === null ? null : [Number(found[1]), Number(found[2]), Number(found[3])];
}

/** Milliseconds since 1970; null for a day that there is not, as 31 February. */
function timeOf([first, second, third]: Fields, order: DateOrder): number | null {
  const yearFirst = first > 31 || order === DateOrder.YEAR_FIRST;
  const ofLast = order === DateOrder.MONTH_FIRST ? [third, first, second] : [third, second, first];
  const [short = 0, month = 0, day = 0] = yearFirst ? [first, second, third] : ofLast;
  const year = short < 100 ? 2000 + short : short;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.getTime() : null;
}
