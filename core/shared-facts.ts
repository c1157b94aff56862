import type { Credit, Tag, Title } from './title';

/** What two titles have in common: why one resembles the other. */
export interface SharedFacts {
  readonly genres: readonly string[];
  readonly tags: readonly string[];
  readonly people: readonly string[];
}

/** One of two titles, with what hangs on it. */
export interface Described extends Pick<Title, 'genres'> {
  readonly tags: readonly Tag[];
  /** In order of billing. */
  readonly credits: readonly Credit[];
}

const MOST_TAGS = 5;

/**
 * What both share, in the words of the first: genres and people in its own order, each once, whatever they did; the five tags that fit
 * both best, by the product of their relevances. Letters count the same in either case.
 */
export function sharedFacts(one: Described, other: Described): SharedFacts {
  return {
    genres: inBoth(one.genres, other.genres),
    tags: sharedTags(one.tags, other.tags),
    people: inBoth(
      one.credits.map(({ name }) => name),
      other.credits.map(({ name }) => name),
    ),
  };
}

function inBoth(names: readonly string[], others: readonly string[]): string[] {
  const wanted = new Set(others.map(folded));
  // Each is taken once: whoever directed and played is one person.
  return names.filter((name) => wanted.delete(folded(name)));
}

function sharedTags(tags: readonly Tag[], others: readonly Tag[]): string[] {
  const relevances = new Map(others.map(({ tag, relevance }) => [folded(tag), relevance]));
  return tags
    .flatMap(({ tag, relevance }) => ({ tag, fit: relevance * (relevances.get(folded(tag)) ?? -1) }))
    .filter(({ fit }) => fit >= 0)
    .sort((a, b) => b.fit - a.fit || (a.tag < b.tag ? -1 : 1))
    .slice(0, MOST_TAGS)
    .map(({ tag }) => tag);
}

const folded = (text: string): string => text.toLowerCase();
