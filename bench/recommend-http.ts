import autocannon from 'autocannon';
import { commit, machine } from './machine';
import { type BenchServer, startServer } from './server';

const QUERY = `query ($userId: ID!) { recommendations(input: { userId: $userId, kinds: [MOVIE] }) { id version
  items(first: 20) { nodes { rank score title { id name } reasons { code text } } } } }`;
const PAST = 'query ($id: ID!) { history(userId: $id, first: 1) { totalCount } }';
/** People of the demo that are looked through, and what counts as about 200 interactions. */
const PEOPLE = 610;
const [FEWEST, MOST] = [150, 260];
const REQUESTS = 4_000;
const WARM_UP = 1_000;

/** Measures lists of 20 with reasons by HTTP and GraphQL on a real server: the demo's people with about 200 interactions, its 9,700 films. */
export async function benchRecommendHttp(print: (line: string) => void): Promise<void> {
  const server = await startServer({ REQUESTS_PER_MINUTE: '100000000' });
  try {
    const people = await peopleWithPasts(server);
    print(`recommendations(first: 20) with titles and reasons by HTTP at ${commit()} on ${machine()}`);
    print(
      `  ${people.length} people of the demo with ${FEWEST} to ${MOST} interactions; command: node --import tsx bench/recommend-http.ts`,
    );
    await shoot(server, people, { connections: 8, amount: WARM_UP });
    for (const connections of [1, 8]) {
      const cpu = await server.cpu();
      const { requests, latency, duration } = await shoot(server, people, { connections, amount: REQUESTS });
      const each = ((await server.cpu()) - cpu) / REQUESTS;
      const rate = (requests.total / duration).toFixed(0);
      print(
        `  ${connections} at once: ${rate}/s (bar 200), p50 ${latency.p50} ms, p99 ${latency.p99} ms, ${each.toFixed(2)} ms of the server's processor time each`,
      );
    }
  } finally {
    await server.stop();
  }
}

async function peopleWithPasts(server: BenchServer): Promise<readonly string[]> {
  const people: string[] = [];
  for (let person = 1; person <= PEOPLE; person++) {
    const id = `movielens:${person}`;
    const { history } = await server.ask<{ history: { totalCount: number } }>(PAST, { id });
    if (history.totalCount >= FEWEST && history.totalCount <= MOST) people.push(id);
  }
  return people;
}

async function shoot(
  { url, key }: BenchServer,
  people: readonly string[],
  load: { readonly connections: number; readonly amount: number },
): Promise<autocannon.Result> {
  const result = await autocannon({
    ...load,
    url: `${url}/graphql`,
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
    requests: people.map((userId) => ({ body: JSON.stringify({ query: QUERY, variables: { userId } }) })),
    verifyBody: (body) => String(body).split('"rank"').length === 21,
  });
  const failed = result.non2xx + result.errors + result.mismatches;
  if (failed > 0) throw new Error(`${failed} of ${result.requests.total} requests failed.`);
  return result;
}

if (require.main === module) void benchRecommendHttp(console.log);
