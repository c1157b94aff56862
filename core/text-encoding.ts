/** How the text of a file is written down. */
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

const LOOKED_AT = 2_000;
const MOSTLY = 0.3;

/**
 * The encoding that the first bytes of a file tell: by its byte order mark, or by the zeros of Latin text in UTF-16. Null where they tell
 * nothing: then it is UTF-8 as long as `utf8Check` finds it valid, else Windows-1252, which holds Latin-1.
 */
export function encodingBySight(first: Uint8Array): TextEncoding | null {
  if (first[0] === 0xff && first[1] === 0xfe) return 'utf-16le';
  if (first[0] === 0xfe && first[1] === 0xff) return 'utf-16be';
  if (first[0] === 0xef && first[1] === 0xbb && first[2] === 0xbf) return 'utf-8';
  const [even, odd] = zerosIn(first.subarray(0, LOOKED_AT));
  if (odd > MOSTLY && even < odd / 4) return 'utf-16le';
  if (even > MOSTLY && odd < even / 4) return 'utf-16be';
  return null;
}

/** The shares of zeros among the bytes at even and at odd places. */
function zerosIn(bytes: Uint8Array): readonly [even: number, odd: number] {
  const zeros = [0, 0];
  for (const [index, byte] of bytes.entries()) if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  const half = Math.max(1, bytes.length / 2);
  return [(zeros[0] ?? 0) / half, (zeros[1] ?? 0) / half];
}

/** Looks whether bytes that come in pieces are UTF-8; `fits` is true so far, and at the end where nothing is cut short. */
export function utf8Check(): { fits(bytes: Uint8Array): boolean; fitsAtEnd(): boolean } {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let valid = true;
  const attempt = (bytes?: Uint8Array): boolean => {
    if (!valid) return false;
    try {
      decoder.decode(bytes, { stream: bytes !== undefined });
    } catch {
      valid = false;
    }
    return valid;
  };
  return { fits: (bytes) => attempt(bytes), fitsAtEnd: () => attempt() };
}

/** Turns bytes that come in pieces into text, without NUL characters, which PostgreSQL cannot store; an unfit byte becomes U+FFFD. Never throws. */
export function textReader(encoding: TextEncoding): { push(bytes: Uint8Array): string; end(): string } {
  const decoder = new TextDecoder(encoding);
  const stored = (text: string): string => (text.includes('\u0000') ? text.replaceAll('\u0000', '') : text);
  return { push: (bytes) => stored(decoder.decode(bytes, { stream: true })), end: () => stored(decoder.decode()) };
}
