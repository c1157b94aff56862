/**
 * The text of a file whose encoding nobody told: UTF-8 or UTF-16 by its byte order mark, else UTF-8 where it is valid, else Windows-1252
 * (which holds Latin-1). It never throws. NUL characters, which PostgreSQL cannot store, are dropped.
 */
export function decodeText(bytes: Uint8Array): string {
  return decoded(bytes).replaceAll('\u0000', '');
}

function decoded(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return new TextDecoder('utf-8').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
