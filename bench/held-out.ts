import { DEFAULT_SETTINGS } from '../core/als-settings';
import { attributeMap, writeMapped } from '../core/attribute-map';
import { genresOf } from '../core/columns';
import { LIKED_FROM } from '../core/confidence';
import { ndcg } from '../core/evaluate/metrics';
import type { Interaction } from '../core/interaction';
import { below, seeded } from '../core/random';
import type { ListFilter } from '../core/recommendation';
import { atOnce } from '../core/steps';
import { listFor, reranked } from '../engine/local/list';
import { type LocalState, stateOf } from '../engine/local/state';
import { factorsFrom, matrixOf, NOW, type Person, type World } from './movielens-world';

/** NDCG@10 of each case by each way of ranking: the same cases in the same order. */
export type Values = Readonly<Record<string, Float64Array>>;

const FILTER: ListFilter = { excludeSeen: true, excludeServed: false, excludeTitleIds: [], withoutHistoryOf: [] };

/**
 * A tenth of all films held out whole: nobody's interaction with them is learned from. For everyone who liked one of them, the held-out
 * films are ranked among themselves, through the serving path.
 */
export async function withoutTitles({ columns, people }: World, seed: number): Promise<Values> {
  const random = seeded(seed);
  const held = new Set([...columns.ids].filter(() => random() < 0.1));
  const pasts = people.map(({ interactions }) => interactions.filter(({ titleId }) => !held.has(titleId)));
  const state = stateOf(columns, await factorsFrom(columns, matrixOf(columns, pasts, DEFAULT_SETTINGS), DEFAULT_SETTINGS));
  const guess = popularityByAttributes(state, held);
  const likes = likesOf(people);
  const titleIds = [...held];
  const cases = people
    .map(({ interactions }, at) => ({ liked: likedOf(interactions).filter((id) => held.has(id)), past: pasts[at] as Interaction[] }))
    .filter(({ liked, past }) => liked.length > 0 && likedOf(past).length > 0);
  return valuesOf(cases, {
    'by attributes, for this person': ({ past }) =>
      reranked(state, { person: { preferences: {}, interactions: past }, titleIds, now: NOW })
        .top(10)
        .map(({ titleId }) => titleId),
    'popularity guessed by attributes': () => best(titleIds, guess),
    'by chance': () => shuffled(titleIds, random).slice(0, 10),
    'popularity as it turned out, which nobody knew': () => best(titleIds, likes),
  });
}

/**
 * One part of `parts` of all people held out whole: nothing they did is learned from, and only their three genres are told. All films
 * are ranked, through the serving path; what they liked is what should come first. `genres` chooses the three.
 */
export async function withoutPeople(
  { columns, people }: World,
  { part, parts, genres }: { readonly part: number; readonly parts: number; readonly genres: ThreeGenres },
): Promise<Values> {
  const others = people.filter((_, at) => at % parts !== part).map(({ interactions }) => interactions);
  const state = stateOf(columns, await factorsFrom(columns, matrixOf(columns, others, DEFAULT_SETTINGS), DEFAULT_SETTINGS));
  const cases = people
    .filter((_, at) => at % parts === part)
    .map(({ interactions }) => ({ liked: likedOf(interactions), told: genres(interactions) }))
    .filter(({ liked }) => liked.length > 0);
  const listOf = (told: readonly string[]): readonly number[] => {
    const preferences = { genres: { MOVIE: Object.fromEntries(told.map((genre) => [genre, 1])) } };
    const request = { person: { preferences, interactions: [] }, filter: FILTER, servedIds: [], now: NOW, count: 10 };
    return listFor(state, request)
      .top(10)
      .map(({ titleId }) => titleId);
  };
  return valuesOf(cases, { 'by told genres': ({ told }) => listOf(told), popularity: () => listOf([]) });
}

/** As `withoutPeople`, of people who told their genres and rated their first `rated` films, at most ten; what they liked after ten is asked for. */
export async function afterFew(world: World, { part, parts, rated }: { part: number; parts: number; rated: number }): Promise<Values> {
  const { columns, people } = world;
  const others = people.filter((_, at) => at % parts !== part).map(({ interactions }) => interactions);
  const state = stateOf(columns, await factorsFrom(columns, matrixOf(columns, others, DEFAULT_SETTINGS), DEFAULT_SETTINGS));
  const genres = mostLiked(world);
  const cases = people
    .filter((_, at) => at % parts === part)
    .map(({ interactions }) => [...interactions].sort((a, b) => a.lastAt.getTime() - b.lastAt.getTime() || a.titleId - b.titleId))
    .map((all) => ({ liked: likedOf(all.slice(10)), first: all.slice(0, 10), told: genres(all) }))
    .filter(({ liked }) => liked.length > 0);
  const listOf = (one: (typeof cases)[number], past: readonly Interaction[], told: readonly string[]): readonly number[] => {
    const preferences = { genres: { MOVIE: Object.fromEntries(told.map((genre) => [genre, 1])) } };
    const filter = { ...FILTER, excludeTitleIds: one.first.map(({ titleId }) => titleId) };
    return listFor(state, { person: { preferences, interactions: past }, filter, servedIds: [], now: NOW, count: 10 })
      .top(10)
      .map(({ titleId }) => titleId);
  };
  return valuesOf(cases, {
    'by told genres and ratings': (one) => listOf(one, one.first.slice(0, rated), one.told),
    'by ratings': (one) => listOf(one, one.first.slice(0, rated), []),
    popularity: (one) => listOf(one, [], []),
  });
}

/** The three genres that a person would tell. */
export type ThreeGenres = (past: readonly Interaction[]) => readonly string[];

/** The genres of most of the films that they liked: for most people Drama, Comedy and Action. */
export function mostLiked(world: World): ThreeGenres {
  return (past) => topThree(genreShares(world, likedOf(past)), (share) => share);
}

/** The genres that they like more often than everybody does, by standard deviations of a count. */
export function mostTheirOwn(world: World): ThreeGenres {
  const everyone = genreShares(
    world,
    world.people.flatMap(({ interactions }) => likedOf(interactions)),
  );
  return (past) =>
    topThree(genreShares(world, likedOf(past)), (share, genre) => {
      const usual = everyone.get(genre) ?? 1;
      return (share - usual) / Math.sqrt(usual);
    });
}

/** Joins the values of several runs. */
export function joined(runs: readonly Values[]): Values {
  const names = Object.keys(runs[0] ?? {});
  return Object.fromEntries(names.map((name) => [name, Float64Array.from(runs.flatMap((run) => [...(run[name] ?? [])]))]));
}

type Ways<Case> = Readonly<Record<string, (one: Case) => readonly number[]>>;

function valuesOf<Case extends { readonly liked: readonly number[] }>(cases: readonly Case[], ways: Ways<Case>): Values {
  const value = (list: readonly number[], liked: ReadonlySet<number>): number => {
    const ranks = list.flatMap((id, at) => (liked.has(id) ? [at + 1] : []));
    return ndcg({ ranks, relevant: liked.size }, 10);
  };
  return Object.fromEntries(
    Object.entries(ways).map(([name, list]) => [name, Float64Array.from(cases, (one) => value(list(one), new Set(one.liked)))]),
  );
}

/** How many people like a film, guessed from the films that share its attributes: the same map, of one number instead of factors. */
function popularityByAttributes({ columns, fame }: LocalState, held: ReadonlySet<number>): ReadonlyMap<number, number> {
  const known = Float32Array.from(columns.ids, (id, row) => (held.has(id) ? 0 : Math.log1p(fame[row] as number)));
  const map = atOnce(
    attributeMap(
      columns,
      known,
      Uint8Array.from(columns.ids, (id) => (held.has(id) ? 0 : 1)),
    ),
  );
  for (const id of held) writeMapped(map, columns, columns.rowOf.get(id) as number, known);
  return new Map([...held].map((id) => [id, known[columns.rowOf.get(id) as number] as number]));
}

function likedOf(interactions: readonly Interaction[]): number[] {
  return interactions.filter(({ rating }) => (rating ?? 0) >= LIKED_FROM).map(({ titleId }) => titleId);
}

function likesOf(people: readonly Person[]): ReadonlyMap<number, number> {
  const likes = new Map<number, number>();
  for (const { interactions } of people) for (const id of likedOf(interactions)) likes.set(id, (likes.get(id) ?? 0) + 1);
  return likes;
}

function genreShares({ columns }: World, titleIds: readonly number[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const id of titleIds) {
    for (const code of genresOf(columns, columns.rowOf.get(id) as number)) {
      const genre = columns.genreNames.names[code] as string;
      counts.set(genre, (counts.get(genre) ?? 0) + 1);
    }
  }
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return new Map([...counts].map(([genre, count]) => [genre, count / all]));
}

function topThree(shares: ReadonlyMap<string, number>, worth: (share: number, genre: string) => number): readonly string[] {
  const valued = [...shares].map(([genre, share]) => ({ genre, worth: worth(share, genre) }));
  return valued
    .sort((a, b) => b.worth - a.worth || (a.genre < b.genre ? -1 : 1))
    .slice(0, 3)
    .map(({ genre }) => genre);
}

function best(ids: readonly number[], keys: ReadonlyMap<number, number>): number[] {
  return [...ids].sort((a, b) => (keys.get(b) ?? 0) - (keys.get(a) ?? 0) || a - b).slice(0, 10);
}

function shuffled(ids: readonly number[], random: () => number): number[] {
  const order = [...ids];
  for (let at = 0; at < 10; at++) {
    const other = at + below(random, order.length - at);
    [order[at], order[other]] = [order[other] as number, order[at] as number];
  }
  return order;
}
