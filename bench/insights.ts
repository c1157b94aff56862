import { insightsOf } from '../flow/insights';
import { type Database, type Db, migrate, openDatabase } from '../store/database';
import { insightOf } from '../store/insights';
import { keepPartitions } from '../store/partitions';
import { playsPage } from '../store/plays';
import { startTestServer, stopTestServer } from '../test/support/database-server';
import { commit, machine, percentile } from './machine';
import { processorTime } from './processor';

const TITLES = 5_000;
const PLAYS = 100_000;
const TURNS = 9;
const BAR_MS = 500;

/** A third of the titles are shows; each has two of twenty genres and ten of twenty thousand actors. */
async function fillCatalogue(db: Db): Promise<void> {
  await db.query(
    `insert into titles (kind, name, "searchName", genres, seconds)
     select case when n % 3 = 0 then 'SHOW' else 'MOVIE' end, 'Title ' || n, 'title ' || n, array['Genre ' || n % 20, 'Genre ' || n % 7], 1200 + n % 6000
     from generate_series(1, $1::int) n`,
    [TITLES],
  );
  await db.query(
    `insert into credits ("titleId", role, position, name)
     select id, 'ACTOR', position, 'Actor ' || (id * 7919 + position * 104729) % 20000 from titles, generate_series(0, 9) position`,
  );
}

/** One person's plays over ten years: as rows of a short export, as rows of a full one with times, or played here in three intervals each. */
async function fillPlays(db: Db, userId: number, how: 'days' | 'times' | 'here'): Promise<void> {
  const title = `1 + (n * 7919 + n / 13) % ${TITLES}`;
  const at = `date_trunc('${how === 'days' ? 'day' : 'minute'}', timestamptz '2026-01-01 00:00Z' - n * interval '53 minutes')`;
  if (how === 'here') {
    await db.query(
      `insert into events (id, type, owner, "userId", "titleId", "occurredAt", "playId", "fromSeconds", "toSeconds")
       select gen_random_uuid()::text, 'WATCH_INTERVAL', $1, $1, ${title}, ${at} + part * interval '10 minutes', 'play ' || n, part * 600, part * 600 + 540
       from generate_series(1, $2::int) n, generate_series(0, 2) part`,
      [userId, PLAYS],
    );
    return;
  }
  const [{ id }] = await db.query(
    `insert into history_imports ("userId", "fileName", state) values ($1, 'bench.csv', 'DONE') returning id`,
    [userId],
  );
  await db.query(
    `with made as (
       insert into history_rows ("importId", number, "userId", text, name, "occurredAt", timed, fate, "titleId", "eventId")
       select $2, n, $1, 'Title ' || n, 'Title', ${at}, $4, 'SURE', ${title}, gen_random_uuid()::text from generate_series(1, $3::int) n returning *
     )
     insert into events (id, type, owner, "userId", "titleId", "occurredAt", "importId")
     select "eventId", 'COMPLETED', "userId", "userId", "titleId", "occurredAt", "importId" from made`,
    [userId, id, PLAYS, how === 'times'],
  );
}

/** By the clock, and the processor time of the connection's own process in PostgreSQL: other work on the machine lengthens the former most. */
async function timed(db: Db, run: () => Promise<unknown>): Promise<string> {
  const [{ pid }] = await db.query('select pg_backend_pid() as pid');
  const times: number[] = [];
  await run();
  const spent = processorTime(pid);
  for (let turn = 0; turn < TURNS; turn++) {
    const began = performance.now();
    await run();
    times.push(performance.now() - began);
  }
  const processor = (processorTime(pid) - spent) / TURNS;
  return `median ${percentile(times, 0.5).toFixed(0)} ms, best ${Math.min(...times).toFixed(0)}, processor ${processor.toFixed(0)}`;
}

async function run({ db }: Database): Promise<void> {
  await keepPartitions(db, new Date());
  await fillCatalogue(db);
  for (const [how, words] of [
    ['days', 'rows of a short export, days without times'],
    ['times', 'rows of a full export, with times'],
    ['here', 'played here, in three intervals each'],
  ] as const) {
    const [{ id: userId }] = await db.query(`insert into users (source, "externalId") values ('app', $1) returning id`, [how]);
    await fillPlays(db, userId, how);
    await db.query('vacuum analyze');
    const plays = { userId, timeZone: 'Europe/Berlin', from: null, until: null, kinds: null, importId: null, withoutIds: [] };
    const asked = { ...plays, readerId: userId, blendId: null, first: 10 };
    const all = await timed(db, () => insightsOf(db, asked));
    const month = await timed(db, () => insightsOf(db, { ...asked, from: new Date('2024-03-01'), until: new Date('2024-04-01') }));
    const page = await timed(db, () => playsPage(db, { plays, filter: { genre: 'Genre 3' } }, { first: 20, after: null }));
    const { plays: found } = await insightOf(db, plays, { places: 10, withTitles: false });
    console.log(`${found} plays, ${words}: all numbers ${all} (bar ${BAR_MS}); of one month ${month}; 20 plays of one genre ${page}`);
  }
}

/** On TEST_DATABASE_URL where it is set, else on an embedded server of its own. */
async function main(): Promise<void> {
  console.log(`insights of one person at ${commit()} on ${machine()}; command: npm run bench -- insights`);
  const server = await startTestServer();
  const name = 'bench_insights';
  const admin = await openDatabase(server, { connections: 1 });
  try {
    await admin.db.query(`drop database if exists ${name} with (force)`);
    await admin.db.query(`create database ${name}`);
    const url = server.replace(/\/[^/]*$/, `/${name}`);
    const first = await openDatabase(url, { connections: 2 });
    await migrate(first);
    await first.close();
    // One connection, so that its process does all the work.
    const database = await openDatabase(url, { connections: 1 });
    try {
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
