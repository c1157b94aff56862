import { apollo } from '../api/apollo';
import { HistoryDocument, type HistoryQuery } from '../generated/documents';
import { csvOf } from './csv';

export type Past = HistoryQuery['history']['nodes'][number];

const PAGE = 200;
const HEAD = [
  'title',
  'kind',
  'year',
  'titleId',
  'coverage',
  'secondsPlayed',
  'mediaSeconds',
  'plays',
  'clicks',
  'completions',
  'rating',
  'opinion',
  'firstAt',
  'lastAt',
];

/** Reads a whole history, page by page; tells how much is there so far. Rejects when a page cannot be had. */
export async function wholePast(tell: (count: number) => void): Promise<readonly Past[]> {
  const past: Past[] = [];
  let after: string | null = null;
  do {
    const { data }: { data?: HistoryQuery } = await apollo.query({
      query: HistoryDocument,
      variables: { first: PAGE, after },
      fetchPolicy: 'no-cache',
    });
    if (!data) throw new Error('A page of the history is missing.');
    past.push(...data.history.nodes);
    tell(past.length);
    after = data.history.pageInfo.hasNextPage ? data.history.pageInfo.endCursor : null;
  } while (after !== null);
  return past;
}

/** As JSON with nothing left out. */
export const pastAsJson = (past: readonly Past[]): string => JSON.stringify(past, null, 2);

/** As a table: one row a title. */
export function pastAsCsv(past: readonly Past[]): string {
  const rows = past.map((each) => [
    each.title?.name ?? null,
    each.title?.kind ?? null,
    each.title?.year ?? null,
    each.title?.id ?? null,
    each.coverage,
    each.secondsPlayed,
    each.mediaSeconds,
    each.plays,
    each.clicks,
    each.completions,
    each.rating,
    each.opinion,
    each.firstAt,
    each.lastAt,
  ]);
  return csvOf([HEAD, ...rows]);
}

/** Gives a text to the browser to be kept as a file. */
export function keepFile(name: string, type: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has taken it over by the next turn.
  setTimeout(() => URL.revokeObjectURL(url));
}
