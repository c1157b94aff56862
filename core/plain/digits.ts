const ZERO = 48;
const ONE = 49;
const NINE = 57;
const DOT = 46;
/** Of a field that is not written plainly. */
const NOT_PLAIN = -1;

/** As many digits are below 2^31 whatever they are. */
export const MOST_DIGITS = 9;
const POWERS = Float64Array.from({ length: MOST_DIGITS + 1 }, (_, digits) => 10 ** digits);

/** Where the digits from here end, `to` at the latest. */
export function digitsEnd(bytes: Uint8Array, from: number, to = bytes.length): number {
  let at = from;
  while (at < to && (bytes[at] as number) >= ZERO && (bytes[at] as number) <= NINE) at++;
  return at;
}

/** The whole number that these digits write, below 2^31, behind those of `start`. */
export function wholeNumber(bytes: Uint8Array, from: number, to: number, start = 0): number {
  let value = start;
  for (let at = from; at < to; at++) value = Math.imul(value, 10) + (bytes[at] as number) - ZERO;
  return value;
}

/** True for digits that an id table takes as a number: no zero before others, nine at most. */
export function isPlainId(bytes: Uint8Array, from: number, digits: number): boolean {
  return digits > from && digits - from <= MOST_DIGITS && (bytes[from] !== ZERO || digits === from + 1);
}

/** True for digits that are seconds below 2 x 10^9, which is in 2033. */
export function isPlainTime(bytes: Uint8Array, from: number, digits: number): boolean {
  return digits > from && (digits - from <= MOST_DIGITS || (digits - from === MOST_DIGITS + 1 && bytes[from] === ONE));
}

/** The id that a whole field writes as a number; -1: it is written otherwise. */
export function plainId(bytes: Uint8Array, from: number, to: number): number {
  return digitsEnd(bytes, from, to) === to && isPlainId(bytes, from, to) ? wholeNumber(bytes, from, to) : NOT_PLAIN;
}

/** The seconds that a whole field writes; -1: they are written otherwise. */
export function plainTime(bytes: Uint8Array, from: number, to: number): number {
  return digitsEnd(bytes, from, to) === to && isPlainTime(bytes, from, to) ? wholeNumber(bytes, from, to) : NOT_PLAIN;
}

/** The weight that a whole field writes, like 4 or 3.5; -1: it is written otherwise. */
export function plainWeight(bytes: Uint8Array, from: number, to: number): number {
  const dot = digitsEnd(bytes, from, to);
  const end = bytes[dot] === DOT && dot < to ? digitsEnd(bytes, dot + 1, to) : dot;
  if (dot === from || end !== to || to - from > MOST_DIGITS) return NOT_PLAIN;
  const whole = wholeNumber(bytes, from, dot);
  // Both are whole numbers below 2^53, so the quotient is the nearest number to what is written.
  return to > dot + 1 ? wholeNumber(bytes, dot + 1, to, whole) / (POWERS[to - dot - 1] as number) : whole;
}
