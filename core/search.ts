const LONGEST_NAME = 500;
const MOST_WORDS = 12;
/** Below four letters one wrong letter leaves too little to go by: such words match exactly or as a beginning. */
const SHORTEST_MISTYPED = 4;
const SHORTEST_TWICE_MISTYPED = 8;

/** Letters that NFKD does not take apart. */
const FOLDED: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', ł: 'l', þ: 'th', ı: 'i' };

/**
 * A name as search sees it: lower case, diacritics and apostrophes gone, every other sign a blank, words parted by one blank,
 * at most 500 characters. Han and kana, which put no blanks between words, become a word a character.
 */
export function searchName(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}'’‘`´·]/gu, '')
    .normalize('NFC')
    .replace(/[ßæœøđðłþı]/g, (letter) => FOLDED[letter] ?? letter)
    .replace(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu, ' $& ')
    .slice(0, LONGEST_NAME)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The words that are searched for, the first 12 of them, each once; the last one counts as being typed still. */
export function searchWords(text: string): readonly string[] {
  const words = searchName(text).split(' ').filter(Boolean);
  const last = words.at(-1);
  if (last === undefined) return [];
  return [...new Set(words.slice(0, -1).filter((word) => word !== last))].slice(0, MOST_WORDS - 1).concat(last);
}

/** A word of the catalogue that may be meant by a typed one, with about how many titles hold it. */
export interface WordCandidate {
  readonly word: string;
  readonly titles: number;
}

/** A word that is searched for in place of a typed one: 0 as typed, 0.5 its beginning typed, 1 and 2 so many typing errors. */
export interface Reading {
  readonly word: string;
  readonly cost: number;
  readonly titles: number;
}

const MOST_BEGINNINGS = 30;
const MOST_CORRECTIONS = 20;

/** The readings of one typed word, as typed or begun first, then corrected; within each the commonest first. */
export function readingsOf(typed: string, candidates: readonly WordCandidate[], unfinished: boolean): readonly Reading[] {
  const readings = candidates.map((candidate) => ({ ...candidate, cost: costOf(typed, candidate.word, unfinished) }));
  const best = (keep: (cost: number) => boolean, most: number): Reading[] =>
    readings
      .filter((reading) => keep(reading.cost))
      .sort((a, b) => a.cost - b.cost || b.titles - a.titles || (a.word < b.word ? -1 : 1))
      .slice(0, most);
  return [...best((cost) => cost < 1, MOST_BEGINNINGS), ...best((cost) => cost >= 1 && cost <= 2, MOST_CORRECTIONS)];
}

function costOf(typed: string, word: string, unfinished: boolean): number {
  if (typed === word) return 0;
  if (unfinished && word.startsWith(typed)) return 0.5;
  const longer = Math.max(typed.length, word.length);
  if (longer < SHORTEST_MISTYPED) return Number.POSITIVE_INFINITY;
  const errors = typingErrors(typed, word);
  return errors <= (longer >= SHORTEST_TWICE_MISTYPED ? 2 : 1) ? errors : Number.POSITIVE_INFINITY;
}

/** Letters replaced, left out, put in or swapped with their neighbour: the optimal string alignment distance of Damerau 1964. */
export function typingErrors(a: string, b: string): number {
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      const least = Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (above[j - 1] ?? 0) + same);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row.push(swapped ? Math.min(least, (before[j - 2] ?? 0) + 1) : least);
    }
    before = above;
    above = row;
  }
  return above[b.length] ?? 0;
}

/** What is known of a title that holds a reading of every typed word. */
export interface Match {
  readonly id: number;
  readonly searchName: string;
  /** How many people rated it: what stands for popularity. */
  readonly ratingCount: number;
}

/** Best first: few typing errors, the whole name, its beginning, few words beside the typed ones, and popularity, weighed together. */
export function rankMatches(text: string, readings: readonly (readonly Reading[])[], matches: readonly Match[]): readonly number[] {
  const typed = searchName(text);
  const costs = readings.map((word) => new Map(word.map((reading) => [reading.word, reading.cost])));
  return matches
    .map((match) => ({ id: match.id, score: scoreOf(match, typed, costs) }))
    .sort((a, b) => b.score - a.score || a.id - b.id)
    .map((match) => match.id);
}

/** One typing error weighs as much as a popularity of e^6 to 1; the weights are ours, chosen on the demo catalogue. */
function scoreOf(match: Match, typed: string, costs: readonly ReadonlyMap<string, number>[]): number {
  const words = match.searchName.split(' ');
  const least = (readings: ReadonlyMap<string, number>): number =>
    words.reduce((best, word) => Math.min(best, readings.get(word) ?? best), Number.POSITIVE_INFINITY);
  const errors = costs.reduce((sum, readings) => sum + least(readings), 0);
  const whole = match.searchName === typed ? 8 : 0;
  const complete = words.length === costs.length ? 3 : 0;
  const beginning = match.searchName.startsWith(typed) ? 1 : 0;
  return Math.log1p(match.ratingCount) + whole + complete + beginning - 6 * errors - 0.5 * Math.max(0, words.length - costs.length);
}
