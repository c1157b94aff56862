/** A name that no title bears exactly. */
export interface AlikeName {
  /** As `searchName` sees it. */
  readonly key: string;
  /** It names a show: films are no answer. */
  readonly showsOnly: boolean;
}

/** A name of the catalogue that resembles a name that was asked for, 0 to 1. */
export interface Alike {
  readonly titleId: number;
  readonly key: string;
  readonly score: number;
}

/** A name of the catalogue on its way past. */
export interface PassingName {
  readonly id: number;
  readonly key: string;
  readonly isShow: boolean;
}

/** Names that are asked for while a catalogue goes past. */
export interface AlikeSearch {
  /** Takes a name of the catalogue. */
  pass(name: PassingName): void;
  /** The titles most alike to an asked name, by its place, best first. */
  best(index: number): readonly Alike[];
}

const MOST_ALIKE = 5;

/**
 * Finds names alike by trigrams: shared / (all of both), words taken apart and padded as PostgreSQL's pg_trgm does. It indexes what is
 * asked for: of the catalogue it keeps the distinct words alone.
 */
export function alikeSearch(asked: readonly AlikeName[], least: number): AlikeSearch {
  const codes = trigramCodes();
  const sets = asked.map(({ key }) => [...new Set(key.split(' ').flatMap((word) => codes(word)))]);
  const { starts, places } = postings(sets);
  const shared = new Uint16Array(asked.length);
  const seen: number[] = [];
  const found: Alike[][] = asked.map(() => []);
  let passed = 0;

  function pass({ id, key, isShow }: PassingName): void {
    passed += 1;
    const met: number[] = [];
    let size = 0;
    for (const word of key.split(' '))
      for (const code of codes(word)) {
        if (seen[code] === passed) continue;
        seen[code] = passed;
        size += 1;
        for (let at = starts[code] ?? places.length, end = starts[code + 1] ?? places.length; at < end; at++) {
          const index = places[at] as number;
          const count = shared[index] as number;
          if (count === 0) met.push(index);
          shared[index] = count + 1;
        }
      }
    for (const index of met) {
      const both = shared[index] as number;
      shared[index] = 0;
      const score = both / (size + (sets[index]?.length ?? 0) - both);
      if (score >= least && (isShow || !asked[index]?.showsOnly)) offer(found[index] ?? [], { titleId: id, key, score });
    }
  }

  return { pass, best: (index) => found[index] ?? [] };
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
function postings(sets: readonly (readonly number[])[]): { readonly starts: Int32Array; readonly places: Int32Array } {
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
