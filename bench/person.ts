import pino from 'pino';
import { seeded } from '../core/random';
import { forgetUser } from '../flow/forget';
import { createInspector } from '../flow/inspect';
import { createRecommender } from '../flow/recommend';
import { forget } from '../jobs/forget';
import { type Database, type Db, migrate, openDatabase } from '../store/database';
import { keepPartitions } from '../store/partitions';
import { eventsPage } from '../store/person-log';
import { createServedWriter } from '../store/served';
import { startTestServer, stopTestServer } from '../test/support/database-server';
import { aJobContext } from '../test/support/job-context';
import { commit, machine, percentile } from './machine';
import { addSyntheticModel, fillCrowd } from './people-and-films';

const FILMS = 10_000;
const PEOPLE = 200;
const INTERACTIONS = 200;
const LOG = 1_000_000;
const HEAVY = 20_000;
const TURNS = 100;

/** Half of the time of many turns stayed below this, in milliseconds. */
async function median(turns: number, run: (turn: number) => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let turn = 0; turn < turns; turn++) {
    const began = performance.now();
    await run(turn);
    times.push(performance.now() - began);
  }
  return percentile(times, 0.5);
}

const ms = (value: number): string => `${value.toFixed(1)} ms`;

/** So many clicks of these people, the first of whom did `heavy` of them, in the partition of today. */
async function fillLog(
  db: Db,
  people: readonly number[],
  { rows, heavy }: { readonly rows: number; readonly heavy: number },
): Promise<void> {
  await db.query(
    `insert into events (id, type, owner, "userId", "titleId", "occurredAt")
     select n::text, 'CLICK', id, id, 1 + n % ${FILMS}, now()
     from (select n, ($1::bigint[])[case when n <= $3::int then 1 else 2 + n % ${PEOPLE - 1} end] as id from generate_series(1, $2::int) n) made`,
    [people, rows, heavy],
  );
  await db.query('vacuum analyze events');
}

async function run(database: Database): Promise<void> {
  const { db } = database;
  const log = pino({ level: 'silent' });
  const served = createServedWriter({ database, log });
  await keepPartitions(db, new Date());
  const { people, films } = await fillCrowd(db, { films: FILMS, people: PEOPLE, interactions: INTERACTIONS }, seeded(1));
  await addSyntheticModel(db, films, { k: 64, random: seeded(2) });
  const recommender = createRecommender({ database, log, clock: () => new Date(), served });
  await recommender.start();
  const inspector = createInspector(recommender);
  const person = (turn: number): number => people[turn % PEOPLE] ?? 0;
  const asked = { likedIds: [], modelId: null, withoutIds: [], aboutIds: [], first: 20 };
  const listOf = (turn: number) => ({ userId: person(turn), placement: null, filter: {} });

  const list = await median(TURNS, async (turn) => (await recommender.recommend(listOf(turn))).top(20));
  const inspected = await median(TURNS, (turn) => inspector.inspect({ ...asked, list: listOf(turn) }));
  const without = await median(TURNS, (turn) => inspector.inspect({ ...asked, list: listOf(turn), withoutIds: [films[turn] ?? 0] }));
  console.log(
    `a list of 20 of ${FILMS} films, ${INTERACTIONS} interactions: ${ms(list)}; taken apart ${ms(inspected)}; without a title ${ms(without)}`,
  );

  await fillLog(db, people, { rows: LOG, heavy: HEAVY });
  const page = (userId: number) => eventsPage(db, userId, { filter: {}, page: { first: 50, after: null } });
  const light = await median(TURNS, (turn) => page(people[1 + (turn % (PEOPLE - 1))] ?? 0));
  const heavy = await median(TURNS, () => page(people[0] ?? 0));
  console.log(
    `50 events of a log of ${LOG}: ${ms(light)} of somebody with ${Math.round((LOG - HEAVY) / (PEOPLE - 1))}, ${ms(heavy)} with ${HEAVY}`,
  );

  const userId = people[0] ?? 0;
  const began = performance.now();
  const { id } = await forgetUser(db, { userId, confirmedId: userId, retrain: false, actor: 'system' });
  const gone = performance.now() - began;
  await forget.run(aJobContext(database, { erasureId: id }));
  const seconds = (performance.now() - began) / 1000;
  const rows = HEAVY + INTERACTIONS;
  console.log(`forgetting somebody with ${rows} rows: served no more after ${ms(gone)}, nothing left after ${seconds.toFixed(2)} s`);
  await served.stop();
  await recommender.stop();
}

/** On TEST_DATABASE_URL where it is set, else on an embedded server of its own. */
async function main(): Promise<void> {
  console.log(`people, their log and their lists at ${commit()} on ${machine()}; command: npm run bench -- person`);
  const server = await startTestServer();
  const name = 'bench_person';
  const admin = await openDatabase(server, { connections: 1 });
  try {
    await admin.db.query(`drop database if exists ${name} with (force)`);
    await admin.db.query(`create database ${name}`);
    const url = server.replace(/\/[^/]*$/, `/${name}`);
    const database = await openDatabase(url, { connections: 6 });
    try {
      await migrate(database);
      await run(database);
    } finally {
      await database.close();
    }
    await admin.db.query(`drop database ${name} with (force)`);
  } finally {
    await admin.close();
    await stopTestServer();
  }
}

void main();
