/** A client's clock may be this far off before `sentAt` corrects it: below, the difference is the network's. */
const TRUSTED_SKEW_MS = 5_000;
/** An event may lie this far ahead, after correction; then it counts as of now. */
const MOST_AHEAD_MS = 86_400_000;
const EARLIEST = Date.UTC(1990, 0, 1);
const ISO_TIME = /^(\d{4})-(\d\d)-(\d\d)T\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:?\d\d)$/;

const EXPECTED = 'an ISO-8601 time with its zone, for example 2026-01-31T20:15:00Z';

/** How many milliseconds to add to the times of a client that says it sent at `sentAt`; null when `sentAt` is no time. */
export function clockSkew(sentAt: unknown, now: Date): number | null {
  if (sentAt === null || sentAt === undefined) return 0;
  const sent = parseTime(sentAt);
  if (sent === null) return null;
  const skewMs = now.getTime() - sent.getTime();
  return Math.abs(skewMs) > TRUSTED_SKEW_MS ? skewMs : 0;
}

/** The time of an event on the server's clock, or what was expected. Nothing occurs after it was received: a little ahead means now. */
export function readTime(value: unknown, { now, skewMs }: { now: Date; skewMs: number }): Date | { readonly expected: string } {
  const told = parseTime(value);
  if (told === null) return { expected: EXPECTED };
  const at = told.getTime() + skewMs;
  if (at > now.getTime() + MOST_AHEAD_MS) return { expected: 'a time at most one day ahead of the server' };
  if (at < EARLIEST) return { expected: 'a time after 1990' };
  return new Date(Math.min(at, now.getTime()));
}

function parseTime(value: unknown): Date | null {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value;
  if (typeof value !== 'string' || value.length > 40) return null;
  const [, year, month, day] = ISO_TIME.exec(value) ?? [];
  const at = new Date(value);
  if (day === undefined || Number.isNaN(at.getTime())) return null;
  // JavaScript reads 31 February as 3 March.
  return Number(day) <= new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate() ? at : null;
}
