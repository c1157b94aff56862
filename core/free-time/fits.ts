import { type Columns, KINDS, UNKNOWN } from '../columns';
import { TitleKind } from '../title';
import { episodesIn } from './episodes';
import { pagesIn } from './fit';

const SHOW = KINDS.indexOf(TitleKind.SHOW);
const BOOK = KINDS.indexOf(TitleKind.BOOK);

/**
 * Whether anything of a row fits into so many seconds, whoever has them: a whole film, clip or track, one page of a book, any episode of
 * a show. What has no known length never fits.
 */
export function fitsIn(columns: Columns, available: number): (row: number) => boolean {
  const { kind, seconds, pages } = columns;
  const fits = (row: number): boolean => (seconds[row] as number) !== UNKNOWN && (seconds[row] as number) <= available;
  const readsPages = pagesIn(available) > 0;
  return (row) => {
    if (kind[row] === SHOW) return episodesIn(columns).get(row)?.some(fits) ?? false;
    if (kind[row] === BOOK) return readsPages && (pages[row] as number) > 0;
    return fits(row);
  };
}
