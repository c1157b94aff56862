/** PostgreSQL stores neither NUL nor half a surrogate pair. */
const UNSTORABLE = /[\0\p{Surrogate}]/u;

/** True for a text of `least` to `most` characters that can be stored. */
export function isText(text: string, most: number, least = 0): boolean {
  return text.length >= least && text.length <= most && !UNSTORABLE.test(text);
}
