import { compare, mean, meanIntervals } from '../core/evaluate/bootstrap';
import { afterFew, joined, mostLiked, mostTheirOwn, type Values, withoutPeople, withoutTitles } from './held-out';
import { commit, machine } from './machine';
import { movielensWorld } from './movielens-world';

const SEEDS = [1, 2, 3];
const PARTS = 10;

/** How lists are for titles and for people of whom nothing was learned, beside popularity: NDCG@10 on MovieLens small. */
async function main(): Promise<void> {
  const world = movielensWorld();
  console.log('cold start: NDCG@10 on MovieLens small, with 95 % intervals by bootstrap over people');
  console.log(`  ${machine()}; commit ${commit()}`);
  console.log(`  a tenth of all films held out whole, ranked among themselves for those who liked one; ${SEEDS.length} draws`);
  print(joined(await inTurn(SEEDS, (seed) => withoutTitles(world, seed))), 'popularity guessed by attributes');
  const parts = [...Array(PARTS).keys()];
  for (const [name, genres] of [
    ['the three genres of most of what they liked', mostLiked(world)],
    ['the three genres that they like more than others do', mostTheirOwn(world)],
  ] as const) {
    console.log(`  people held out whole, in ${PARTS} parts, who told ${name}; all films ranked`);
    print(joined(await inTurn(parts, (part) => withoutPeople(world, { part, parts: PARTS, genres }))), 'popularity');
  }
  for (const rated of [1, 3, 10]) {
    console.log(`  the same people, who told the genres of most of what they liked and rated ${rated}`);
    print(joined(await inTurn([0, 1, 2], (part) => afterFew(world, { part, parts: 5, rated }))), 'popularity');
  }
}

function print(values: Values, beside: string): void {
  const reference = values[beside] ?? new Float64Array(0);
  const intervals = meanIntervals(Object.values(values));
  Object.entries(values).forEach(([name, each], at) => {
    const { low, high } = intervals[at] ?? { low: 0, high: 0 };
    const { ratio } = compare(each, reference);
    const times =
      ratio === null || name === beside ? '' : `; ${two(ratio.value)} (${two(ratio.low)} to ${two(ratio.high)}) times "${beside}"`;
    console.log(`    ${name.padEnd(48)} ${three(mean(each))} (${three(low)} to ${three(high)}), ${each.length} cases${times}`);
  });
}

async function inTurn<One>(all: readonly One[], run: (one: One) => Promise<Values>): Promise<Values[]> {
  const done: Values[] = [];
  for (const one of all) done.push(await run(one));
  return done;
}

const two = (value: number): string => value.toFixed(2);
const three = (value: number): string => value.toFixed(3);

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
