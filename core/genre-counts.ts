import { type Columns, genresOf, KINDS } from './columns';
import type { TitleKind } from './title';

/** How many titles of a kind have a genre. */
export interface GenreCount {
  readonly kind: TitleKind;
  readonly genre: string;
  readonly titles: number;
}

/** The genres of the titles that lists may hold, most titles first, then by name. */
export function genreCounts(columns: Columns): readonly GenreCount[] {
  const { names } = columns.genreNames;
  const counts = new Int32Array(KINDS.length * names.length);
  for (let row = 0; row < columns.size; row++) {
    if (columns.listed[row] !== 1) continue;
    const from = (columns.kind[row] as number) * names.length;
    for (const genre of genresOf(columns, row)) counts[from + genre] = (counts[from + genre] as number) + 1;
  }
  return KINDS.flatMap((kind, at) => names.map((genre, code) => ({ kind, genre, titles: counts[at * names.length + code] as number })))
    .filter(({ titles }) => titles > 0)
    .sort((a, b) => b.titles - a.titles || (a.genre < b.genre ? -1 : 1));
}
