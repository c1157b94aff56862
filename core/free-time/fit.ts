/** What of a title fits into a time. */
export interface Fit {
  /** So long it takes. */
  readonly seconds: number;
  /** So many pages of a book. */
  readonly pages: number | null;
  /** The episode of a show that comes next. */
  readonly episodeId: number | null;
  /** Tracks that fill the time together, in the order in which to play them; the title is one of them. */
  readonly playlist: readonly number[] | null;
}

// Usual for a paperback, and for silent reading of English: 238 words a minute in Brysbaert 2019, a mean over 190 studies.
const WORDS_A_PAGE = 250;
const WORDS_A_MINUTE = 240;
const SECONDS_A_PAGE = (60 * WORDS_A_PAGE) / WORDS_A_MINUTE;

/** How many whole pages can be read in so many seconds: 250 words a page, 240 words a minute. */
export function pagesIn(seconds: number): number {
  return Math.floor(seconds / SECONDS_A_PAGE);
}

/** How long so many pages take, in whole seconds, rounded up. */
export function readingSeconds(pages: number): number {
  return Math.ceil(pages * SECONDS_A_PAGE);
}
