import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import autocannon from 'autocannon';
import fastify from 'fastify';
import { buildSchema, type GraphQLSchema } from 'graphql';
import mercurius from 'mercurius';
import pino from 'pino';
import { readConfig } from '../core/config';
import { createGate } from '../server/auth/gate';
import { createTokens } from '../server/auth/tokens';
import type { House } from '../server/context';
import { openFront } from '../server/front';
import { createMetrics } from '../server/metrics';
import type { Db } from '../store/database';
import { commit, machine } from './machine';

const SDL = `
  type Title { id: ID! name: String! year: Int genres: [String!]! }
  type Reason { code: String! text: String! }
  type Recommendation { rank: Int! score: Float title: Title! reasons: [Reason!]! }
  type Items { nodes: [Recommendation!]! }
  type List { id: ID! version: Int! items(first: Int! = 20): Items! }
  type Query { recommendations: List! }
`;
const QUERY =
  '{ recommendations { id version items(first: 20) { nodes { rank score title { id name year genres } reasons { code text } } } } }';
const REQUESTS = 20_000;
const WARM_UP = 5_000;
const CONNECTIONS = 20;
const ROUNDS = 3;
const SECRET = 'a secret of thirty-two characters';

/** A constant list of 20: everything but solving and scoring. */
function constantList(): GraphQLSchema {
  const schema = buildSchema(SDL);
  const nodes = Array.from({ length: 20 }, (_, rank) => ({
    rank,
    score: 1 / (rank + 1),
    title: { id: rank, name: `Title ${rank}`, year: 1990 + rank, genres: ['Drama', 'Comedy'] },
    reasons: [{ code: 'BECAUSE_WATCHED', text: 'Because you watched another.' }],
  }));
  const list = { id: 'home', version: 1, items: { nodes } };
  Object.assign(schema.getQueryType()?.getFields().recommendations ?? {}, { resolve: () => list });
  return schema;
}

type Serving = { readonly url: string; readonly authorization?: string };

async function serveKinograph(): Promise<Serving> {
  const config = readConfig({ PORT: '0', INTROSPECTION: 'false', REQUESTS_PER_MINUTE: '100000000' });
  const log = pino({ level: 'info' });
  const clock = () => new Date();
  const db = {} as Db;
  const tokens = createTokens({ config, secret: SECRET, clock });
  const gate = createGate({ db, tokens, clock, log, userIdOf: async () => 1 });
  const house = { config, clock, log, database: { db }, tokens } as House;
  const front = await openFront({ house, schema: constantList(), gate, metrics: createMetrics(), addressSecret: SECRET, parts: {} });
  return { url: front.url, authorization: `Bearer ${(await tokens.startSession()).token}` };
}

async function serveMercurius(): Promise<Serving> {
  const app = fastify();
  await app.register(mercurius, { schema: constantList() });
  return { url: await app.listen({ port: 0, host: '127.0.0.1' }) };
}

async function serve(name: string): Promise<void> {
  process.send?.(await (name === 'kinograph' ? serveKinograph() : serveMercurius()));
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
  for (let round = 1; round <= ROUNDS; round += 1) {
    const ours = await measure('kinograph');
    const theirs = await measure('mercurius');
    const ratio = (ours / theirs).toFixed(2);
    print(
      `round ${round}: Kinograph ${ours.toFixed(0)} us, mercurius ${theirs.toFixed(0)} us of CPU a request: ${ratio} times (at most 2.5)`,
    );
  }
}

const child = process.env.BENCH_CHILD;
if (require.main === module) void (child ? serve(child) : benchGraphql(console.log));
