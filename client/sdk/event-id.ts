const HEX = 16;

/** A time-ordered UUID (RFC 9562, version 7) of the time `now`, in milliseconds since 1970. */
export function eventId(now: number): string {
  const time = Math.floor(now).toString(HEX).padStart(12, '0');
  const chance = [...randomBytes()].map((byte) => byte.toString(HEX).padStart(2, '0')).join('');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${chance.slice(0, 3)}-a${chance.slice(3, 6)}-${chance.slice(6, 18)}`;
}

/** `crypto.randomUUID` is missing on pages without TLS, `getRandomValues` is not. */
function randomBytes(): Uint8Array {
  const bytes = new Uint8Array(9);
  if (typeof crypto === 'object') return crypto.getRandomValues(bytes);
  return bytes.map(() => Math.random() * 256);
}
