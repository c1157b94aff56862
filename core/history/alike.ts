/** A title that resembles a name that was asked for, 0 to 1. */
export interface Alike {
  readonly titleId: number;
  readonly score: number;
}

/** A name of the catalogue on its way past, as `searchName` sees it. */
export interface PassingName {
  readonly id: number;
  readonly key: string;
}

/** Names that are asked for while a catalogue goes past. */
export interface AlikeSearch {
  /** Takes a name of the catalogue. */
  pass(name: PassingName): void;
  /** The titles most alike to an asked name, by its place, best first. */
  best(index: number): readonly Alike[];
}

const MOST_ALIKE = 5;
/** More of them lead to fewer names that are compared in vain, and more that are counted. */
const AGREEING = 4;
const ROUNDING = 1e-9;

/**
 * Finds names alike by trigrams: shared / (all of both), words taken apart and padded as PostgreSQL's pg_trgm does. It indexes what is
 * asked for: of the catalogue it keeps the distinct words alone. Names that share enough agree in AGREEING of their rarest trigrams, so only
 * those that do are compared (the prefix filter of Chaudhuri, Ganti and Kaushik 2006), and of these only names of about the same length.
 */
export function alikeSearch(asked: readonly string[], least: number): AlikeSearch {
  const codes = trigramCodes();
  const all = asked.map((key, index) => ({ index, set: [...new Set(key.split(' ').flatMap((word) => codes(word)))] }));
  const ranks = rarityOf(all.map(({ set }) => set));
  // Everything below counts by the place of a name among the asked ones, the shortest first.
  const inOrder = all.sort((a, b) => a.set.length - b.set.length);
  const sets = inOrder.map(({ set }) => Int32Array.from(set.sort((a, b) => rank(ranks, a) - rank(ranks, b))));
  const placeOf = new Map(inOrder.map(({ index }, place) => [index, place]));
  const firstOf = firstBySize(sets);
  const { starts, places } = postings(sets.map((set) => set.subarray(0, telling(set.length, least))));
  const known = starts.length - 1;
  const shared = new Uint8Array(asked.length);
  const met = new Int32Array(asked.length);
  const found: Alike[][] = asked.map(() => []);
  let seenAt = new Int32Array(1_024);
  let passed = 0;

  /** The trigrams of a name, the rarest first. */
  function trigramsOf(key: string): readonly number[] {
    const own: number[] = [];
    for (const word of key.split(' '))
      for (const code of codes(word)) {
        if (code >= seenAt.length) seenAt = longer(seenAt, code);
        if (seenAt[code] !== passed) own.push(code);
        seenAt[code] = passed;
      }
    return own.sort((a, b) => rank(ranks, a) - rank(ranks, b));
  }

  function pass(name: PassingName): void {
    passed += 1;
    const own = trigramsOf(name.key);
    const low = firstOf(Math.ceil(least * own.length));
    const high = firstOf(Math.floor(own.length / least) + 1);
    let count = 0;
    for (let place = telling(own.length, least) - 1; place >= 0; place--) {
      const code = own[place] as number;
      if (code >= known) continue;
      const end = starts[code + 1] as number;
      for (let at = firstFrom(places, { start: starts[code] as number, end }, low); at < end; at++) {
        const index = places[at] as number;
        if (index >= high) break;
        const before = shared[index] as number;
        if (before === 0) met[count++] = index;
        shared[index] = before + 1;
      }
    }
    for (let at = 0; at < count; at++) {
      const index = met[at] as number;
      const fewest = Math.ceil(least * Math.max((sets[index] as Int32Array).length, own.length));
      if ((shared[index] as number) >= Math.min(AGREEING, fewest)) compare(index, name.id, own.length);
      shared[index] = 0;
    }
  }

  function compare(index: number, titleId: number, size: number): void {
    const set = sets[index] as Int32Array;
    const best = found[index] as Alike[];
    const worst = best.length < MOST_ALIKE ? least : (best[MOST_ALIKE - 1]?.score ?? least);
    // So many may be missing of the set before the rest cannot make up for it; the rarest, which are missing first, come first.
    const fewest = Math.ceil((worst * (size + set.length)) / (1 + worst) - ROUNDING);
    let spare = set.length - fewest;
    for (let at = 0; at < set.length && spare >= 0; at++) if (seenAt[set[at] as number] !== passed) spare -= 1;
    if (spare < 0) return;
    const both = fewest + spare;
    const score = both / (size + set.length - both);
    if (score >= worst) offer(best, { titleId, score });
  }

  return { pass, best: (index) => found[placeOf.get(index) ?? -1] ?? [] };
}

/** The first place from which on the sets, in the order of their sizes, have this size or more. */
function firstBySize(sets: readonly Int32Array[]): (size: number) => number {
  const most = sets.at(-1)?.length ?? 0;
  const first = Array.from({ length: most + 1 }, (_, size) => sets.findIndex(({ length }) => length >= size));
  return (size) => (size > most ? sets.length : (first[size] as number));
}

/** Where in a sorted part of an array the first value of `least` or more stands. */
function firstFrom(values: Int32Array, { start, end }: { readonly start: number; readonly end: number }, least: number): number {
  let [low, high] = [start, end];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((values[middle] as number) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many of a name's rarest trigrams hold AGREEING of those that it must share with a name alike. */
const telling = (size: number, least: number): number => Math.min(size, size - Math.ceil(least * size) + AGREEING);

/** The rank of each trigram by how few of the sets hold it; those that none holds are rarer than all. */
function rarityOf(sets: readonly (readonly number[])[]): Int32Array {
  const counts = new Map<number, number>();
  for (const set of sets) for (const code of set) counts.set(code, (counts.get(code) ?? 0) + 1);
  const ranks = new Int32Array(counts.size);
  for (const [place, [code]] of [...counts].sort((a, b) => a[1] - b[1] || a[0] - b[0]).entries()) ranks[code] = place;
  return ranks;
}

const rank = (ranks: Int32Array, code: number): number => (code < ranks.length ? (ranks[code] as number) : -code);

function longer(array: Int32Array<ArrayBuffer>, place: number): Int32Array<ArrayBuffer> {
  const copy = new Int32Array(2 * (place + 1));
  copy.set(array);
  return copy;
}

/** Keeps the best few, each title once by its best name. */
function offer(best: Alike[], one: Alike): void {
  const known = best.findIndex(({ titleId }) => titleId === one.titleId);
  if (known >= 0 && (best[known]?.score ?? 0) >= one.score) return;
  if (known >= 0) best.splice(known, 1);
  const at = best.findIndex(({ score, titleId }) => score < one.score || (score === one.score && titleId > one.titleId));
  best.splice(at < 0 ? best.length : at, 0, one);
  if (best.length > MOST_ALIKE) best.pop();
}

/** Gives each trigram a number, in the order in which they are met, and remembers those of each word. */
function trigramCodes(): (word: string) => readonly number[] {
  const codeOf = new Map<string, number>();
  const byWord = new Map<string, readonly number[]>();
  return (word) => {
    const known = byWord.get(word);
    if (known !== undefined) return known;
    const padded = `  ${word} `;
    const codes = Array.from({ length: padded.length - 2 }, (_, at) => {
      const trigram = padded.slice(at, at + 3);
      const code = codeOf.get(trigram) ?? codeOf.size;
      codeOf.set(trigram, code);
      return code;
    });
    byWord.set(word, codes);
    return codes;
  };
}

/** For each trigram the places of the sets that hold it, one behind the other: those of code c are `places[starts[c]]` until `starts[c + 1]`. */
function postings(sets: readonly Int32Array[]): { readonly starts: Int32Array; readonly places: Int32Array } {
  const most = sets.reduce((code, set) => set.reduce((a, b) => Math.max(a, b), code), -1);
  const starts = new Int32Array(most + 2);
  for (const set of sets) for (const code of set) starts[code + 1] = (starts[code + 1] as number) + 1;
  for (let code = 0; code <= most; code++) starts[code + 1] = (starts[code + 1] as number) + (starts[code] as number);
  const next = starts.slice();
  const places = new Int32Array(starts[most + 1] ?? 0);
  for (const [index, set] of sets.entries())
    for (const code of set) {
      places[next[code] as number] = index;
      next[code] = (next[code] as number) + 1;
    }
  return { starts, places };
}
