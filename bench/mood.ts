import { DEFAULT_SETTINGS } from '../core/als-settings';
import { columnsOf, type TitleFacts } from '../core/columns';
import { dailySeed } from '../core/exploration';
import { untouched } from '../core/fold-event';
import { filterFrom } from '../core/list-filter';
import type { Factors } from '../core/model';
import { tagsNamedBy } from '../core/mood/mood';
import { SHIPPED_MOODS } from '../core/mood/shipped';
import { gramOf } from '../core/normal-equations';
import { below, seeded } from '../core/random';
import { TitleKind, TitleState } from '../core/title';
import type { Person } from '../engine/engine';
import { listFor } from '../engine/local/list';
import { type LocalState, stateOf } from '../engine/local/state';
import { cardsFor } from '../engine/local/taste-cards';
import { commit, machine } from './machine';

const TITLES = 100_000;
const K = 64;
const PEOPLE = 50;
const INTERACTIONS = 200;
const REQUESTS = 1_000;
const WARM_UP = 100;
const CARDS = 5;
const BAR_MS = 30;
const NOW = new Date('2026-06-01T12:00:00Z');

const KINDS = [TitleKind.MOVIE, TitleKind.BOOK, TitleKind.TRACK] as const;
const GENRES: Readonly<Record<(typeof KINDS)[number], readonly string[]>> = {
  [TitleKind.MOVIE]: 'Drama Comedy Thriller Action Romance Adventure Crime Sci-Fi Horror Fantasy Children Animation Documentary'.split(' '),
  [TitleKind.BOOK]: 'Classic Fantasy History Horror Adventure Thriller Romance Humor'.split(' '),
  [TitleKind.TRACK]: 'Pop Rock R&B Rap Latin EDM'.split(' '),
};

/** Measures lists by mood and time, of three titles of each kind with reasons and what fits, and taste cards, over 100,000 titles of three kinds in the process. */
function benchMood(print: (line: string) => void): void {
  const state = aState();
  const random = seeded(3);
  const people = Array.from({ length: PEOPLE }, () => aPerson(random));
  print(
    `lists by mood and time: ${TITLES} titles of three kinds, a third of them ranked by a model of k = ${K}, ${SHIPPED_MOODS.length} moods`,
  );
  print(`  at ${commit()} on ${machine()}; command: npm run bench -- mood`);
  const first = SHIPPED_MOODS.map(({ id }) => timeOf(() => answer(state, people[0] as Person, { mood: id, availableSeconds: 7_200 })));
  print(`  the first list of a mood, which finds what fits it: ${Math.max(...first).toFixed(1)} ms at most`);
  const times: number[] = [];
  for (let at = 0; at < WARM_UP + REQUESTS; at++) {
    const mood = SHIPPED_MOODS[at % SHIPPED_MOODS.length]?.id;
    const input = { ...(mood && { mood }), availableSeconds: 600 + below(random, 10_000) };
    const took = timeOf(() => answer(state, people[at % PEOPLE] as Person, input));
    if (at >= WARM_UP) times.push(took);
  }
  print(`  lists, one after another: ${shares(times)} (bar ${BAR_MS})`);
  const cards = Array.from({ length: WARM_UP + REQUESTS }, (_, at) => {
    const person = people[at % PEOPLE] as Person;
    return timeOf(() => cardsFor(state, { person: { ...person }, kinds: KINDS, askedIds: [], now: NOW, count: CARDS }));
  });
  print(`  ${CARDS} cards to learn a taste by, of three kinds: ${shares(cards.slice(WARM_UP))}`);
}

function shares(times: readonly number[]): string {
  const sorted = [...times].sort((a, b) => a - b);
  const share = (part: number): string => (sorted[Math.floor(part * sorted.length)] ?? Number.NaN).toFixed(1);
  return `p50 ${share(0.5)} ms, p95 ${share(0.95)} ms, p99 ${share(0.99)} ms`;
}

function timeOf(run: () => void): number {
  const began = performance.now();
  run();
  return performance.now() - began;
}

function answer(state: LocalState, person: Person, input: Parameters<typeof filterFrom>[0]): void {
  const filter = { ...filterFrom(input), seed: dailySeed(null, NOW) };
  const list = listFor(state, { person, filter, servedIds: [], now: NOW, count: 500 });
  for (const { titleId } of list.top(20)) {
    list.explain(titleId);
    list.fit(titleId);
  }
}

function aState(): LocalState {
  const random = seeded(1);
  const facts = Array.from({ length: TITLES }, (_, at) => factsOf(at + 1, random));
  const titleIds = facts.filter(({ kind }) => kind === TitleKind.MOVIE).map(({ id }) => id);
  const items = Float32Array.from({ length: titleIds.length * K }, () => (random() - 0.4) / 4);
  const settings = { ...DEFAULT_SETTINGS, k: K };
  const factors: Factors = {
    modelId: 1,
    settings,
    titleIds,
    indexOf: new Map(titleIds.map((id, index) => [id, index])),
    items,
    gram: gramOf(items, K, settings.unobservedWeight),
    popularity: Float64Array.from(titleIds, () => Math.floor(1 / (random() + 1e-4))),
  };
  const named = tagsNamedBy(SHIPPED_MOODS);
  const tag = (): string => named[below(random, named.length)] ?? '';
  const tags = new Map(titleIds.map((id) => [id, new Map([[tag(), random()]])] as const));
  const moods = new Map(SHIPPED_MOODS.map((mood) => [mood.id, { ...mood, version: 1, updatedAt: NOW }]));
  return { ...stateOf(columnsOf(facts), factors), moods: { moods, tags } };
}

function factsOf(id: number, random: () => number): TitleFacts {
  const kind = KINDS[id % KINDS.length] ?? TitleKind.MOVIE;
  const genres = GENRES[kind];
  const some = Array.from({ length: 1 + below(random, 3) }, () => genres[below(random, genres.length)] ?? '');
  const sound = { tempo: 60 + below(random, 120), energy: random(), valence: random(), acousticness: random() };
  return {
    ...{ id, kind, year: 1950 + below(random, 75), genres: [...new Set(some)], category: null, certificate: null, parentId: null },
    ...{ availability: [], state: TitleState.LISTED, mergedIntoId: null },
    ...lengthOf(kind, random),
    attributes: { ratingCount: Math.floor(1 / (random() + 1e-5)), ...(kind === TitleKind.TRACK && sound) },
  };
}

function lengthOf(kind: TitleKind, random: () => number): { readonly seconds: number | null; readonly pages: number | null } {
  if (kind === TitleKind.BOOK) return { seconds: null, pages: 50 + below(random, 800) };
  const seconds = kind === TitleKind.TRACK ? 120 + below(random, 240) : 3_600 + below(random, 7_200);
  return { seconds, pages: null };
}

function aPerson(random: () => number): Person {
  const interactions = Array.from({ length: INTERACTIONS }, () => ({
    ...untouched({ userId: 1, titleId: 1 + below(random, TITLES), occurredAt: NOW }),
    ...{ rating: 1 + below(random, 5), ratedAt: NOW },
  }));
  return { preferences: {}, interactions };
}

benchMood(console.log);
