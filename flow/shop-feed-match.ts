import { searchName } from '../core/search';
import type { Match } from '../core/shop/feed-changes';
import type { OfferDraft } from '../core/shop/offer-row';
import type { Db } from '../store/database';
import { type NamedTitle, titlesBySearchName } from '../store/offers';
import { resolveTitles } from '../store/titles';

/** How a job follows: it may stop it between two statements, and hears how far it is, 0 to 1. */
interface Matching {
  readonly signal: AbortSignal;
  progress(fraction: number): Promise<void>;
}

const ROWS_A_STATEMENT = 5_000;
const UNKNOWN: Match = { message: 'The catalogue has no such title.' };

/**
 * The title of each offer, in their order: by the first of its external ids that is known, else by exactly its name (without regard to case),
 * year and kind. Two titles of one name, year and kind are none. Throws the signal's reason.
 */
export async function matchOffers(db: Db, drafts: readonly OfferDraft[], { signal, progress }: Matching): Promise<readonly Match[]> {
  const matches: Match[] = [];
  for (let from = 0; from < drafts.length; from += ROWS_A_STATEMENT) {
    signal.throwIfAborted();
    matches.push(...(await matchSome(db, drafts.slice(from, from + ROWS_A_STATEMENT))));
    await progress(matches.length / drafts.length);
  }
  return matches;
}

async function matchSome(db: Db, drafts: readonly OfferDraft[]): Promise<readonly Match[]> {
  const asked = drafts.flatMap(({ references }) => references);
  const resolved = await resolveTitles(db, asked);
  let at = 0;
  const byId = drafts.map(({ references }) => {
    const own = resolved.slice(at, at + references.length);
    at += references.length;
    return own.find((id) => id !== null) ?? null;
  });
  const left = drafts.filter(({ name, kind }, index) => byId[index] === null && name !== null && kind !== null);
  const named = await namedTitles(db, left);
  return drafts.map((draft, index) => {
    const id = byId[index] ?? null;
    return id === null ? matchByName(draft, named) : { titleId: id };
  });
}

async function namedTitles(db: Db, drafts: readonly OfferDraft[]): Promise<ReadonlyMap<string, readonly NamedTitle[]>> {
  const names = new Set(drafts.map(({ name }) => searchName(name ?? '')).filter((name) => name !== ''));
  const found = new Map<string, NamedTitle[]>();
  if (names.size === 0) return found;
  for (const title of await titlesBySearchName(db, [...names])) {
    const key = keyOf(title);
    const alike = found.get(key) ?? [];
    alike.push(title);
    found.set(key, alike);
  }
  return found;
}

function matchByName({ name, year, kind }: OfferDraft, named: ReadonlyMap<string, readonly NamedTitle[]>): Match {
  if (name === null || kind === null) return UNKNOWN;
  const [first, ...others] = named.get(keyOf({ name, year, kind })) ?? [];
  if (first === undefined) return UNKNOWN;
  if (others.length === 0) return { titleId: first.id };
  return { message: `${others.length + 1} titles are called so: say which by an externalId.` };
}

function keyOf({ name, year, kind }: Pick<NamedTitle, 'name' | 'year' | 'kind'>): string {
  return `${kind} ${year ?? ''} ${name.normalize('NFC').toLowerCase()}`;
}
