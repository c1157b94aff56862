import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import autocannon from 'autocannon';
import pino from 'pino';
import { seeded } from '../core/random';
import { migrate, openDatabase } from '../store/database';
import { type Embedded, startEmbedded } from '../store/embedded/server';
import { commit, machine } from './machine';
import { addSyntheticModel, fillCrowd } from './people-and-films';
import { processorTime } from './processor';
import { type BenchServer, startServer } from './server';

const QUERY = `query ($userId: ID!) { recommendations(input: { userId: $userId }) {
  items(first: 20) { nodes { title { id name year posterUrl } score reasons { code text } } } } }`;
const K = 64;
const CROWD = { films: 10_000, people: 2_500, interactions: 200 };
/** People who warm the server up, so that all others are strangers to it when they come. */
const WARM_UP_PEOPLE = 100;
const WARM_UP = 6_000;
const AGAIN = 12_000;
/** So many are asked for again and again: fewer than a server keeps in memory, and the last of the strangers. */
const REGULARS = 1_000;
const BAR = 1_000;
const SECRET = 'a secret of this benchmark alone';

/** One kind of load: whose lists, how often, how many at once. */
interface Load {
  readonly people: readonly number[];
  readonly amount: number;
  readonly connections: number;
}

/** Who takes processor time; each answers milliseconds since it started. */
interface Clocks {
  readonly server: () => Promise<number>;
  readonly postgres: () => number;
  readonly client: () => number;
}

/**
 * Measures lists of 20 with titles, scores and reasons by GraphQL over HTTP on a real server with 10,000 films: for people of 200
 * interactions whom the server has not seen before, then for people who come again.
 */
export async function benchRecommendHttp(print: (line: string) => void): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), 'kinograph-bench-'));
  const postgres = await startEmbedded({ directory, log: pino({ level: 'warn' }) });
  try {
    const people = await fill(postgres);
    const server = await startServer({
      DATABASE_URL: postgres.url,
      SESSION_SECRET: SECRET,
      ADDRESS_SECRET: SECRET,
      REQUESTS_PER_MINUTE: '100000000',
    });
    const clocks = { server: server.cpu, postgres: () => processorTime(postmasterOf(directory)), client: ownTime };
    await measureAll({ server, clocks, people }, print).finally(server.stop);
  } finally {
    await postgres.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}

async function fill({ url }: Embedded): Promise<readonly number[]> {
  const database = await openDatabase(url, { connections: 2 });
  try {
    await migrate(database);
    const { people, films } = await fillCrowd(database.db, CROWD, seeded(1));
    await addSyntheticModel(database.db, films, { k: K, random: seeded(K) });
    return people;
  } finally {
    await database.close();
  }
}

type Setting = { readonly server: BenchServer; readonly clocks: Clocks; readonly people: readonly number[] };

async function measureAll({ server, clocks, people }: Setting, print: (line: string) => void): Promise<void> {
  const { films, interactions } = CROWD;
  print(`recommendations(first: 20) with titles, scores and reasons by HTTP at ${commit()} on ${machine()}`);
  print(`  people of ${interactions} interactions, ${films} films, k = ${K}; command: node --import tsx bench/recommend-http.ts`);
  const known = people.slice(0, WARM_UP_PEOPLE);
  await shoot(server, { people: known, amount: WARM_UP, connections: 8 }, isWhole);
  const strangers = people.slice(WARM_UP_PEOPLE);
  const regulars = strangers.slice(-REGULARS);
  const runs: readonly (readonly [name: string, load: Load])[] = [
    ['for the first time, 8 at once', { people: strangers, amount: strangers.length, connections: 8 }],
    ['again, 1 at once', { people: regulars, amount: AGAIN / 4, connections: 1 }],
    ['again, 8 at once', { people: regulars, amount: AGAIN, connections: 8 }],
    ['again, 16 at once', { people: regulars, amount: AGAIN, connections: 16 }],
  ];
  for (const [name, load] of runs) print(`  ${name}: ${await measure(server, clocks, load)}`);
}

async function measure(server: BenchServer, clocks: Clocks, load: Load): Promise<string> {
  const before = await readAll(clocks);
  const { requests, latency, duration } = await shoot(server, load);
  const after = await readAll(clocks);
  const each = after.map((time, who) => ((time - (before[who] ?? 0)) / load.amount).toFixed(3));
  return `${(requests.total / duration).toFixed(0)}/s (bar ${BAR}), p50 ${latency.p50} ms, p99 ${latency.p99} ms; processor time each: server ${each[0]} ms, PostgreSQL ${each[1]} ms, client ${each[2]} ms`;
}

async function readAll({ server, postgres, client }: Clocks): Promise<readonly number[]> {
  return [await server(), postgres(), client()];
}

function ownTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function postmasterOf(directory: string): number {
  return Number(readFileSync(join(directory, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
}

/** Every answer of the warm-up is looked at; afterwards that would be the client's work, and not the server's. */
async function shoot(
  { url, key }: BenchServer,
  { people, amount, connections }: Load,
  verifyBody?: autocannon.Options['verifyBody'],
): Promise<autocannon.Result> {
  const bodies = people.map((userId) => ({ body: JSON.stringify({ query: QUERY, variables: { userId } }) }));
  let clients = 0;
  const result = await autocannon({
    amount,
    connections,
    url: `${url}/graphql`,
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
    ...(verifyBody && { verifyBody }),
    // Each connection has people of its own: with one list of requests for all they would ask for the same person at the same time.
    setupClient: (client) => {
      const own = clients++;
      client.setRequests(bodies.filter((_, at) => at % connections === own).map((body) => ({ ...body, method: 'POST', path: '/graphql' })));
    },
  });
  const failed = result.non2xx + result.errors + result.mismatches;
  if (failed > 0) throw new Error(`${failed} of ${result.requests.total} requests failed.`);
  return result;
}

const ITEMS = 20;

function isWhole(body: unknown): boolean {
  const text = String(body);
  return (
    !text.includes('"errors"') && text.split('"posterUrl":"').length === ITEMS + 1 && text.split('"reasons":[{"code":').length === ITEMS + 1
  );
}

if (require.main === module) {
  benchRecommendHttp(console.log).catch((error) => {
    console.error(error);
    process.exitCode = 1;
  });
}
