import { randomInt, randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { openTab, type Pushed, type Tab } from './live-socket';
import { percentile } from './machine';
import { type BenchServer, startServer } from './server';

const USERS = 250;
const TABS = 2;
const EVENTS_PER_SECOND = 100;
const SECONDS = 20;
/** A server that has just started still compiles what it runs. */
const WARM_UP_SECONDS = 3;
const IDLE = 5_000;
const CONNECTS = 10_000;
const AT_ONCE = 50;

const TRACK = `mutation ($events: [EventInput!]!) { trackEvents(events: $events) { results { status message } } }`;

/** Measures live delivery: from sending an event to its push in every tab, then the memory of idle and of passing subscriptions. */
export async function benchLive(print: (line: string) => void): Promise<void> {
  const server = await startServer({ REQUESTS_PER_MINUTE: '100000000' });
  try {
    const tokens = await Promise.all(Array.from({ length: 600 }, (_, index) => signIn(server, index + 1)));
    await benchPushes(server, tokens, print);
    await benchIdle(server, tokens, print);
    await benchPassing(server, tokens, print);
  } finally {
    await server.stop();
  }
}

async function signIn(server: BenchServer, person: number): Promise<string> {
  const data = await server.ask<{ demoSignIn: { token: string } }>('mutation ($id: ID!) { demoSignIn(userId: $id) { token } }', {
    id: `movielens:${person}`,
  });
  return data.demoSignIn.token;
}

async function benchPushes(server: BenchServer, tokens: readonly string[], print: (line: string) => void): Promise<void> {
  const sentAt = new Map<string, number>();
  const delays: number[] = [];
  const onPush = ({ cause }: Pushed): void => {
    const sent = cause.eventId === null ? undefined : sentAt.get(cause.eventId);
    if (sent !== undefined) delays.push(performance.now() - sent);
  };
  const tabs = await openMany(server, USERS * TABS, (index) => tokens[index % USERS] ?? '', onPush);
  const send = (id: string): Promise<unknown> => {
    sentAt.set(id, performance.now());
    return server.ask(TRACK, { events: [anInterval(id)] });
  };
  await sendSteadily(EVENTS_PER_SECOND * WARM_UP_SECONDS, send);
  delays.length = 0;
  const spentBefore = await spent(server);
  const total = EVENTS_PER_SECOND * SECONDS;
  await sendSteadily(total, send);
  const [serverMs, clientMs] = (await spent(server)).map((now, who) => (now - (spentBefore[who] ?? 0)) / total);
  const [p50, p99] = [percentile(delays, 0.5), percentile(delays, 0.99)];
  print(
    `live: ${USERS} users with ${TABS} tabs, ${EVENTS_PER_SECOND} events/s for ${SECONDS} s to random users, after ${WARM_UP_SECONDS} s to warm up`,
  );
  print(
    `  event to push: p50 ${p50.toFixed(1)} ms (bar 25), p99 ${p99.toFixed(1)} ms (bar 100), ${delays.length} pushes seen of at most ${total * TABS}`,
  );
  print(
    `  processor time an event: ${serverMs?.toFixed(2)} ms of the server, ${clientMs?.toFixed(2)} ms of this client, PostgreSQL beside them`,
  );
  await Promise.all(tabs.map((tab) => tab.close()));
}

/** Sends events at an even pace, whatever their answers take, and waits for the last push. */
async function sendSteadily(count: number, send: (id: string) => Promise<unknown>): Promise<void> {
  const sends: Promise<unknown>[] = [];
  const start = performance.now();
  for (let event = 0; event < count; event++) {
    await delay(Math.max(0, start + (event * 1000) / EVENTS_PER_SECOND - performance.now()));
    sends.push(send(randomUUID()));
  }
  await Promise.all(sends);
  await delay(500);
}

/** Processor time of the server and of this process so far, in milliseconds. */
async function spent(server: BenchServer): Promise<readonly number[]> {
  const { user, system } = process.cpuUsage();
  return [await server.cpu(), (user + system) / 1000];
}

function anInterval(id: string): object {
  const from = randomInt(3_000);
  const userId = `movielens:${1 + randomInt(USERS)}`;
  const titleId = `movielens:${[318, 356, 296, 2571, 593, 260, 480, 110, 589, 527][randomInt(10)]}`;
  return { id, type: 'WATCH_INTERVAL', occurredAt: new Date(), userId, titleId, fromSeconds: from, toSeconds: from + 30 };
}

async function benchIdle(server: BenchServer, tokens: readonly string[], print: (line: string) => void): Promise<void> {
  const before = await idleMemory(server);
  const tabs = await openMany(server, IDLE, (index) => tokens[index % tokens.length] ?? '');
  const each = ((await idleMemory(server)) - before) / IDLE / 1024;
  print(`  ${IDLE} idle subscriptions, a socket each: ${each.toFixed(1)} KB of RSS each (bar 40)`);
  await Promise.all(tabs.map((tab) => tab.close()));
}

/** The least that is seen in twenty seconds: what V8 has not collected yet belongs to nobody. */
async function idleMemory(server: BenchServer): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let look = 0; look < 10; look++) {
    await delay(2_000);
    least = Math.min(least, await server.memory());
  }
  return least;
}

async function benchPassing(server: BenchServer, tokens: readonly string[], print: (line: string) => void): Promise<void> {
  const sizes: string[] = [];
  for (let done = 0; done < CONNECTS; done += 2_000) {
    for (let round = 0; round < 2_000; round += AT_ONCE) {
      const tabs = await openMany(server, AT_ONCE, (index) => tokens[(done + round + index) % tokens.length] ?? '');
      await Promise.all(tabs.map((tab) => tab.close()));
    }
    await settle();
    sizes.push(`${Math.round((await server.memory()) / 2 ** 20)}`);
  }
  print(`  RSS in MB after every 2,000 of ${CONNECTS} connects and disconnects: ${sizes.join(', ')}`);
}

async function openMany(
  server: BenchServer,
  count: number,
  tokenOf: (index: number) => string,
  onPush: (list: Pushed) => void = () => undefined,
): Promise<readonly Tab[]> {
  const tabs: Tab[] = [];
  for (let from = 0; from < count; from += AT_ONCE) {
    const size = Math.min(AT_ONCE, count - from);
    tabs.push(...(await Promise.all(Array.from({ length: size }, (_, index) => openTab(server.url, tokenOf(from + index), onPush)))));
  }
  return tabs;
}

/** Gives the server time to collect what nobody needs. */
const settle = (): Promise<void> => delay(3_000);

if (require.main === module) void benchLive(console.log);
