import { type Crontab, readCrontab } from './crontab';

const WEEKDAYS = ['Sundays', 'Mondays', 'Tuesdays', 'Wednesdays', 'Thursdays', 'Fridays', 'Saturdays'];
const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];
/** More times of a day than these are told by their fields. */
const MOST_TIMES = 4;

/** What a crontab line without a fault means, as a phrase: "at 03:00 UTC, on Mondays and Fridays". */
export function crontabWords(text: string): string {
  const crontab = readCrontab(text);
  return [timeOf(crontab), dayOf(crontab), monthOf(crontab)].filter((part) => part !== null).join(', ');
}

function timeOf({ minutes, hours }: Crontab): string {
  if (hours === null) return minutesOf(minutes);
  if (minutes === null) return `every minute ${hoursOf(hours)}`;
  if (minutes.length * hours.length > MOST_TIMES) return `${minutesOf(minutes)}, ${hoursOf(hours)}`;
  const times = hours.flatMap((hour) => minutes.map((minute) => `${two(hour)}:${two(minute)}`));
  return `at ${listed(times)} UTC`;
}

function minutesOf(minutes: readonly number[] | null): string {
  if (minutes === null) return 'every minute';
  const [first = 0, second = 60 + first] = minutes;
  const step = second - first;
  const even = minutes.length > 1 && first === 0 && 60 % step === 0 && minutes.length === 60 / step;
  if (even) return `every ${step} minutes`;
  return `at ${minutes.length === 1 ? 'minute' : 'minutes'} ${spans(minutes)} of every hour`;
}

function hoursOf(hours: readonly number[]): string {
  return `of the ${hours.length === 1 ? 'hour' : 'hours'} ${spans(hours)} UTC`;
}

function dayOf({ days, weekdays }: Crontab): string | null {
  const ofMonth = days === null ? null : `on ${days.length === 1 ? 'day' : 'days'} ${spans(days)} of the month`;
  const ofWeek = weekdays === null ? null : `on ${listed(weekdays.map((day) => WEEKDAYS[day] ?? ''))}`;
  if (ofMonth !== null && ofWeek !== null) return `${ofMonth} or ${ofWeek}`;
  return ofMonth ?? ofWeek;
}

function monthOf({ months }: Crontab): string | null {
  return months === null ? null : `in ${listed(months.map((month) => MONTHS[month - 1] ?? ''))}`;
}

/** Three and more in a row are told by their ends. */
function spans(values: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const value of values) {
    const last = runs.at(-1);
    if (last && last[1] === value - 1) last[1] = value;
    else runs.push([value, value]);
  }
  return listed(
    runs.flatMap(([from, to]) => (to - from < 2 ? values.filter((value) => value >= from && value <= to).map(String) : `${from} to ${to}`)),
  );
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
