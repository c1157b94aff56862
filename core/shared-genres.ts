import { type Columns, genresOf, hasGenre } from './columns';

/** How alike the genres of two rows are: those of both over those of either (Jaccard), 0 to 1; 0 where neither has any. */
export function sharedGenres(columns: Columns, row: number, other: number): number {
  const [own, others] = [genresOf(columns, row), genresOf(columns, other)];
  const both = own.filter((genre) => hasGenre(columns, other, genre)).length;
  const either = own.length + others.length - both;
  return either === 0 ? 0 : both / either;
}
