import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { from as copyFrom } from 'pg-copy-streams';
import { pino } from 'pino';
import { seeded } from '../core/random';
import { migrate, openDatabase, openPool } from '../store/database';
import { startEmbedded } from '../store/embedded/server';
import { type Shape, syntheticLikes } from './synthetic';

const LINES_A_PIECE = 10_000;
const BEGINNING = Date.UTC(2024, 0, 1) / 1000;
const TWO_YEARS = 63_072_000;

/** A PostgreSQL of its own with nothing in it but the tables; `stop` removes it with its folder. */
export async function benchDatabase(): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const directory = mkdtempSync(join(tmpdir(), 'kinograph-bench-'));
  const server = await startEmbedded({ directory, log: pino({ level: 'warn' }), durable: false });
  const database = await openDatabase(server.url, { connections: 2 });
  await migrate(database);
  await database.close();
  return {
    url: server.url,
    async stop() {
      await server.stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/**
 * Fills `interactions` with synthetic likes: six of ten rated, three watched, one watched in pieces with an opinion. Returns how many there are.
 * Indexes are made afterwards, and that on titles not at all: nothing here reads it.
 */
export async function fillInteractions(url: string, shape: Shape): Promise<number> {
  const pool = openPool(url, 1);
  const client = await pool.connect();
  try {
    await client.query(
      `insert into titles (kind, name, "searchName") select 'MOVIE', n::text, n::text from generate_series(1, ${shape.items}) n`,
    );
    await client.query('alter table interactions drop constraint interactions_pkey; drop index interactions_title');
    const columns =
      '"userId", "titleId", covered, "mediaSeconds", "secondsPlayed", rating, "ratedAt", opinion, "opinionAt", "firstAt", "lastAt"';
    await pipeline(Readable.from(linesOf(shape)), client.query(copyFrom(`copy interactions (${columns}) from stdin`)));
    await client.query('alter table interactions add primary key ("userId", "titleId")');
    await client.query('vacuum analyze interactions');
    const { rows } = await client.query<{ count: number }>('select count(*) as count from interactions');
    return rows[0]?.count ?? 0;
  } finally {
    client.release();
    await pool.end();
  }
}

function* linesOf(shape: Shape): Generator<string> {
  const likes = syntheticLikes(shape);
  const random = seeded(shape.seed + 1);
  let lines: string[] = [];
  for (let row = 0; row < likes.rows; row++) {
    for (let entry = likes.start[row] as number; entry < (likes.start[row + 1] as number); entry++) {
      lines.push(`${row + 1}\t${(likes.column[entry] as number) + 1}\t${factsOf(random(), random)}`);
    }
    if (lines.length < LINES_A_PIECE && row < likes.rows - 1) continue;
    yield `${lines.join('\n')}\n`;
    lines = [];
  }
}

function factsOf(kind: number, random: () => number): string {
  const at = new Date((BEGINNING + Math.floor(TWO_YEARS * random())) * 1000).toISOString();
  const rating = 0.5 + Math.floor(10 * Math.sqrt(random())) / 2;
  if (kind < 0.6) return `{}\t\\N\t0\t${rating}\t${at}\t\\N\t\\N\t${at}\t${at}`;
  const seconds = 1_000 + Math.floor(4_000 * random());
  if (kind < 0.9) return `{[0,${seconds * 10})}\t5400\t${seconds}\t\\N\t\\N\t\\N\t\\N\t${at}\t${at}`;
  return `{[0,3000),[4000,${seconds * 10})}\t5400\t${seconds}\t\\N\t\\N\tLIKE\t${at}\t${at}\t${at}`;
}
