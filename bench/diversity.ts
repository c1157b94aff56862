import { DEFAULT_SETTINGS } from '../core/als-settings';
import { compare, mean } from '../core/evaluate/bootstrap';
import { ndcg } from '../core/evaluate/metrics';
import type { Interaction } from '../core/interaction';
import type { ListFilter } from '../core/recommendation';
import { sharedGenres } from '../core/shared-genres';
import { listFor } from '../engine/local/list';
import { type LocalState, stateOf } from '../engine/local/state';
import { commit, machine, percentile } from './machine';
import { factorsFrom, matrixOf, movielensWorld, NOW, type World } from './movielens-world';

const SHARES = [0, 0.1, 0.2, 0.3, 0.5, 0.7, 1];
const ROUNDS = 7;
const LISTS = 100;
const FILTER: ListFilter = { excludeSeen: true, excludeServed: false, excludeTitleIds: [], withoutHistoryOf: [], seed: 1 };

interface Case {
  readonly past: readonly Interaction[];
  readonly liked: ReadonlySet<number>;
}

/** What diversity and exploration change in lists on MovieLens small, the newest fifth of each person withheld, and what they cost. */
async function main(): Promise<void> {
  const world = movielensWorld();
  const cases = world.people.map(({ interactions }) => newestFifth(interactions)).filter(({ liked }) => liked.size > 0);
  const pasts = cases.map(({ past }) => past);
  const settings = DEFAULT_SETTINGS;
  const state = stateOf(world.columns, await factorsFrom(world.columns, matrixOf(world.columns, pasts, settings), settings));
  console.log(
    `diversity and exploration: MovieLens small, ${cases.length} people, all ${world.columns.size} films ranked, k = ${settings.k}`,
  );
  console.log(`  ${machine()}; commit ${commit()}`);
  const plain = qualityOf(cases, state, {});
  for (const diversity of SHARES) {
    const found = qualityOf(cases, state, { diversity });
    const { ratio } = compare(found, plain);
    const interval = ratio === null ? '' : ` (${two(ratio.value)}, ${two(ratio.low)} to ${two(ratio.high)}, of that at 0)`;
    console.log(
      `  diversity ${diversity}: NDCG@10 ${mean(found).toFixed(4)}${interval}; genres shared in a list of 10: ${two(likeness(cases, state, world, { diversity }))}`,
    );
  }
  const { ratio } = compare(qualityOf(cases, state, { explorationShare: 0.1 }), plain);
  console.log(`  exploration 0.1: ${two(ratio?.value ?? 0)} (${two(ratio?.low ?? 0)} to ${two(ratio?.high ?? 0)}) of the NDCG@10 at 0`);
  time(cases, state);
}

/** Medians of alternated rounds: a list of 20 as it is, varied, and explored. */
function time(cases: readonly Case[], state: LocalState): void {
  const ways: Record<string, Partial<ListFilter>> = {
    plain: {},
    'diversity 0.5': { diversity: 0.5 },
    'exploration 0.1': { explorationShare: 0.1 },
  };
  const times = Object.fromEntries(Object.keys(ways).map((name) => [name, [] as number[]]));
  for (let round = -1; round < ROUNDS; round++) {
    for (const [name, filter] of Object.entries(ways)) {
      const started = performance.now();
      for (let at = 0; at < LISTS; at++) listOf(cases[at % cases.length] as Case, state, filter, 20);
      if (round >= 0) times[name]?.push((performance.now() - started) / LISTS);
    }
  }
  for (const [name, each] of Object.entries(times)) console.log(`  a list of 20, ${name}: ${percentile(each, 0.5).toFixed(3)} ms`);
}

function newestFifth(interactions: readonly Interaction[]): Case {
  const sorted = [...interactions].sort((a, b) => a.lastAt.getTime() - b.lastAt.getTime() || a.titleId - b.titleId);
  const cut = Math.floor(0.8 * sorted.length);
  const liked = sorted.slice(cut).filter(({ rating }) => (rating ?? 0) >= 3.5);
  return { past: sorted.slice(0, cut), liked: new Set(liked.map(({ titleId }) => titleId)) };
}

function listOf({ past }: Case, state: LocalState, given: Partial<ListFilter>, count = 10): number[] {
  const request = { person: { preferences: {}, interactions: past }, filter: { ...FILTER, ...given }, servedIds: [], now: NOW, count: 500 };
  return listFor(state, request)
    .top(count)
    .map(({ titleId }) => titleId);
}

function qualityOf(cases: readonly Case[], state: LocalState, given: Partial<ListFilter>): Float64Array {
  return Float64Array.from(cases, (one) => {
    const ranks = listOf(one, state, given).flatMap((id, at) => (one.liked.has(id) ? [at + 1] : []));
    return ndcg({ ranks, relevant: one.liked.size }, 10);
  });
}

/** The mean over lists of how alike the genres of two of their films are (Jaccard). */
function likeness(cases: readonly Case[], state: LocalState, { columns }: World, given: Partial<ListFilter>): number {
  const ofList = (one: Case): number => {
    const rows = listOf(one, state, given).map((id) => columns.rowOf.get(id) as number);
    const pairs = rows.flatMap((row, at) => rows.slice(at + 1).map((other) => sharedGenres(columns, row, other)));
    return mean(Float64Array.from(pairs));
  };
  return mean(Float64Array.from(cases, ofList));
}

const two = (value: number): string => value.toFixed(2);

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
