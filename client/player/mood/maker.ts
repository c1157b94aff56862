import type { MoodPlaceFragment } from '../generated/documents';

const MAKERS: ReadonlySet<string> = new Set(['AUTHOR', 'ARTIST']);

/** Who wrote a book or plays a track; null for other kinds, and where that is not known. */
export function nameOfMaker(credits: MoodPlaceFragment['title']['credits']): string | null {
  return credits.find(({ role }) => MAKERS.has(role))?.name ?? null;
}
