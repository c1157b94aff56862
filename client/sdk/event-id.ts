/**
 * A time-ordered UUID (RFC 9562, version 7) of the time `now`, in milliseconds since 1970. Ids are no secrets and need be unique among
 * one person's only, so `Math.random`, which every page and shell has, is chance enough.
 */
export function eventId(now: number): string {
  const time = hex(now, 12);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${chance(3)}-a${chance(3)}-${chance(12)}`;
}

const chance = (digits: number): string => hex(Math.random() * 16 ** digits, digits);

const hex = (number: number, digits: number): string => Math.floor(number).toString(16).padStart(digits, '0');
