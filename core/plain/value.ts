import { NO_TIME } from './pair-store';
import { RowFault } from './row-fault';

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const INFINITE = /^[+-]?inf(inity)?$/i;
const DAY_OR_MOMENT = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?)(Z|[+-]\d\d:?\d\d)?)?$/;
const LATEST = 2 ** 31 - 1;
// So many seconds would be the year 5138, so many milliseconds are 1973: what is larger is told in a smaller unit.
const MILLISECONDS_FROM = 1e11;
const MICROSECONDS_FROM = 1e14;

/** A weight as it was written: 1 where nothing is; what is wrong where it is no finite number of 0 and more. */
export function weightOf(text: string): number | RowFault {
  if (text === '') return 1;
  if (INFINITE.test(text)) return RowFault.INFINITE_WEIGHT;
  if (!NUMBER.test(text)) return RowFault.NO_WEIGHT;
  const weight = Math.fround(Number(text));
  if (weight < 0) return RowFault.NEGATIVE_WEIGHT;
  return weight === Number.POSITIVE_INFINITY ? RowFault.INFINITE_WEIGHT : weight;
}

/** A time as it was written, in whole seconds since 1970: a number of seconds, milli- or microseconds, or ISO 8601 (UTC unless it says otherwise); NO_TIME where nothing is. */
export function timeOf(text: string): number | RowFault {
  if (text === '') return NO_TIME;
  const seconds = NUMBER.test(text) ? inSeconds(Number(text)) : momentOf(text);
  return Math.abs(seconds) <= LATEST ? Math.floor(seconds) : RowFault.NO_TIMESTAMP;
}

function inSeconds(value: number): number {
  if (Math.abs(value) >= MICROSECONDS_FROM) return value / 1e6;
  return Math.abs(value) >= MILLISECONDS_FROM ? value / 1e3 : value;
}

function momentOf(text: string): number {
  const [, day, clock = '00:00', zone = 'Z'] = DAY_OR_MOMENT.exec(text) ?? [];
  return day === undefined ? Number.NaN : Date.parse(`${day}T${clock}${zone}`) / 1000;
}
