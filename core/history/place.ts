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
/** Below it a name differs by more than its spelling. */
const SAME_NAME = 0.9;
/** A trigram likeness below this is chance. */
export const LEAST_ALIKE = 0.5;
const MOST_BY_LETTERS = 0.84;

/** How many different strings of a file begin with each name before a colon, and which names a word for a season follows. */
export function prefixesOf(texts: readonly string[]): {
  readonly repeats: ReadonlyMap<string, number>;
  readonly seasons: ReadonlySet<string>;
} {
  const repeats = new Map<string, number>();
  const seasons = new Set<string>();
  for (const text of new Set(texts))
    for (const { name, by } of readingsOf(text)) {
      if (by === 'whole') continue;
      repeats.set(name, (repeats.get(name) ?? 0) + 1);
      if (by === 'season') seasons.add(name);
    }
  return { repeats, seasons };
}

export interface Evidence {
  readonly named: ReadonlyMap<string, readonly Named[]>;
  readonly prefixes: ReturnType<typeof prefixesOf>;
}

/** Where a string belongs by what the catalogue knows and what repeats in its file; titles that only look alike are never sure. */
export function placeOf(text: string, { named, prefixes }: Evidence, alike: readonly Candidate[] = []): Place {
  for (const reading of readingsOf(text)) {
    const found = candidatesOf(reading, named);
    if (found.length === 0) continue;
    const [best, second] = found;
    const single = best !== undefined && best.score > (second?.score ?? 0);
    if (best !== undefined && single && best.score >= SAME_NAME && isSure(reading, prefixes))
      return { fate: RowFate.SURE, ...best, candidates: found };
    return ask(found);
  }
  const likely = alike.filter(({ score }) => score >= LEAST_ALIKE);
  return likely.length > 0 ? ask(distinct(likely)) : { fate: RowFate.UNKNOWN, titleId: null, score: 0, candidates: [] };
}

/** Each title once, by its best score; a likeness of letters stays below that of the same name. */
function distinct(alike: readonly Candidate[]): readonly Candidate[] {
  const best = new Map<number, number>();
  for (const { titleId, score } of alike) best.set(titleId, Math.max(best.get(titleId) ?? 0, Math.min(score, MOST_BY_LETTERS)));
  return inOrder(best);
}

function inOrder(scores: ReadonlyMap<number, number>): readonly Candidate[] {
  const found = [...scores].map(([titleId, score]) => ({ titleId, score }));
  return found.sort((a, b) => b.score - a.score || a.titleId - b.titleId).slice(0, MOST_CANDIDATES);
}

function ask(candidates: readonly Candidate[]): Place {
  return { fate: RowFate.ASK, titleId: null, score: candidates[0]?.score ?? 0, candidates };
}

/** A colon alone makes no show, nor does a part: the film behind it may be one that the catalogue does not have ("Dune: Part Two"). */
function isSure({ name, by, rest }: Reading, { repeats, seasons }: Evidence['prefixes']): boolean {
  if (by === 'whole' || by === 'season' || seasons.has(name) || (repeats.get(name) ?? 0) >= REPEATED) return true;
  const isFollowed = rest?.includes(': ') ?? false;
  return by === 'episode' ? !isFollowed : by === 'part' && isFollowed;
}

const SHOWS: ReadonlySet<TitleKind> = new Set([TitleKind.SHOW]);
const WATCHED: ReadonlySet<TitleKind> = new Set([TitleKind.MOVIE, TitleKind.SHOW, TitleKind.VIDEO]);

function candidatesOf({ name, by }: Reading, named: Evidence['named']): readonly Candidate[] {
  const { year } = splitYear(name);
  const kinds = by === 'whole' ? WATCHED : SHOWS;
  const best = new Map<number, number>();
  for (const { key, score: likeness } of nameKeysOf(name))
    for (const title of named.get(key) ?? []) {
      if (!kinds.has(title.kind) || (year !== null && title.year !== null && Math.abs(title.year - year) > 1)) continue;
      const score = likeness - (title.kind === TitleKind.SHOW && by === 'whole' ? 0.01 : 0);
      best.set(title.id, Math.max(best.get(title.id) ?? 0, score - (year !== null && title.year !== year ? 0.02 : 0)));
    }
  return inOrder(best);
}
