import { type AlikeSearch, alikeSearch } from '../core/history/alike';
import {
  type AskedName,
  askedNamesOf,
  type Candidate,
  type Evidence,
  keysToFind,
  LEAST_ALIKE,
  type Named,
  type Place,
  placeOf,
  prefixesOf,
  RowFate,
} from '../core/history/place';
import type { Steps } from '../core/steps';
import { unhurried } from '../engine/local/unhurried';
import type { Db } from '../store/database';
import { lastTitleId, namesAfter, titlesNamed } from '../store/title-names';

/** How a job follows a match: it may stop it between steps, and hears how far it is, 0 to 1. */
export interface Matching {
  readonly signal?: AbortSignal;
  progress?(fraction: number): void;
}

const KEYS_A_STATEMENT = 10_000;
const TITLES_A_STATEMENT = 5_000;
/** Looking up names takes about so much of the time, comparing the strings left over with the catalogue the rest. */
const LOOKING_UP = 0.5;

/**
 * Where each string of a history belongs in the catalogue as it stands now. All strings of a file belong in one call: what repeats among them
 * tells shows from films. Names are looked up by their keys; the strings left over are compared with every name of the catalogue, in one
 * pass, in turns of a few milliseconds. Throws the signal's reason.
 */
export async function matchTexts(db: Db, texts: readonly string[], matching: Matching = {}): Promise<ReadonlyMap<string, Place>> {
  const asked = [...new Set(texts)];
  const evidence = { named: await namedBy(db, asked, matching), prefixes: prefixesOf(asked) };
  const places = new Map(await unhurried(placing(asked, evidence)));
  const left = asked.filter((text) => places.get(text)?.fate === RowFate.UNKNOWN);
  const alike = await alikeTo(db, left, matching);
  for (const [text, place] of await unhurried(placing(left, evidence, alike))) places.set(text, place);
  matching.progress?.(1);
  return places;
}

function* placing(
  texts: readonly string[],
  evidence: Evidence,
  alike: ReadonlyMap<string, readonly Candidate[]> = new Map(),
): Steps<ReadonlyMap<string, Place>> {
  const places = new Map<string, Place>();
  for (const text of texts) {
    places.set(text, placeOf(text, evidence, alike.get(text)));
    yield;
  }
  return places;
}

/** The titles that bear any key of the strings, by key. */
async function namedBy(db: Db, texts: readonly string[], { signal, progress }: Matching): Promise<ReadonlyMap<string, readonly Named[]>> {
  const keys = await unhurried(keysOfAll(texts));
  const named = new Map<string, Named[]>();
  for (let start = 0; start < keys.length; start += KEYS_A_STATEMENT) {
    signal?.throwIfAborted();
    for (const title of await titlesNamed(db, keys.slice(start, start + KEYS_A_STATEMENT)))
      named.set(title.key, [...(named.get(title.key) ?? []), title]);
    progress?.(LOOKING_UP * Math.min(1, (start + KEYS_A_STATEMENT) / keys.length));
  }
  return named;
}

function* keysOfAll(texts: readonly string[]): Steps<readonly string[]> {
  const keys = new Set<string>();
  for (const text of texts) {
    for (const key of keysToFind(text)) keys.add(key);
    yield;
  }
  return [...keys];
}

/** The titles whose names resemble the strings, by string. */
async function alikeTo(db: Db, texts: readonly string[], matching: Matching): Promise<ReadonlyMap<string, readonly Candidate[]>> {
  const asked = texts.map(askedNamesOf);
  const [whole, shows] = [distinctKeys(asked.flat(), false), distinctKeys(asked.flat(), true)];
  if (whole.size + shows.size === 0) return new Map();
  const searches = { all: alikeSearch([...whole.keys()], LEAST_ALIKE), shows: alikeSearch([...shows.keys()], LEAST_ALIKE) };
  await passCatalogue(db, searches, matching);
  const best = ({ key, isShow }: AskedName): readonly Candidate[] =>
    isShow ? searches.shows.best(shows.get(key) ?? -1) : searches.all.best(whole.get(key) ?? -1);
  return new Map(texts.map((text, at) => [text, (asked[at] ?? []).flatMap(best)]));
}

/** The place of each key among the distinct ones. */
function distinctKeys(names: readonly AskedName[], shows: boolean): ReadonlyMap<string, number> {
  const keys = new Set(names.filter(({ isShow }) => isShow === shows).map(({ key }) => key));
  return new Map([...keys].map((key, index) => [key, index]));
}

interface Searches {
  readonly all: AlikeSearch;
  readonly shows: AlikeSearch;
}

async function passCatalogue(db: Db, searches: Searches, { signal, progress }: Matching): Promise<void> {
  const last = Math.max(1, await lastTitleId(db));
  for (let after = 0; ; ) {
    signal?.throwIfAborted();
    const names = await namesAfter(db, after, TITLES_A_STATEMENT);
    if (names.length === 0) return;
    await unhurried(passing(searches, names));
    after = names.at(-1)?.id ?? after;
    progress?.(LOOKING_UP + (1 - LOOKING_UP) * Math.min(1, after / last));
  }
}

function* passing({ all, shows }: Searches, names: Awaited<ReturnType<typeof namesAfter>>): Steps<void> {
  for (const name of names) {
    all.pass(name);
    if (name.isShow) shows.pass(name);
    yield;
  }
}
