import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import autocannon from 'autocannon';
import fastify from 'fastify';
import mercurius from 'mercurius';
import pino from 'pino';
import { readConfig } from '../core/config';
import { createGate } from '../server/auth/gate';
import { createTokens } from '../server/auth/tokens';
import type { House } from '../server/context';
import { openFront } from '../server/front';
import { createMetrics } from '../server/metrics';
import { buildKinographSchema } from '../server/schema';
import type { Db } from '../store/database';
import { constantRecommender, plainSchema, QUERY, smallSchema } from './constant-list';
import { commit, machine } from './machine';

const REQUESTS = 20_000;
const WARM_UP = 5_000;
const CONNECTIONS = 20;
const ROUNDS = 3;
const REAL = ' with the real schema';
const SECRET = 'a secret of thirty-two characters';

type Serving = { readonly url: string; readonly authorization?: string };

async function serveKinograph(real: boolean): Promise<Serving> {
  const config = readConfig({ PORT: '0', INTROSPECTION: 'false', REQUESTS_PER_MINUTE: '100000000' });
  const log = pino({ level: 'info' });
  const clock = () => new Date();
  const db = {} as Db;
  const tokens = createTokens({ config, secret: SECRET, clock });
  const gate = createGate({ db, tokens, clock, log, userIdOf: async () => 1 });
  const recommender = constantRecommender(clock);
  const house = { config, clock, log, database: { db }, tokens, recommender } as House;
  const schema = real ? buildKinographSchema() : smallSchema();
  const front = await openFront({ house, schema, gate, metrics: createMetrics(), addressSecret: SECRET, parts: {} });
  return { url: front.url, authorization: `Bearer ${(await tokens.startSession()).token}` };
}

async function serveMercurius(real: boolean): Promise<Serving> {
  const app = fastify();
  await app.register(mercurius, { schema: real ? plainSchema() : smallSchema() });
  return { url: await app.listen({ port: 0, host: '127.0.0.1' }) };
}

async function serve(name: string): Promise<void> {
  const real = name.endsWith(REAL);
  process.send?.(await (name.startsWith('kinograph') ? serveKinograph(real) : serveMercurius(real)));
  process.on('message', () => process.send?.(process.cpuUsage()));
}

async function answerOf<Answer>(child: ChildProcess): Promise<Answer> {
  const [answer] = await once(child, 'message');
  return answer;
}

/** Microseconds of processor time that the server spends on one request. */
async function measure(name: string): Promise<number> {
  const child = fork(__filename, [name], {
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, NODE_ENV: 'production', BENCH_CHILD: name },
  });
  const { url, authorization } = await answerOf<Serving>(child);
  const shoot = (amount: number) =>
    autocannon({
      url: `${url}/graphql`,
      method: 'POST',
      connections: CONNECTIONS,
      amount,
      headers: { 'content-type': 'application/json', ...(authorization && { authorization }) },
      body: JSON.stringify({ query: QUERY }),
    });
  const cpu = async () => {
    child.send('cpu');
    const { user, system } = await answerOf<NodeJS.CpuUsage>(child);
    return user + system;
  };
  await shoot(WARM_UP);
  const before = await cpu();
  const result = await shoot(REQUESTS);
  const spent = (await cpu()) - before;
  child.kill();
  if (result.non2xx + result.errors > 0) throw new Error(`${name}: ${result.non2xx} refusals and ${result.errors} errors.`);
  return spent / REQUESTS;
}

/** Prints the processor time of a request to us and to mercurius, and the ratio of the two. */
export async function benchGraphql(print: (line: string) => void): Promise<void> {
  print(`GraphQL over HTTP, a constant list of 20, ${REQUESTS} requests over ${CONNECTIONS} connections, ${ROUNDS} rounds`);
  print(`${machine()}, commit ${commit()}, node --import tsx bench/graphql.ts`);
  for (const schema of [REAL, ' with a small schema']) {
    for (let round = 1; round <= ROUNDS; round += 1) {
      const ours = await measure(`kinograph${schema}`);
      const theirs = await measure(`mercurius${schema}`);
      const ratio = (ours / theirs).toFixed(2);
      print(
        `${schema.trim()}, round ${round}: Kinograph ${ours.toFixed(0)} us, mercurius ${theirs.toFixed(0)} us of CPU a request: ${ratio} times (at most 2.5)`,
      );
    }
  }
}

const child = process.env.BENCH_CHILD;
if (require.main === module) void (child ? serve(child) : benchGraphql(console.log));
