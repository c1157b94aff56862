export type DayOrder = 'DAY_FIRST' | 'MONTH_FIRST';

const DATE = /^\D*(\d{1,4})\D+(\d{1,2})\D+(\d{1,4})/;
const MONTHS = 12;

/**
 * A date of a file as it would be read, midnight UTC; null where it is none. A year stands last, or first where it has four digits; one
 * of two digits is of this century.
 */
export function readAs(sample: string, order: DayOrder): Date | null {
  const [, first = '', second = '', third = ''] = DATE.exec(sample) ?? [];
  const isYearFirst = first.length === 4;
  const [one, other] = isYearFirst ? [second, third] : [first, second];
  const [day, month] = order === 'DAY_FIRST' ? [Number(one), Number(other)] : [Number(other), Number(one)];
  const told = Number(isYearFirst ? first : third);
  const year = told < 100 ? 2_000 + told : told;
  const date = new Date(Date.UTC(year, month - 1, day));
  return month >= 1 && month <= MONTHS && date.getUTCDate() === day ? date : null;
}

/** The days of some dates, written out, in a language; what cannot be read is left out. */
export function written(samples: readonly string[], order: DayOrder, language: string): readonly string[] {
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' });
  return samples.flatMap((sample) => {
    const date = readAs(sample, order);
    return date === null ? [] : format.format(date);
  });
}
