const ZERO = 48;
const ONE = 49;
const NINE = 57;

/** As many digits are below 2^31 whatever they are. */
export const MOST_DIGITS = 9;

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
