const FIELDS = [
  { name: 'minutes', least: 0, most: 59 },
  { name: 'hours', least: 0, most: 23 },
  { name: 'days of the month', least: 1, most: 31 },
  { name: 'months', least: 1, most: 12 },
  { name: 'days of the week', least: 0, most: 6 },
] as const;

/** What is wrong with a crontab line of five fields, in words that end a sentence; null when nothing is. Numbers only, as the queue reads them. */
export function crontabFault(text: string): string | null {
  const fields = text.trim().split(/\s+/);
  if (fields.length !== FIELDS.length) return `have five fields (minute, hour, day, month, day of the week), like "0 3 * * *"`;
  const wrong = FIELDS.find(({ least, most }, at) => !fields[at]?.split(',').every((part) => isPart(part, least, most)));
  return wrong ? `have ${wrong.name} from ${wrong.least} to ${wrong.most}, as *, */n, n, n-m or a list of these` : null;
}

/** A crontab line as the numbers that it names, rising; null for a field that names all of them. */
export interface Crontab {
  readonly minutes: readonly number[] | null;
  readonly hours: readonly number[] | null;
  /** Of the month, from 1. */
  readonly days: readonly number[] | null;
  /** From 1. */
  readonly months: readonly number[] | null;
  /** 0 is Sunday. */
  readonly weekdays: readonly number[] | null;
}

/** Reads a line without a fault. */
export function readCrontab(text: string): Crontab {
  const fields = text.trim().split(/\s+/);
  const [minutes = null, hours = null, days = null, months = null, weekdays = null] = FIELDS.map(({ least, most }, at) =>
    numbersOf(fields[at] ?? '*', least, most),
  );
  return { minutes, hours, days, months, weekdays };
}

/** True in the minutes (UTC) that a line names. Where it names days of the month and of the week, one of them is enough, as ever in cron. */
export function strikes({ minutes, hours, ...days }: Crontab, at: Date): boolean {
  return names(minutes, at.getUTCMinutes()) && names(hours, at.getUTCHours()) && isDay(days, at);
}

const DAY_MS = 86_400_000;
/** From one 29 February to the next there are eight years at most. */
const MOST_DAYS = 8 * 366;

/** The next `count` moments after `after` that a line names; fewer, or none, where there are no more in eight years. */
export function nextStrikes(crontab: Crontab, after: Date, count: number): readonly Date[] {
  const { minutes, hours, ...days } = crontab;
  const strikesAt: Date[] = [];
  const first = new Date(after).setUTCHours(0, 0, 0, 0);
  for (let day = 0; day < MOST_DAYS && strikesAt.length < count; day++) {
    const midnight = new Date(first + day * DAY_MS);
    if (!isDay(days, midnight)) continue;
    for (const hour of hours ?? numbers(0, 23)) {
      for (const minute of minutes ?? numbers(0, 59)) {
        const at = new Date(midnight.getTime() + hour * 3_600_000 + minute * 60_000);
        if (at > after && strikesAt.length < count) strikesAt.push(at);
      }
    }
  }
  return strikesAt;
}

function isDay({ days, months, weekdays }: Pick<Crontab, 'days' | 'months' | 'weekdays'>, at: Date): boolean {
  if (!names(months, at.getUTCMonth() + 1)) return false;
  const [ofMonth, ofWeek] = [names(days, at.getUTCDate()), names(weekdays, at.getUTCDay())];
  return days !== null && weekdays !== null ? ofMonth || ofWeek : ofMonth && ofWeek;
}

function names(field: readonly number[] | null, value: number): boolean {
  return field === null || field.includes(value);
}

function numbersOf(field: string, least: number, most: number): readonly number[] | null {
  const all = numbers(least, most);
  const parts = field.split(',').map((part) => {
    const step = /^\*(?:\/(\d+))?$/.exec(part);
    if (step) return all.filter((_, at) => at % Number(step[1] ?? 1) === 0);
    const [from = 0, to = from] = part.split('-').map(Number);
    return numbers(from, to);
  });
  const named = all.filter((value) => parts.some((part) => part.includes(value)));
  return named.length === all.length ? null : named;
}

function numbers(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from + 1 }, (_, at) => from + at);
}

function isPart(part: string, least: number, most: number): boolean {
  const every = /^\*(?:\/(\d+))?$/.exec(part);
  if (every) return every[1] === undefined || Number(every[1]) >= 1;
  const range = /^(\d+)(?:-(\d+))?$/.exec(part);
  if (!range) return false;
  const [from, to] = [Number(range[1]), Number(range[2] ?? range[1])];
  const rises = range[2] === undefined || from < to;
  return from >= least && rises && to <= most;
}
