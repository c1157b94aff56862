import { DEFAULT_SETTINGS } from '../core/als-settings';
import { LIKED_FROM } from '../core/confidence';
import { compare, mean, meanIntervals } from '../core/evaluate/bootstrap';
import { ndcg } from '../core/evaluate/metrics';
import { untouched } from '../core/fold-event';
import { type Interaction, Opinion } from '../core/interaction';
import { below, seeded } from '../core/random';
import { TitleKind } from '../core/title';
import { listFor } from '../engine/local/list';
import { type LocalState, stateOf } from '../engine/local/state';
import { cardsFor } from '../engine/local/taste-cards';
import { commit, machine } from './machine';
import { factorsFrom, matrixOf, movielensWorld, NOW, type World } from './movielens-world';

const PARTS = 5;
const CARDS = 10;
const DISLIKED_TO = 2.5;
/** So many of the best known films are asked about where it goes by chance. */
const KNOWN = 300;
const FILTER = { excludeSeen: true, excludeServed: false, excludeTitleIds: [], withoutHistoryOf: [] };

/** Which film a person is asked about next, by what was answered and asked so far. */
type Asking = (state: LocalState, past: readonly Interaction[], asked: readonly number[]) => number | null;

/** A person of whom nothing was learned: what they would answer, and what they should be shown. */
interface Case {
  readonly opinions: ReadonlyMap<number, Opinion>;
  readonly liked: ReadonlySet<number>;
  readonly seed: number;
}

const person = (interactions: readonly Interaction[]) => ({ preferences: {}, interactions });

const WAYS: Readonly<Record<string, (one: Case) => Asking>> = {
  'what teaches most': () => (state, past, askedIds) =>
    cardsFor(state, { person: person(past), kinds: [TitleKind.MOVIE], askedIds, now: NOW, count: 1 })[0]?.titleId ?? null,
  'the best known': () => (state, _, asked) => bestKnown(state, KNOWN).find((id) => !asked.includes(id)) ?? null,
  'by chance of the best known': ({ seed }) => byChance(seed, (state) => bestKnown(state, KNOWN)),
  'by chance of all': ({ seed }) => byChance(seed, (state) => [...state.columns.ids]),
};

/** How good lists are after ten cards, by how the cards were chosen: NDCG@10 on MovieLens small, of people held out whole. */
async function main(): Promise<void> {
  const world = movielensWorld();
  console.log(
    `onboarding: NDCG@10 after ${CARDS} cards, with 95 % intervals by bootstrap over people; command: npm run bench -- onboarding`,
  );
  console.log(
    `  ${machine()}; commit ${commit()}; MovieLens small, people held out whole in ${PARTS} parts; half of what each rated answers cards`,
  );
  console.log(
    `  (from ${LIKED_FROM}: Like, to ${DISLIKED_TO}: Dislike, else and what they did not rate: Don't know), what they liked of the other half is asked for`,
  );
  const values: Record<string, number[]> = { 'no cards': [] };
  const answered: Record<string, number[]> = {};
  for (let part = 0; part < PARTS; part++) {
    const state = await stateWithout(world, part);
    for (const one of casesOf(world, part)) {
      values['no cards']?.push(ndcgOf(state, [], one));
      for (const [name, way] of Object.entries(WAYS)) {
        const past = answersOf(state, way(one), one);
        values[name] = [...(values[name] ?? []), ndcgOf(state, past, one)];
        answered[name] = [...(answered[name] ?? []), past.length];
      }
    }
  }
  report(values, answered);
}

function report(values: Readonly<Record<string, readonly number[]>>, answered: Readonly<Record<string, readonly number[]>>): void {
  const all = Object.values(values).map((each) => Float64Array.from(each));
  const intervals = meanIntervals(all);
  const reference = Float64Array.from(values['by chance of all'] ?? []);
  Object.keys(values).forEach((name, at) => {
    const own = all[at] as Float64Array;
    const { low, high } = intervals[at] ?? { low: 0, high: 0 };
    const { ratio } = compare(own, reference);
    const times =
      ratio === null ? '' : `; ${ratio.value.toFixed(2)} (${ratio.low.toFixed(2)} to ${ratio.high.toFixed(2)}) times "by chance of all"`;
    const said = answered[name] === undefined ? '' : `; ${mean(Float64Array.from(answered[name] ?? [])).toFixed(1)} of ${CARDS} answered`;
    console.log(
      `    ${name.padEnd(30)} ${mean(own).toFixed(3)} (${low.toFixed(3)} to ${high.toFixed(3)}), ${own.length} people${said}${times}`,
    );
  });
}

async function stateWithout({ columns, people }: World, part: number): Promise<LocalState> {
  const others = people.filter((_, at) => at % PARTS !== part).map(({ interactions }) => interactions);
  return stateOf(columns, await factorsFrom(columns, matrixOf(columns, others, DEFAULT_SETTINGS), DEFAULT_SETTINGS));
}

function casesOf({ people }: World, part: number): readonly Case[] {
  return people
    .filter((_, at) => at % PARTS === part)
    .map(({ id, interactions }) => {
      const random = seeded(id);
      const [answering, rest]: [Interaction[], Interaction[]] = [[], []];
      for (const interaction of interactions) (random() < 0.5 ? answering : rest).push(interaction);
      const opinions = new Map<number, Opinion>();
      for (const { titleId, rating } of answering) {
        if ((rating ?? 0) >= LIKED_FROM) opinions.set(titleId, Opinion.LIKE);
        else if ((rating ?? 0) <= DISLIKED_TO) opinions.set(titleId, Opinion.DISLIKE);
      }
      const liked = new Set(rest.filter(({ rating }) => (rating ?? 0) >= LIKED_FROM).map(({ titleId }) => titleId));
      return { opinions, liked, seed: id };
    })
    .filter(({ liked }) => liked.size > 0);
}

function answersOf(state: LocalState, next: Asking, { opinions }: Case): readonly Interaction[] {
  let past: readonly Interaction[] = [];
  const asked: number[] = [];
  while (asked.length < CARDS) {
    const titleId = next(state, past, asked);
    if (titleId === null) return past;
    asked.push(titleId);
    const opinion = opinions.get(titleId);
    if (opinion !== undefined) past = [...past, { ...untouched({ userId: 1, titleId, occurredAt: NOW }), opinion, opinionAt: NOW }];
  }
  return past;
}

function ndcgOf(state: LocalState, past: readonly Interaction[], { liked }: Case): number {
  const list = listFor(state, { person: person(past), filter: FILTER, servedIds: [], now: NOW, count: 10 }).top(10);
  return ndcg({ ranks: list.flatMap(({ titleId }, at) => (liked.has(titleId) ? [at + 1] : [])), relevant: liked.size }, 10);
}

const bestKnownOf = new WeakMap<LocalState, readonly number[]>();

function bestKnown(state: LocalState, count: number): readonly number[] {
  const known =
    bestKnownOf.get(state) ??
    [...state.columns.ids.keys()]
      .sort((a, b) => (state.fame[b] as number) - (state.fame[a] as number))
      .slice(0, count)
      .map((row) => state.columns.ids[row] as number);
  bestKnownOf.set(state, known);
  return known;
}

function byChance(seed: number, from: (state: LocalState) => readonly number[]): Asking {
  const random = seeded(seed);
  return (state, _, asked) => {
    const left = from(state).filter((id) => !asked.includes(id));
    return left[below(random, left.length)] ?? null;
  };
}

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
