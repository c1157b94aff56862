/** Likes and what is known of them, a place per pair of person and title. */
export interface LikeRows {
  /** Indices of people and titles from 0. */
  readonly person: Int32Array;
  readonly title: Int32Array;
  /** 1 liked, 0 not. */
  readonly liked: Uint8Array;
}

/** What is known of titles beforehand: nothing of it comes from likes. */
export interface LikedTitles {
  readonly genres: readonly (readonly number[])[];
  readonly genreCount: number;
  /** NaN: unknown. */
  readonly year: Float64Array;
}

/** The rows at these places. */
export function rowsAt({ person, title, liked }: LikeRows, places: ArrayLike<number>): LikeRows {
  const from = Array.from(places);
  return {
    person: Int32Array.from(from, (place) => person[place] as number),
    title: Int32Array.from(from, (place) => title[place] as number),
    liked: Uint8Array.from(from, (place) => liked[place] as number),
  };
}

/** Features of rows, row-major, `width` numbers a row. */
export interface Features {
  readonly width: number;
  readonly values: Float32Array;
}

/** The features at these places. */
export function featuresAt({ width, values }: Features, places: ArrayLike<number>): Features {
  const from = Array.from(places);
  const taken = new Float32Array(from.length * width);
  from.forEach((place, at) => {
    taken.set(values.subarray(place * width, (place + 1) * width), at * width);
  });
  return { width, values: taken };
}

/** The features with one more column behind. */
export function withColumn({ width, values }: Features, column: ArrayLike<number>): Features {
  const wider = new Float32Array(column.length * (width + 1));
  for (let row = 0; row < column.length; row++) {
    wider.set(values.subarray(row * width, (row + 1) * width), row * (width + 1));
    wider[row * (width + 1) + width] = column[row] as number;
  }
  return { width: width + 1, values: wider };
}

/** The rows of each person, in their order. */
export function rowsOfPeople(person: Int32Array): number[][] {
  const rowsOf = new Map<number, number[]>();
  person.forEach((who, row) => {
    const known = rowsOf.get(who);
    if (known === undefined) rowsOf.set(who, [row]);
    else known.push(row);
  });
  return [...rowsOf.values()];
}
