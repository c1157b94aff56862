/** How far apart two rows are, from 0 (alike) to 1 for genres and to 2 for factors. */
export type Distance = (a: number, b: number) => number;

/** Mean self-information of a list in bits, -log2(people who like it / people); a title that nobody likes counts as liked by one. */
export function noveltyOf(list: Int32Array, likes: Float64Array, people: number): number {
  let bits = 0;
  for (const row of list) bits -= Math.log2(Math.max(1, likes[row] as number) / people);
  return list.length === 0 ? 0 : bits / list.length;
}

/** Mean distance over all pairs of a list; 0 where it has fewer than two rows. */
export function diversityOf(list: Int32Array, distance: Distance): number {
  let sum = 0;
  for (let i = 1; i < list.length; i++) for (let j = 0; j < i; j++) sum += distance(list[i] as number, list[j] as number);
  const pairs = (list.length * (list.length - 1)) / 2;
  return pairs === 0 ? 0 : sum / pairs;
}

/** 1 - cosine of two rows of `vectors` (n x k, row-major); 1 where either is zero. */
export function factorDistance(vectors: Float32Array, k: number): Distance {
  return (a, b) => {
    const length = Math.sqrt(dot(vectors, a * k, a * k, k) * dot(vectors, b * k, b * k, k));
    return length === 0 ? 1 : 1 - dot(vectors, a * k, b * k, k) / length;
  };
}

/** Jaccard distance of genres: 1 - shared / all of both; 1 where neither has any. */
export function genreDistance(genres: readonly (readonly string[])[]): Distance {
  const sets = genres.map((names) => new Set(names));
  const none = new Set<string>();
  return (a, b) => {
    const [first, second] = [sets[a] ?? none, sets[b] ?? none];
    let shared = 0;
    for (const genre of first) if (second.has(genre)) shared += 1;
    const all = first.size + second.size - shared;
    return all === 0 ? 1 : 1 - shared / all;
  };
}

function dot(vectors: Float32Array, a: number, b: number, k: number): number {
  let sum = 0;
  for (let i = 0; i < k; i++) sum += (vectors[a + i] as number) * (vectors[b + i] as number);
  return sum;
}
