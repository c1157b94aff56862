import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { pino } from 'pino';
import { createTracker, type Tracker, type TrackRequest } from '../flow/track';
import { type Database, migrate, openDatabase } from '../store/database';
import { startEmbedded } from '../store/embedded/server';
import { keepPartitions } from '../store/partitions';
import { machine } from './machine';

export interface IngestOptions {
  /** A PostgreSQL on which the bench may make and drop a database of its own. */
  readonly url: string;
  readonly print: (line: string) => void;
  /** Events that stand when the first and the last cost are measured. */
  readonly sizes?: readonly number[];
}

const USERS = 20_000;
const TITLES = 10_000;
const BATCH = 100;
const INTERVALS_A_FILM = 10;
const CALLERS = 16;
const SINGLE_CALLERS = 64;
const ROUND_SECONDS = 6;
const COLD_SECONDS = 20;
const COPIED = 100_000;

/** Measures how fast events are taken in: durable batches, single requests, plain COPY, and what a large log costs. */
export async function benchIngest({ url, print, sizes = [100_000, 5_000_000] }: IngestOptions): Promise<void> {
  const name = `ingest_${randomUUID().replaceAll('-', '')}`;
  const admin = await openDatabase(url, { connections: 1 });
  await admin.db.query(`create database ${name}`);
  const database = await openDatabase(url.replace(/\/[^/]*$/, `/${name}`), { connections: 10 });
  try {
    await prepare(database, print);
    const rates: Rates[] = [];
    for (const size of sizes) rates.push(await measure(database, size, print));
    const [few = NONE, many = NONE] = [rates.at(0), rates.at(-1)];
    print(
      `cost at ${sizes.at(-1)} stored / at ${sizes[0]}: ${(few.batched / many.batched).toFixed(2)} a batched event, ` +
        `${(few.single / many.single).toFixed(2)} a single one (bar: at most 1.25)`,
    );
    print(`the same rows by plain COPY into the log: ${(await copyRate(database)).toFixed(0)} rows/s`);
  } finally {
    await database.close();
    await admin.db.query(`drop database ${name} with (force)`);
    await admin.close();
  }
}

async function prepare(database: Database, print: (line: string) => void): Promise<void> {
  await migrate(database);
  await keepPartitions(database.db, new Date());
  await database.db.query(`insert into users (source, "externalId") select 'app', n::text from generate_series(1, ${USERS}) n`);
  await database.db.query(
    `insert into titles (kind, name, "searchName", seconds) select 'MOVIE', 'Film ' || n, 'film ' || n, 6000 from generate_series(1, ${TITLES}) n`,
  );
  const settings = await database.db.query(
    `select string_agg(name || '=' || setting, ', ' order by name) as all from pg_settings where name in ('fsync', 'synchronous_commit', 'shared_buffers', 'server_version')`,
  );
  print(`ingest on ${machine()}; ${settings[0].all}`);
  print(
    `${USERS} users, ${TITLES} films; a request is one person's intervals, ${INTERVALS_A_FILM} a film, all at random; ids are random UUIDs; through flow/track in this process`,
  );
}

/** Events a second. */
interface Rates {
  readonly batched: number;
  readonly single: number;
}

const NONE: Rates = { batched: Number.NaN, single: Number.NaN };

async function measure(database: Database, size: number, print: (line: string) => void): Promise<Rates> {
  await fill(database, size);
  const tracker = createTracker({ database, log: pino({ level: 'silent' }), clock: () => new Date() });
  // The first touch of a page after a checkpoint writes all of it to the log: a quarter of an hour apart in service, just now here.
  const cold = await rate(tracker, { callers: SINGLE_CALLERS, batch: 1, seconds: COLD_SECONDS });
  const single = await rate(tracker, { callers: SINGLE_CALLERS, batch: 1, seconds: ROUND_SECONDS });
  await rate(tracker, { callers: CALLERS, batch: BATCH, seconds: 1 });
  const batched = await rate(tracker, { callers: CALLERS, batch: BATCH, seconds: ROUND_SECONDS });
  print(
    `${size} events stored: ${batched.toFixed(0)} events/s in batches of ${BATCH} by ${CALLERS} callers (bar: 15000), ` +
      `${single.toFixed(0)} requests/s of one event by ${SINGLE_CALLERS} callers (bar: 1500), ` +
      `${cold.toFixed(0)} in the ${COLD_SECONDS} s after a checkpoint`,
  );
  return { batched, single };
}

/** Event-shaped rows up to `size`, with their ids and interactions, as if the tracker had stored them; sorted, so that filling is quick. */
async function fill(database: Database, size: number): Promise<void> {
  await database.db.transaction(async (db) => {
    const [{ count }] = await db.query('select count(*) as count from events');
    await db.query(
      `create temp table made on commit drop as
       select gen_random_uuid() as id, 1 + floor(random() * ${USERS})::int as "userId", 1 + floor(random() * ${TITLES})::int as "titleId"
       from generate_series(1, ${Math.max(0, size - count)}) order by "userId", "titleId"`,
    );
    await db.query(
      `insert into events (id, type, owner, "userId", "titleId", "occurredAt", "playId", "fromSeconds", "toSeconds")
       select id, 'WATCH_INTERVAL', "userId", "userId", "titleId", now(), 'p', 0, 10 from made`,
    );
    await db.query('insert into event_ids select "userId", id from made order by "userId", id');
    await db.query(
      `insert into interactions ("userId", "titleId", covered, "mediaSeconds", "secondsPlayed", plays, "lastPlayId", "firstAt", "lastAt")
       select distinct on ("userId", "titleId") "userId", "titleId", '{[0,100)}'::int4multirange, 6000, 10, 1, 'p', now(), now() from made
       on conflict do nothing`,
    );
  });
  for (const table of ['events', 'event_ids', 'interactions']) await database.db.query(`vacuum analyze ${table}`);
  await database.db.query('checkpoint');
}

interface Load {
  readonly callers: number;
  readonly batch: number;
  readonly seconds: number;
}

/** Events a second that so many callers get through, each with its next request as soon as the last is answered. */
async function rate(tracker: Tracker, { callers, batch, seconds }: Load): Promise<number> {
  const begun = performance.now();
  const until = begun + seconds * 1000;
  let accepted = 0;
  const call = async (): Promise<void> => {
    while (performance.now() < until) {
      const results = await tracker.track(aRequest(batch));
      if (results.some(({ status }) => status !== 'ACCEPTED')) throw new Error('An event of the bench was not accepted.');
      accepted += results.length;
    }
  };
  await Promise.all(Array.from({ length: callers }, call));
  return accepted / ((performance.now() - begun) / 1000);
}

function aRequest(batch: number): TrackRequest {
  const userId = oneOf(USERS);
  const occurredAt = new Date().toISOString();
  const films = Array.from({ length: Math.ceil(batch / INTERVALS_A_FILM) }, () => String(oneOf(TITLES)));
  const events = Array.from({ length: batch }, (_, index) => {
    const fromSeconds = oneOf(5_900);
    return {
      id: randomUUID(),
      type: 'WATCH_INTERVAL',
      occurredAt,
      titleId: films[index % films.length],
      playId: 'p',
      fromSeconds,
      toSeconds: fromSeconds + 10,
    };
  });
  return { owner: userId, subject: userId, mayNameUsers: false, events, sentAt: occurredAt, addressHash: null };
}

const oneOf = (most: number): number => 1 + Math.floor(Math.random() * most);

async function copyRate(database: Database): Promise<number> {
  const client = new Client({ connectionString: database.url });
  await client.connect();
  try {
    const at = new Date().toISOString();
    const rows = Array.from(
      { length: COPIED },
      () => `${randomUUID()}\tWATCH_INTERVAL\t1\t${oneOf(USERS)}\t${oneOf(TITLES)}\t${at}\tp\t0\t10\n`,
    );
    const begun = performance.now();
    const columns = 'id, type, owner, "userId", "titleId", "occurredAt", "playId", "fromSeconds", "toSeconds"';
    await pipeline(Readable.from(rows), client.query(copyFrom(`copy events (${columns}) from stdin`)));
    return COPIED / ((performance.now() - begun) / 1000);
  } finally {
    await client.end();
  }
}

/** On TEST_DATABASE_URL where it is set, else on a durable embedded server of its own; sizes may be given as arguments. */
async function main(sizes: readonly number[]): Promise<void> {
  console.log(`node --import tsx bench/ingest.ts ${sizes.join(' ')}`);
  const rest = sizes.length > 0 ? { sizes } : {};
  const given = process.env.TEST_DATABASE_URL;
  if (given) return benchIngest({ url: given, print: console.log, ...rest });
  const directory = mkdtempSync(join(tmpdir(), 'kinograph-ingest-'));
  const server = await startEmbedded({ directory, log: pino({ level: 'warn' }) });
  try {
    await benchIngest({ url: server.url, print: console.log, ...rest });
  } finally {
    await server.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}

if (require.main === module) void main(process.argv.slice(2).map(Number));
