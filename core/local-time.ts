const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

const formats = new Map<string, Intl.DateTimeFormat>();

/** Whether this names a time zone of the IANA database, such as Europe/Berlin. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z][A-Za-z0-9_+\-/]{0,63}$/.test(name)) return false;
  try {
    formatOf(name);
    return true;
  } catch {
    return false;
  }
}

/** The name by which every system knows a time zone: `PST` is America/Los_Angeles here, and a fixed distance from UTC to PostgreSQL. */
export function zoneName(zone: string): string {
  return formatOf(zone).resolvedOptions().timeZone;
}

/** The beginning of the hour that holds this time, by the clocks of that zone; milliseconds since 1970. */
export function startOfHour(zone: string, at: number): number {
  const offset = offsetAt(zone, at);
  return Math.floor((at + offset) / HOUR_MS) * HOUR_MS - offset;
}

/** The beginning of the day that holds this time, so many days before. Where clocks skip midnight it is the first moment after it. */
export function startOfDay(zone: string, at: number, daysBefore = 0): number {
  const wall = at + offsetAt(zone, at);
  return atWall(zone, (Math.floor(wall / DAY_MS) - daysBefore) * DAY_MS);
}

/** The same time of day, by the clocks of that zone, so many days before. */
export function daysBefore(zone: string, at: number, days: number): number {
  return atWall(zone, at + offsetAt(zone, at) - days * DAY_MS);
}

/** The time at which the clocks show `wall`: the first of two; where they skip it, as long after the skip as it is after the gap's beginning. */
function atWall(zone: string, wall: number): number {
  const [before, after] = [offsetAt(zone, wall - DAY_MS), offsetAt(zone, wall + DAY_MS)];
  const times = [wall - before, wall - after].filter((at) => at + offsetAt(zone, at) === wall);
  return times.length > 0 ? Math.min(...times) : wall - before;
}

/** What the clocks of a zone are ahead of UTC, in milliseconds. */
function offsetAt(zone: string, at: number): number {
  const second = Math.floor(at / 1_000) * 1_000;
  const parts = Object.fromEntries(
    formatOf(zone)
      .formatToParts(second)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second: seconds = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, seconds) - second;
}

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const digits = { year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' } as const;
  const format = new Intl.DateTimeFormat('en-US', { ...digits, timeZone: zone, hourCycle: 'h23' });
  formats.set(zone, format);
  return format;
}
