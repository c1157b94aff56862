import { cpus } from 'node:os';
import pino from 'pino';
import { DEFAULT_SETTINGS } from '../core/als-settings';
import { eligible, exclude } from '../core/eligible';
import { seeded } from '../core/random';
import { topRows } from '../core/rank';
import { readPerson } from '../engine/local/reading';
import { keysOf, reasonsOf } from '../engine/local/score';
import { listPage } from '../flow/list-page';
import { createRecommender, type Recommender } from '../flow/recommend';
import { type Database, migrate, openDatabase } from '../store/database';
import { peopleOf } from '../store/person';
import { createServedWriter } from '../store/served';
import { addSyntheticModel, fillCrowd } from './people-and-films';

const FILMS = 10_000;
const PEOPLE = 200;
const INTERACTIONS = 200;
const REQUESTS = 1_000;
const WARM_UP = 200;

/** Where to measure, and how to tell. */
interface Bench {
  /** A server on which a database of its own may be made and dropped. */
  readonly url: string;
  readonly print: (line: string) => void;
}

/** Measures lists of 20 for people with 200 interactions each over 10,000 films, in process, from the database read to the page with reasons. */
export async function benchRecommend({ url, print }: Bench): Promise<void> {
  const database = await freshDatabase(url);
  const log = pino({ level: 'silent' });
  const served = createServedWriter({ database, log });
  try {
    const { people, films } = await fillCrowd(database.db, { films: FILMS, people: PEOPLE, interactions: INTERACTIONS }, seeded(1));
    print(`recommend: lists of 20, ${INTERACTIONS} interactions a person, ${FILMS} films, plain solver, synthetic model`);
    print(
      `  machine: ${cpus().length} x ${cpus()[0]?.model.trim()}, Node ${process.version}; command: node --import tsx bench/recommend.ts`,
    );
    for (const k of new Set([DEFAULT_SETTINGS.k, 64])) {
      await addSyntheticModel(database.db, films, { k, random: seeded(k) });
      const recommender = createRecommender({ database, log, clock: () => new Date(), served });
      await recommender.start();
      print(`  k = ${k}${k === DEFAULT_SETTINGS.k ? ', the default' : ''}`);
      await printRequests(recommender, people, print);
      await printSteps(recommender, people, print);
    }
  } finally {
    await served.stop();
    await database.close();
    await asAdmin(url, `drop database ${NAME} with (force)`);
  }
}

async function printRequests(recommender: Recommender, people: readonly number[], print: Bench['print']): Promise<void> {
  for (const inFlight of [1, 8]) {
    print(
      `  ${inFlight} in flight, no cursor:      ${await measure((at) => request(recommender, people, { at, pinned: false }), inFlight)}`,
    );
    print(
      `  ${inFlight} in flight, with cursors:   ${await measure((at) => request(recommender, people, { at, pinned: true }), inFlight)}`,
    );
  }
}

const NAME = 'kinograph_bench_recommend';

async function request(
  recommender: Recommender,
  people: readonly number[],
  { at, pinned }: { at: number; pinned: boolean },
): Promise<void> {
  const userId = people[at % people.length] ?? null;
  const answer = await recommender.recommend({ userId, placement: 'home', filter: {} });
  const page = await listPage(recommender, answer, { first: 20 });
  if (pinned) await page.pin();
  const explained = page.edges.filter(({ node }) => node.reasons.length > 0).length;
  if (explained !== 20) throw new Error(`A list of 20 came with ${explained} explained titles.`);
}

async function printSteps({ database, local }: Recommender, people: readonly number[], print: Bench['print']): Promise<void> {
  const state = local.state();
  const { columns } = state;
  const readNew = (userId: number) => peopleOf(database.db, [{ userId, known: null }]);
  const [person = null] = await readNew(people[0] ?? 0);
  if (person === null) throw new Error('The first person is gone.');
  const now = new Date();
  const reading = readPerson(state, person, now);
  const mask = eligible(columns, {}, now);
  const seen = person.interactions.map(({ titleId }) => titleId);
  exclude(mask, columns, seen);
  const keys = keysOf(state, reading, mask);
  print(`  read the person:            ${await measure((at) => readNew(people[at % people.length] ?? 0))}`);
  print(`  confidence and fold-in:     ${await measure(async () => readPerson(state, { ...person }, now))}`);
  print(`  filter:                     ${await measure(async () => eligible(columns, {}, now))}`);
  print(`  score:                      ${await measure(async () => keysOf(state, reading, mask))}`);
  const rows = topRows(mask, { keys, ids: columns.ids }, 20);
  print(`  explain 20:                 ${await measure(async () => rows.map((row) => reasonsOf(state, reading, row)))}`);
  print(`  rank 500:                   ${await measure(async () => topRows(mask, { keys, ids: columns.ids }, 500))}`);
}

async function measure(piece: (at: number) => Promise<unknown>, inFlight = 1): Promise<string> {
  for (let at = 0; at < WARM_UP; at++) await piece(at);
  const times: number[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < REQUESTS) {
      const started = performance.now();
      await piece(next++);
      times.push(performance.now() - started);
    }
  };
  const cpu = process.cpuUsage();
  const started = performance.now();
  await Promise.all(Array.from({ length: inFlight }, worker));
  const wall = performance.now() - started;
  const { user, system } = process.cpuUsage(cpu);
  times.sort((a, b) => a - b);
  const at = (share: number): string => (times[Math.floor(times.length * share)] ?? 0).toFixed(3);
  const each = ((user + system) / 1000 / times.length).toFixed(3);
  return `${Math.round((1000 * times.length) / wall)}/s, p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, CPU of this process ${each} ms each`;
}

async function freshDatabase(url: string): Promise<Database> {
  await asAdmin(url, `drop database if exists ${NAME} with (force)`);
  await asAdmin(url, `create database ${NAME}`);
  const database = await openDatabase(url.replace(/\/[^/]*$/, `/${NAME}`), { connections: 4 });
  await migrate(database);
  return database;
}

async function asAdmin(url: string, statement: string): Promise<void> {
  const admin = await openDatabase(url, { connections: 1 });
  await admin.db.query(statement).finally(() => admin.close());
}

if (require.main === module) {
  const url = process.env.TEST_DATABASE_URL;
  if (!url) throw new Error('Set TEST_DATABASE_URL to a PostgreSQL server on which a database may be made.');
  benchRecommend({ url, print: (line) => console.log(line) }).catch((error) => {
    console.error(error);
    process.exitCode = 1;
  });
}
