import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import type { MetricsInput } from '../core/metrics';
import { MetricsPeriod } from '../core/metrics-window';
import { countedNumbers } from '../flow/metrics';
import { createTracker } from '../flow/track';
import { rollUp } from '../jobs/roll-up';
import { createEventStream, MOST_READ, OVERLAP_SECONDS } from '../server/event-stream';
import { type Database, migrate, openDatabase } from '../store/database';
import { startEmbedded } from '../store/embedded/server';
import { newestEvents } from '../store/event-stream';
import { keepPartitions } from '../store/partitions';
import { machine } from './machine';

const USERS = 20_000;
const TITLES = 10_000;
const LISTS = 5_000;
const PLACES = 20;
const EVENTS = 100_000;
const FEW = 10_000;
const TIMES = 100;
const ASKED = 15;
const ROUNDS = 5;
const ROUND_MS = 3_000;
const CALLERS = 16;
const BATCH = 100;
const log = pino({ level: 'silent' });

/** What the roll-up costs, what the dashboard costs with a hundred times as many events, and what the live stream costs the intake. */
async function benchMetrics(database: Database): Promise<void> {
  console.log(`metrics on ${machine()}; ${USERS} people, ${TITLES} films`);
  await prepare(database);
  await rollUpCost(database);
  const few = await queryCost(database, FEW);
  const many = await queryCost(database, FEW * TIMES);
  for (const period of Object.values(MetricsPeriod))
    console.log(
      `${period}: ${ms(few[period])} of ${FEW} events, ${ms(many[period])} of ${FEW * TIMES}: ${(many[period] / few[period]).toFixed(2)} times`,
    );
  await streamCost(database);
}

const ms = (value: number): string => `${value.toFixed(1)} ms`;

async function prepare({ db }: Database): Promise<void> {
  await db.query(`insert into users (source, "externalId") select 'app', n::text from generate_series(1, ${USERS}) n`);
  await db.query(
    `insert into titles (kind, name, "searchName", seconds) select 'MOVIE', 'Film ' || n, 'film ' || n, 6000 from generate_series(1, ${TITLES}) n`,
  );
  await db.query('vacuum analyze');
}

/** 5,000 lists of 20 titles, each seen, one of it opened and played in pieces; all of it half an hour old. */
async function rollUpCost(database: Database): Promise<void> {
  const { db } = database;
  await db.query(`update settings set value = to_jsonb((now() - interval '1 day')::text) where name = 'roll-up-served'`);
  await db.query(
    `create table made as select n as "userId", gen_random_uuid() as "recommendationId", now() - interval '1 hour' + n * interval '300 ms' as at,
       (select array_agg(distinct id) from (select 1 + floor(random() * ${TITLES})::bigint + n * 0 as id from generate_series(1, ${PLACES})) drawn) as titles
     from generate_series(1, ${LISTS}) n`,
  );
  await db.query(
    `insert into served ("servedAt", "recommendationId", rank, "userId", "titleId", placement, engine, "modelId", propensity, "writtenAt")
     select at, "recommendationId", rank, "userId", id, case when "userId" % 2 = 0 then 'home' else 'side-list' end, 'LOCAL', 1, 1, now() - interval '30 seconds'
     from made, unnest(titles) with ordinality title(id, rank)`,
  );
  const columns =
    '(id, type, owner, "userId", "titleId", "occurredAt", "receivedAt", "fromSeconds", "toSeconds", "recommendationId", "titleIds")';
  await db.query(
    `insert into events ${columns}
     select gen_random_uuid(), 'IMPRESSION', 1, "userId", null::bigint, at + interval '2 s', at + interval '3 s', null::float8, null::float8, "recommendationId"::text, titles from made
     union all select gen_random_uuid(), 'CLICK', 1, "userId", titles[1], at + interval '9 s', at + interval '10 s', null, null, "recommendationId"::text, null from made
     union all select gen_random_uuid(), 'WATCH_INTERVAL', 1, "userId", titles[1], at + interval '10 s' + n * interval '10 s', at + interval '11 s' + n * interval '10 s',
       n * 300, n * 300 + 250, null, null from made, generate_series(0, ${EVENTS / LISTS - 3}) n`,
  );
  await db.query('vacuum analyze');
  const [{ events }] = await db.query('select count(*)::int as events from events');
  const [{ served }] = await db.query('select count(*)::int as served from served');
  const seconds = await timed(() => count(database));
  console.log(
    `roll-up of ${events} events and ${served} titles served: ${seconds.toFixed(2)} s, ${((seconds / (events + served)) * 1e6).toFixed(0)} µs a row`,
  );
  const [sums] = await db.query('select sum(seen) as seen, sum(clicked) as clicked, sum(watched) as watched from served_slots');
  console.log(`  seen ${sums.seen}, clicked ${sums.clicked} and watched ${sums.watched} (expected: ${served}, ${LISTS}, ${LISTS})`);
}

/** Milliseconds of all numbers of each period, with so many events a day of the last 60 days behind them: the median of several. */
async function queryCost(database: Database, events: number): Promise<Record<MetricsPeriod, number>> {
  const { db } = database;
  await db.query('truncate event_slots, served_slots, sketch_slots, sightings');
  await db.query(
    `insert into events (id, type, owner, "userId", "titleId", "occurredAt", "receivedAt", "fromSeconds", "toSeconds")
     select gen_random_uuid(), (array['CLICK', 'WATCH_INTERVAL', 'LIKE', 'RATING'])[1 + n % 4], 1, 1 + floor(random() * ${USERS}), 1 + floor(random() * ${TITLES}),
       now() - random() * interval '59 days', now() - interval '15 seconds', 0, 10 from generate_series(1, ${events}) n`,
  );
  await count(database);
  await db.query('vacuum analyze');
  const cost = { [MetricsPeriod.DAY]: 0, [MetricsPeriod.WEEK]: 0, [MetricsPeriod.MONTH]: 0 };
  for (const period of Object.values(MetricsPeriod)) {
    const input: MetricsInput = { period, timeZone: 'Europe/Helsinki', kind: null, placement: null, modelId: null };
    const times: number[] = [];
    for (let asked = 0; asked < ASKED; asked += 1) times.push(1_000 * (await timed(() => countedNumbers(db, input, new Date()))));
    cost[period] = median(times);
  }
  return cost;
}

/** Events a second that are taken in with nobody and with one operator at the live stream, in turns. */
async function streamCost({ db, ...database }: Database): Promise<void> {
  const tracker = createTracker({ database: { db, ...database }, log, clock: () => new Date() });
  const stream = createEventStream({ read: () => newestEvents(db, { most: MOST_READ, seconds: OVERLAP_SECONDS }), log });
  const rates: Record<0 | 1, number[]> = { 0: [], 1: [] };
  let shown = 0;
  await rate(ROUND_MS);
  for (let round = 0; round < ROUNDS; round += 1) {
    rates[0].push(await rate(ROUND_MS));
    const watching = stream.watch({});
    const reading = (async (): Promise<void> => {
      for await (const { events } of watching) shown += events.length;
    })();
    rates[1].push(await rate(ROUND_MS));
    await watching.return?.();
    await reading;
  }
  const ratios = rates[0].map((alone, round) => (rates[1][round] ?? 0) / alone);
  console.log(
    `intake: ${median(rates[0]).toFixed(0)} events/s with nobody at the stream, ${median(rates[1]).toFixed(0)} with one (${shown} shown); ` +
      `with / without, round by round: ${ratios.map((ratio) => ratio.toFixed(2)).join(' ')}, median ${median(ratios).toFixed(2)}`,
  );

  async function rate(duration: number): Promise<number> {
    const begun = performance.now();
    let accepted = 0;
    const call = async (): Promise<void> => {
      while (performance.now() < begun + duration) accepted += (await tracker.track(aRequest())).length;
    };
    await Promise.all(Array.from({ length: CALLERS }, call));
    return (1_000 * accepted) / (performance.now() - begun);
  }
}

function aRequest() {
  const userId = 1 + Math.floor(Math.random() * USERS);
  const occurredAt = new Date().toISOString();
  const titleId = String(1 + Math.floor(Math.random() * TITLES));
  const events = Array.from({ length: BATCH }, (_, at) => ({
    ...{ id: randomUUID(), type: 'WATCH_INTERVAL', occurredAt, titleId, playId: 'p' },
    ...{ fromSeconds: at * 10, toSeconds: at * 10 + 10 },
  }));
  return { owner: userId, subject: userId, mayNameUsers: false, events, sentAt: occurredAt, addressHash: null };
}

async function count(database: Database): Promise<void> {
  const { db, url } = database;
  const progress = async (): Promise<void> => undefined;
  const signal = new AbortController().signal;
  await rollUp.run({
    db,
    database,
    url,
    runId: 1,
    last: true,
    payload: {},
    log,
    clock: () => new Date(),
    signal,
    progress,
    tell: progress,
  });
}

async function timed(run: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await run();
  return (performance.now() - begun) / 1_000;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

async function main(): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), 'kinograph-metrics-'));
  const server = await startEmbedded({ directory, log: pino({ level: 'warn' }) });
  const database = await openDatabase(server.url, { connections: 10 });
  try {
    await migrate(database);
    await keepPartitions(database.db, new Date());
    await benchMetrics(database);
  } finally {
    await database.close();
    await server.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}

void main();
