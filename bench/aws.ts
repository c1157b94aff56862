import { createHash, randomInt, randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import autocannon from 'autocannon';
import { signatureOf, signingKey } from '../core/aws/sigv4';
import { commit, machine } from './machine';
import { type BenchServer, startServer } from './server';

const REGION = 'eu-west-1';
const PEOPLE = 600;
const FILMS = 9_000;
const SECONDS = 6;
const REQUESTS = 4_000;
/** Requests a second of GetRecommendations, and events a second of PutEvents. */
const BARS = { recommendations: 600, events: 8_000 };
const EVENTS_A_CALL = 10;
const CALLERS = 32;

/** What an application of AWS signs with. */
interface Signer {
  readonly id: string;
  readonly secret: string;
  readonly host: string;
}

/** Measures what the AWS SDKs ask of Amazon Personalize, signed, on a real server with the demo: lists of 25 for people, and events in calls of ten. */
export async function benchAws(print: (line: string) => void): Promise<void> {
  const server = await startServer({ REQUESTS_PER_MINUTE: '100000000' });
  try {
    const signer = await aSigner(server);
    print(`GetRecommendations and PutEvents, signed, at ${commit()} on ${machine()}; the demo; command: npm run bench -- aws`);
    await lists(server, signer, { amount: REQUESTS / 3, connections: 8 });
    for (const connections of [8, 16])
      print(`  GetRecommendations, ${connections} at once: ${await lists(server, signer, { amount: REQUESTS, connections })}`);
    const half = BARS.recommendations / 2;
    const calm = await lists(server, signer, { amount: half * SECONDS, connections: 16, overallRate: half });
    print(`  GetRecommendations at ${half}/s: ${calm}`);
    await events(server, signer, 1);
    const before = await server.cpu();
    const { rate, total } = await events(server, signer, SECONDS);
    const each = (((await server.cpu()) - before) / total).toFixed(3);
    print(
      `  PutEvents, ${CALLERS} at once: ${rate.toFixed(0)} events/s in calls of ${EVENTS_A_CALL} (bar ${BARS.events}); server’s processor ${each} ms an event`,
    );
  } finally {
    await server.stop();
  }
}

async function aSigner({ url, ask }: BenchServer): Promise<Signer> {
  const { createApiKey } = await ask<{ createApiKey: { key: { id: string } } }>(
    'mutation { createApiKey(input: { name: "bench", scopes: [RECOMMENDATIONS_READ, EVENTS_WRITE] }) { key { id } } }',
  );
  const { createAccessKey } = await ask<{ createAccessKey: { key: { id: string }; secret: string } }>(
    'mutation ($id: ID!) { createAccessKey(input: { apiKeyId: $id, source: "kinograph" }) { key { id } secret } }',
    { id: createApiKey.key.id },
  );
  return { id: createAccessKey.key.id, secret: createAccessKey.secret, host: new URL(url).host };
}

/** The headers of a request as the SDK for JavaScript signs it, without those that say only which SDK it is. */
function signed({ id, secret, host }: Signer, path: string, body: string): Record<string, string> {
  const signedAt = `${new Date().toISOString().replace(/[-:]|\.\d+/g, '')}`;
  const date = signedAt.slice(0, 8);
  const bodyHash = createHash('sha256').update(body).digest('hex');
  const headers = { 'content-type': 'application/json', host, 'x-amz-content-sha256': bodyHash, 'x-amz-date': signedAt };
  const signedHeaders = Object.keys(headers);
  const scope = { date, region: REGION, service: 'personalize' };
  const signature = signatureOf(
    { method: 'POST', url: path, headers, body: Buffer.from(body) },
    { ...scope, signedHeaders, signedAt, key: signingKey(secret, scope), bodyHash },
  );
  const credential = `${id}/${date}/${REGION}/personalize/aws4_request`;
  const authorization = `AWS4-HMAC-SHA256 Credential=${credential}, SignedHeaders=${signedHeaders.join(';')}, Signature=${signature}`;
  return { ...headers, authorization };
}

async function lists(
  { url, cpu }: BenchServer,
  signer: Signer,
  load: { readonly amount: number; readonly connections: number; readonly overallRate?: number },
): Promise<string> {
  const path = '/aws/recommendations';
  const requests = Array.from({ length: PEOPLE }, (_, at) => {
    const campaignArn = `arn:aws:personalize:${REGION}:000000000000:campaign/home`;
    const body = JSON.stringify({ campaignArn, userId: `movielens:${at + 1}` });
    return { method: 'POST' as const, path, body, headers: signed(signer, path, body) };
  });
  const before = await cpu();
  const result = await autocannon({ url, ...load, requests, verifyBody: (body) => String(body).split('"itemId"').length === 26 });
  const failed = result.non2xx + result.errors + result.mismatches;
  if (failed > 0) throw new Error(`${failed} of ${result.requests.total} requests failed.`);
  const { latency, duration } = result;
  return `${(result.requests.total / duration).toFixed(0)}/s (bar ${BARS.recommendations}), p50 ${latency.p50} ms, p99 ${latency.p99} ms (bar 50 at half); server’s processor ${(((await cpu()) - before) / result.requests.total).toFixed(2)} ms each`;
}

async function events({ url }: BenchServer, signer: Signer, seconds: number): Promise<{ readonly rate: number; readonly total: number }> {
  const agent = new Agent({ keepAlive: true, maxSockets: CALLERS });
  const begun = performance.now();
  const until = begun + seconds * 1000;
  let calls = 0;
  const call = async (): Promise<void> => {
    while (performance.now() < until) {
      await post(`${url}/aws/events`, agent, signer, JSON.stringify(someEvents()));
      calls += 1;
    }
  };
  await Promise.all(Array.from({ length: CALLERS }, call));
  agent.destroy();
  const total = calls * EVENTS_A_CALL;
  return { total, rate: total / ((performance.now() - begun) / 1000) };
}

function post(url: string, agent: Agent, signer: Signer, body: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const asking = request(url, { method: 'POST', agent, headers: signed(signer, '/aws/events', body) }, (response) => {
      response.resume();
      response.on('end', () => (response.statusCode === 200 ? resolve() : reject(new Error(`PutEvents answered ${response.statusCode}.`))));
    });
    asking.on('error', reject).end(body);
  });
}

function someEvents(): object {
  const person = 1 + randomInt(PEOPLE);
  const sentAt = Date.now() / 1000;
  const eventList = Array.from({ length: EVENTS_A_CALL }, () => {
    const fromSeconds = randomInt(5_000);
    const properties = JSON.stringify({ fromSeconds, toSeconds: fromSeconds + 10, mediaSeconds: 6_000, playId: 'p' });
    return { eventId: randomUUID(), eventType: 'watched', itemId: String(1 + randomInt(FILMS)), sentAt, properties };
  });
  return { trackingId: 'bench', sessionId: `session ${person}`, userId: `app:${person}`, eventList };
}

if (require.main === module) {
  benchAws(console.log).catch((error) => {
    console.error(error);
    process.exitCode = 1;
  });
}
