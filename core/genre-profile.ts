import { type Columns, codeOf, genresOf, KINDS } from './columns';
import type { Past } from './fold-in';
import type { Preferences } from './user';

/** How much a person likes each genre: weights of 0 to 1, one place per kind and genre. */
export interface GenreProfile {
  readonly genres: number;
  /** From preferences. */
  readonly told: Float64Array;
  /** From preferences and from what they liked in the past, of any kind. */
  readonly all: Float64Array;
}

/** The liked genres of a person; `past.index` holds catalogue rows. */
export function genreProfile(columns: Columns, past: Past, preferences: Preferences): GenreProfile {
  const genres = columns.genreNames.names.length;
  const told = new Float64Array(KINDS.length * genres);
  KINDS.forEach((kind, at) => {
    for (const [name, weight] of Object.entries(preferences.genres?.[kind] ?? {})) {
      const genre = codeOf(columns.genreNames, name);
      if (genre >= 0) told[at * genres + genre] = weight;
    }
  });
  const shown = shownGenres(columns, past);
  return { genres, told, all: told.map((weight, at) => Math.max(weight, shown[at % genres] as number)) };
}

/** How well a row fits liked genres: the sum over its genres / sqrt(how many it has), so that a long list of genres is no advantage. */
export function affinityOf(columns: Columns, row: number, weights: Float64Array): number {
  const { genres, genreWidth } = columns;
  const from = (columns.kind[row] as number) * columns.genreNames.names.length;
  let sum = 0;
  let count = 0;
  // The loop of `genresOf` without its array: every row of the catalogue may pass here once a request.
  for (let word = 0; word < genreWidth; word++) {
    for (let bits = genres[row * genreWidth + word] as number; bits !== 0; bits &= bits - 1) {
      sum += weights[from + word * 32 + 31 - Math.clz32(bits & -bits)] as number;
      count++;
    }
  }
  return count === 0 ? 0 : sum / Math.sqrt(count);
}

/** The name of the row's genre that the person likes most; null when they like none of them. */
export function likedGenre(columns: Columns, row: number, weights: Float64Array): string | null {
  const from = (columns.kind[row] as number) * columns.genreNames.names.length;
  let best = 0;
  let name: string | null = null;
  for (const genre of genresOf(columns, row)) {
    const weight = weights[from + genre] as number;
    if (weight <= best) continue;
    best = weight;
    name = columns.genreNames.names[genre] ?? null;
  }
  return name;
}

// Confidence of liked titles summed by genre, the strongest genre scaled to 1.
function shownGenres(columns: Columns, past: Past): Float64Array {
  const shown = new Float64Array(columns.genreNames.names.length);
  const { genres, genreWidth } = columns;
  for (let place = 0; place < past.index.length; place++) {
    if (past.preference[place] !== 1) continue;
    const from = (past.index[place] as number) * genreWidth;
    const weight = past.weight[place] as number;
    for (let word = 0; word < genreWidth; word++) {
      for (let bits = genres[from + word] as number; bits !== 0; bits &= bits - 1) {
        const genre = word * 32 + 31 - Math.clz32(bits & -bits);
        shown[genre] = (shown[genre] as number) + weight;
      }
    }
  }
  const most = shown.reduce((max, weight) => Math.max(max, weight), 0);
  return most === 0 ? shown : shown.map((weight) => weight / most);
}
