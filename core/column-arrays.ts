import type { Columns } from './columns';
import { type Dictionary, NO_NAMES } from './dictionary';
import { SOUNDS } from './sound';
import type { Availability } from './title';

/** Columns that are still being filled. */
export type Fresh = Columns & { readonly windows: Map<number, readonly Availability[]> };

/** The columns of an empty catalogue. */
export const NO_COLUMNS: Columns = {
  size: 0,
  ids: new Float64Array(0),
  rowOf: new Map(),
  kind: new Uint8Array(0),
  listed: new Uint8Array(0),
  blocked: new Uint8Array(0),
  above: new Float64Array(0),
  listedAs: new Int32Array(0),
  year: new Int32Array(0),
  seconds: new Int32Array(0),
  pages: new Int32Array(0),
  episode: new Int32Array(0),
  sound: new Float32Array(0),
  age: new Int8Array(0),
  category: new Int32Array(0),
  language: new Int32Array(0),
  words: NO_NAMES,
  genreNames: NO_NAMES,
  genreWidth: 1,
  genres: new Uint32Array(0),
  ratingCount: new Float64Array(0),
  created: new Float64Array(0),
  windows: new Map(),
};

/** The arrays of a catalogue with the rows of `rowOf`: old rows keep what they hold. */
export function enlarged(
  old: Columns,
  rowOf: ReadonlyMap<number, number>,
  dictionaries: { readonly genreNames: Dictionary; readonly words: Dictionary },
): Fresh {
  const size = rowOf.size;
  const genreWidth = Math.max(1, Math.ceil(dictionaries.genreNames.names.length / 32));
  return {
    ...dictionaries,
    size,
    rowOf,
    genreWidth,
    ids: longer(old.ids, new Float64Array(size)),
    kind: longer(old.kind, new Uint8Array(size)),
    listed: longer(old.listed, new Uint8Array(size)),
    blocked: longer(old.blocked, new Uint8Array(size)),
    above: longer(old.above, new Float64Array(size)),
    listedAs: new Int32Array(size),
    year: longer(old.year, new Int32Array(size)),
    seconds: longer(old.seconds, new Int32Array(size)),
    pages: longer(old.pages, new Int32Array(size)),
    episode: longer(old.episode, new Int32Array(size)),
    sound: longer(old.sound, new Float32Array(size * SOUNDS.length)),
    age: longer(old.age, new Int8Array(size)),
    category: longer(old.category, new Int32Array(size)),
    language: longer(old.language, new Int32Array(size)),
    ratingCount: longer(old.ratingCount, new Float64Array(size)),
    created: longer(old.created, new Float64Array(size)),
    genres: widened(old, new Uint32Array(size * genreWidth), genreWidth),
    windows: new Map(old.windows),
  };
}

function longer<T extends { set(source: T): void }>(old: T, fresh: T): T {
  fresh.set(old);
  return fresh;
}

function widened(old: Columns, fresh: Uint32Array, width: number): Uint32Array {
  if (width === old.genreWidth) return longer(old.genres, fresh);
  for (let row = 0; row < old.size; row++) {
    fresh.set(old.genres.subarray(row * old.genreWidth, (row + 1) * old.genreWidth), row * width);
  }
  return fresh;
}
