import { searchName } from '../search';
import { TitleKind } from '../title';
import { keysOf, nameKeysOf, splitYear } from './name-keys';
import { type Reading, readingsOf } from './title-string';

/** What becomes of a row: SURE counts at once, ASK waits for the person, UNKNOWN has no title, DROPPED is no viewing, LEFT_OUT by the person. */
export enum RowFate {
  SURE = 'SURE',
  ASK = 'ASK',
  UNKNOWN = 'UNKNOWN',
  DROPPED = 'DROPPED',
  LEFT_OUT = 'LEFT_OUT',
}

/** A title of the catalogue that bears a key, by its own name or by an alias. */
export interface Named {
  readonly id: number;
  readonly key: string;
  readonly kind: TitleKind;
  readonly year: number | null;
}

/** A title that a string may mean, 0 to 1. */
export interface Candidate {
  readonly titleId: number;
  readonly score: number;
}

/** Where a string belongs. */
export interface Place {
  readonly fate: RowFate.SURE | RowFate.ASK | RowFate.UNKNOWN;
  readonly titleId: number | null;
  readonly score: number;
  /** Best first, at most five. */
  readonly candidates: readonly Candidate[];
}

/** All keys under which the catalogue may know what this string means. */
export function keysToFind(text: string): readonly string[] {
  return [...new Set(readingsOf(text).flatMap(({ name }) => keysOf(name)))];
}

/** A name by which titles are looked for that resemble a string which names none exactly. */
export interface AskedName {
  /** As `searchName` sees it. */
  readonly key: string;
  /** It names a show: films are no answer. */
  readonly isShow: boolean;
}

/** The names that a string may hold, where it holds none exactly: the whole of it and the show before a word for a season, a part or an episode. */
export function askedNamesOf(text: string): readonly AskedName[] {
  const [first, ...others] = readingsOf(text);
  if (first === undefined) return [];
  const asked = first.by === 'season' ? [first] : [first, ...others.filter(({ by }) => by !== 'colon')];
  return asked.map(({ name, by }) => ({ key: searchName(splitYear(name).name), isShow: by !== 'whole' })).filter(({ key }) => key !== '');
}

const MOST_CANDIDATES = 5;
/** So many different endings, and a name before the colon is a show's: seen twice, it may be a film and its sequel. */
const REPEATED = 3;
/** Where the ending holds a colon itself: films have seldom two. */
const REPEATED_DEEP = 2;
/** Below it a name differs by more than its spelling. */
const SAME_NAME = 0.9;
/** A trigram likeness below this is chance. */
export const LEAST_ALIKE = 0.5;
const MOST_BY_LETTERS = 0.84;

/**
 * How many different strings of a file that have no word for a season begin with each name before a colon, and which names such a word follows.
 * Apart, because a show that is told with its seasons is told so always: what else begins with its name may be a film.
 */
export function prefixesOf(texts: readonly string[]): {
  readonly repeats: ReadonlyMap<string, number>;
  readonly seasons: ReadonlySet<string>;
} {
  const repeats = new Map<string, number>();
  const seasons = new Set<string>();
  for (const text of new Set(texts)) {
    const readings = readingsOf(text);
    const season = readings.find(({ by }) => by === 'season');
    if (season) seasons.add(season.name);
    else for (const { name, by } of readings) if (by !== 'whole') repeats.set(name, (repeats.get(name) ?? 0) + 1);
  }
  return { repeats, seasons };
}

type Prefixes = ReturnType<typeof prefixesOf>;

export interface Evidence {
  readonly named: ReadonlyMap<string, readonly Named[]>;
  readonly prefixes: Prefixes;
}

/** Where a string belongs by what the catalogue knows and what repeats in its file; titles that only look alike are never sure. */
export function placeOf(text: string, { named, prefixes }: Evidence, alike: readonly Candidate[] = []): Place {
  const readings = readingsOf(text);
  const isMarked = readings.some(({ by, rest }) => by === 'season' || (by === 'part' && isDeep(rest)));
  for (const reading of readings) {
    const found = candidatesOf(reading, named);
    const [best, second] = found;
    if (best === undefined) continue;
    const isOnly = best.score >= SAME_NAME && best.score > (second?.score ?? 0);
    const isThis = isOnly && isSure(reading, { kind: best.kind, isMarked }, prefixes);
    const candidates = found.map(({ titleId, score }) => ({ titleId, score }));
    return isThis ? { fate: RowFate.SURE, titleId: best.titleId, score: best.score, candidates } : ask(candidates);
  }
  const likely = alike.filter(({ score }) => score >= LEAST_ALIKE);
  return likely.length > 0 ? ask(distinct(likely)) : { fate: RowFate.UNKNOWN, titleId: null, score: 0, candidates: [] };
}

/** Each title once, by its best score; a likeness of letters stays below that of the same name. */
function distinct(alike: readonly Candidate[]): readonly Candidate[] {
  const best = new Map<number, number>();
  for (const { titleId, score } of alike) best.set(titleId, Math.max(best.get(titleId) ?? 0, Math.min(score, MOST_BY_LETTERS)));
  return inOrder([...best].map(([titleId, score]) => ({ titleId, score })));
}

function inOrder<One extends Candidate>(found: One[]): readonly One[] {
  return found.sort((a, b) => b.score - a.score || a.titleId - b.titleId).slice(0, MOST_CANDIDATES);
}

function ask(candidates: readonly Candidate[]): Place {
  return { fate: RowFate.ASK, titleId: null, score: candidates[0]?.score ?? 0, candidates };
}

/** Whether there is no doubt that the one title of this name is meant. `isMarked`: the string has a word for a season or a part. */
function isSure({ name, by, rest }: Reading, { kind, isMarked }: { kind: TitleKind; isMarked: boolean }, prefixes: Prefixes): boolean {
  const repeats = prefixes.repeats.get(name) ?? 0;
  // A show without an episode may be a film of the same name.
  if (by === 'whole') return kind !== TitleKind.SHOW || repeats > 0 || prefixes.seasons.has(name);
  if (by === 'season') return true;
  // A film may be told in parts, one of which the catalogue does not have: "Dune: Part Two".
  if (by === 'episode' ? !isDeep(rest) : by === 'part' && isDeep(rest)) return true;
  // What stands before a word for a season is the name of the show, and nothing shorter: "Last Chance U: Basketball: Season 1".
  if (by === 'colon' && isMarked) return false;
  return repeats >= (isDeep(rest) ? REPEATED_DEEP : REPEATED);
}

const isDeep = (rest: string | null): boolean => rest?.includes(': ') ?? false;

const SHOWS: ReadonlySet<TitleKind> = new Set([TitleKind.SHOW]);
const WATCHED: ReadonlySet<TitleKind> = new Set([TitleKind.MOVIE, TitleKind.SHOW, TitleKind.VIDEO]);
/** A name alone means a film before a show, and a clip last: exports tell of no clips where a film bears the name. */
const LESS_LIKELY: Readonly<Partial<Record<TitleKind, number>>> = { [TitleKind.SHOW]: 0.01, [TitleKind.VIDEO]: 0.02 };

interface Found extends Candidate {
  readonly kind: TitleKind;
}

/** The titles that bear a name, best first. */
function candidatesOf({ name, by }: Reading, named: Evidence['named']): readonly Found[] {
  const { year } = splitYear(name);
  const kinds = by === 'whole' ? WATCHED : SHOWS;
  const best = new Map<number, Found>();
  for (const { key, score: likeness } of nameKeysOf(name))
    for (const { id: titleId, kind, year: own } of named.get(key) ?? []) {
      if (!kinds.has(kind) || (year !== null && own !== null && Math.abs(own - year) > 1)) continue;
      const score = likeness - (by === 'whole' ? (LESS_LIKELY[kind] ?? 0) : 0) - (year !== null && own !== year ? 0.02 : 0);
      if (score > (best.get(titleId)?.score ?? 0)) best.set(titleId, { titleId, score, kind });
    }
  return inOrder([...best.values()]);
}
