import { commit, machine, percentile } from './machine';
import { type BenchServer, startServer } from './server';

const QUERY = `query ($userId: ID!) { recommendations(input: { userId: $userId, kinds: [MOVIE] }) { id version
  items(first: 20) { nodes { rank score title { id name year posterUrl } reasons { code text } } } } }`;
const START = 'mutation ($payload: JSONObject) { startJob(name: "train", payload: $payload) { job { id } userErrors { message } } }';
const CANCEL = 'mutation ($id: ID!) { cancelJob(id: $id) { job { id } userErrors { message } } }';
const JOBS = '{ jobs(first: 5) { nodes { id state message finishedAt } } }';
/** Trains for minutes on the demo: it is cancelled when enough was measured. */
const LONG = { settings: { k: 256, iterations: 200, solver: 'cholesky', seed: 9 }, evaluate: false, promote: false };
const PEOPLE = 600;
const A_SECOND = 100;
const SECONDS = 8;
const ROUNDS = 7;

/** Measures `recommendations` at 100 requests a second, with and without a training beside it that has all cores but one. */
async function benchTrainAndServe(print: (line: string) => void): Promise<void> {
  const server = await startServer({ REQUESTS_PER_MINUTE: '100000000' });
  try {
    print(`recommendations at ${A_SECOND}/s while a training runs, at ${commit()} on ${machine()}`);
    print('  command: node --import tsx bench/train-and-serve.ts; a request is late from the moment on when it was due');
    await atPace(server);
    const rounds: (readonly [idle: Times, training: Times])[] = [];
    for (let round = 1; round <= ROUNDS; round++) {
      const idle = await atPace(server);
      const job = await begin(server);
      const training = await atPace(server);
      await end(server, job);
      print(`  round ${round}: idle ${told(idle)}; training ${told(training)}`);
      rounds.push([idle, training]);
    }
    const ratio = percentile(
      rounds.map(([idle, training]) => training.p50 / idle.p50),
      0.5,
    );
    const p99 = percentile(
      rounds.map(([, training]) => training.p99),
      0.5,
    );
    print(
      `  median of ${ROUNDS} rounds: p50 ${ratio.toFixed(2)} times its idle value (bar 2), p99 ${p99.toFixed(1)} ms while training (bar 100)`,
    );
  } finally {
    await server.stop();
  }
}

interface Times {
  readonly p50: number;
  readonly p99: number;
}

/** An open loop: requests are sent when they are due, however long those before take. Milliseconds. */
async function atPace({ url, key }: BenchServer): Promise<Times> {
  const times: number[] = [];
  const started = performance.now();
  const requests: Promise<void>[] = [];
  for (let at = 0; at < A_SECOND * SECONDS; at++) {
    const due = started + (1000 * at) / A_SECOND;
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())));
    const body = JSON.stringify({ query: QUERY, variables: { userId: `movielens:${1 + ((at * 7) % PEOPLE)}` } });
    requests.push(
      fetch(`${url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` }, body })
        .then((response) => response.text())
        .then((text) => {
          if (text.split('"rank"').length !== 21) throw new Error(`Not a list of 20: ${text.slice(0, 300)}`);
          times.push(performance.now() - due);
        }),
    );
  }
  await Promise.all(requests);
  return { p50: percentile(times, 0.5), p99: percentile(times, 0.99) };
}

/** Starts a training and waits for its first iteration; the id of its run. */
async function begin(server: BenchServer): Promise<string> {
  const { startJob } = await server.ask<{ startJob: { job: { id: string } } }>(START, { payload: LONG });
  const { id } = startJob.job;
  await jobWhere(server, id, ({ message }) => message?.startsWith('Iteration') === true);
  return id;
}

async function end(server: BenchServer, id: string): Promise<void> {
  const asked = performance.now();
  await server.ask(CANCEL, { id });
  await jobWhere(server, id, ({ finishedAt }) => finishedAt !== null);
  console.log(`  cancelled in ${(performance.now() - asked).toFixed(0)} ms`);
}

interface Run {
  readonly id: string;
  readonly state: string;
  readonly message: string | null;
  readonly finishedAt: string | null;
}

async function jobWhere(server: BenchServer, id: string, holds: (run: Run) => boolean): Promise<void> {
  for (;;) {
    const { jobs } = await server.ask<{ jobs: { nodes: readonly Run[] } }>(JOBS);
    const run = jobs.nodes.find((each) => each.id === id);
    if (run && holds(run)) return;
    if (run?.finishedAt) throw new Error(`The training is ${run.state}.`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

function told({ p50, p99 }: Times): string {
  return `p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms`;
}

void benchTrainAndServe(console.log);
