import { randomInt, randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { commit, machine } from './machine';
import { type BenchServer, startServer } from './server';

const SECONDS = 8;
const FILMS = 9_000;
const PEOPLE = 20_000;
const INTERVALS_A_FILM = 10;
const TRACK = 'mutation ($events: [EventInput!]!) { trackEvents(events: $events) { results { id status code } userErrors { code } } }';

/** Measures intake through the network: a real server with its durable database, requests by HTTP from this process. */
export async function benchIngestHttp(print: (line: string) => void): Promise<void> {
  const server = await startServer({ REQUESTS_PER_MINUTE: '100000000' });
  try {
    print(
      `ingest by HTTP at ${commit()} on ${machine()}; fsync on; ${PEOPLE} people, ${FILMS} films, ${INTERVALS_A_FILM} intervals a film`,
    );
    for (const way of [byPost, byGraphql]) {
      const batched = await rate(server, { way, callers: 16, batch: 100 });
      const single = await rate(server, { way, callers: 64, batch: 1 });
      print(
        `  ${way.name}: ${batched.toFixed(0)} events/s in batches of 100 (bar 15000), ${single.toFixed(0)} requests/s of one event (bar 1500)`,
      );
    }
  } finally {
    await server.stop();
  }
}

interface Load {
  readonly way: (events: readonly object[]) => { readonly path: string; readonly body: object };
  readonly callers: number;
  readonly batch: number;
}

const byPost: Load['way'] = (events) => ({ path: '/events', body: { events } });
const byGraphql: Load['way'] = (events) => ({ path: '/graphql', body: { query: TRACK, variables: { events } } });

async function rate(server: BenchServer, load: Load): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: load.callers });
  await rounds(server, agent, { ...load, seconds: 1 });
  const begun = performance.now();
  const events = await rounds(server, agent, { ...load, seconds: SECONDS });
  agent.destroy();
  return events / ((performance.now() - begun) / 1000);
}

async function rounds(
  server: BenchServer,
  agent: Agent,
  { way, callers, batch, seconds }: Load & { readonly seconds: number },
): Promise<number> {
  const until = performance.now() + seconds * 1000;
  let accepted = 0;
  const call = async (): Promise<void> => {
    while (performance.now() < until) {
      const answer = await post(server, agent, way(someEvents(batch)));
      const count = answer.split('"ACCEPTED"').length - 1;
      if (count !== batch) throw new Error(`Not all events were accepted: ${answer.slice(0, 300)}`);
      accepted += count;
    }
  };
  await Promise.all(Array.from({ length: callers }, call));
  return accepted;
}

function post({ url, key }: BenchServer, agent: Agent, { path, body }: { readonly path: string; readonly body: object }): Promise<string> {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${key}` };
  return new Promise((resolve, reject) => {
    const asking = request(`${url}${path}`, { method: 'POST', agent, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part) => {
        text += part;
      });
      response.on('end', () => resolve(text));
    });
    asking.on('error', reject).end(JSON.stringify(body));
  });
}

function someEvents(count: number): readonly object[] {
  const userId = `app:${randomInt(PEOPLE)}`;
  const occurredAt = new Date().toISOString();
  const films = Array.from({ length: Math.ceil(count / INTERVALS_A_FILM) }, () => String(1 + randomInt(FILMS)));
  return Array.from({ length: count }, (_, index) => {
    const fromSeconds = randomInt(5_000);
    const titleId = films[index % films.length];
    return {
      id: randomUUID(),
      type: 'WATCH_INTERVAL',
      occurredAt,
      userId,
      titleId,
      playId: 'p',
      fromSeconds,
      toSeconds: fromSeconds + 10,
      mediaSeconds: 6_000,
    };
  });
}

if (require.main === module) void benchIngestHttp(console.log);
