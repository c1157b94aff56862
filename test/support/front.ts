import { buildSchema, type GraphQLSchema } from 'graphql';
import pino from 'pino';
import { readConfig } from '../../core/config';
import { notFound } from '../../core/errors';
import { EventStatus } from '../../core/event';
import { createGate, type Gate } from '../../server/auth/gate';
import { createThrottle } from '../../server/auth/throttle';
import { createTokens, type Tokens } from '../../server/auth/tokens';
import type { Context, House } from '../../server/context';
import { type Front, openFront } from '../../server/front';
import { createMetrics } from '../../server/metrics';
import type { Database } from '../../store/database';
import { resolveUsers } from '../../store/users';

/** A front over a small schema of its own, with everything that a test of transport and credentials looks at. */
export interface TestFront extends Front {
  readonly gate: Gate;
  readonly tokens: Tokens;
  /** Every line that was logged. */
  readonly lines: readonly string[];
  /** Moves the clock of the house. */
  readonly clock: { ahead: number };
  /** Subscriptions that wait. */
  readonly waiting: { count: number };
  /** Lets every waiting subscription send one event. */
  tick(): void;
}

export const SECRET = 'a secret of thirty-two characters';

const SDL = `
  type Item { id: ID! name: String! items(first: Int! = 10): [Item!]! }
  type Query { hello: String! who: String! broken: String missing: String items(first: Int! = 10): [Item!]! node: Item signIn(password: Int): String }
  type Mutation { touch: String! }
  type Subscription { ticks: Int! }
`;

/** Starts one on a free port; `settings` are those of the environment. */
export async function startFront(database: Database, settings: Readonly<Record<string, string>> = {}): Promise<TestFront> {
  const config = { ...readConfig({ PORT: '0', ...settings }), production: false };
  const lines: string[] = [];
  const log = pino({ level: 'debug' }, { write: (line: string) => void lines.push(line) });
  const clock = { ahead: 0 };
  const now = () => new Date(Date.now() + clock.ahead);
  const tokens = createTokens({ config, secret: SECRET, clock: now });
  const gate = createGate({ db: database.db, tokens, clock: now, log, userIdOf: userIdOf(database) });
  const metrics = createMetrics();
  const ticks = createTicks();
  const house = { config, clock: now, log, database, tokens, tracker: echo, signIns: createThrottle(10, 900) } as unknown as House;
  const front = await openFront({
    house,
    schema: schemaWith(ticks),
    gate,
    metrics,
    addressSecret: SECRET,
    parts: { database: () => true },
  });
  const stop = async () => {
    await front.stop();
    await gate.stop();
    metrics.stop();
  };
  return { ...front, stop, gate, tokens, lines, clock, waiting: ticks.waiting, tick: ticks.tick };
}

const userIdOf = (database: Database) => async (source: string, value: string) => {
  const [id] = await resolveUsers(database.db, [{ source, value }], { create: true });
  return id ?? 0;
};

const echo = {
  track: async ({ events }: { events: readonly unknown[] }) =>
    events.map((_, index) => ({ id: String(index), status: EventStatus.ACCEPTED, code: null, field: null, message: null })),
};

function createTicks() {
  const waiting = { count: 0 };
  const takers = new Set<(result: IteratorResult<{ ticks: number }>) => void>();
  let number = 0;
  const subscribe = (): AsyncIterableIterator<{ ticks: number }> => {
    waiting.count += 1;
    let taker: ((result: IteratorResult<{ ticks: number }>) => void) | null = null;
    const source: AsyncIterableIterator<{ ticks: number }> = {
      next: () =>
        new Promise((resolve) => {
          taker = resolve;
          takers.add(resolve);
        }),
      return: async () => {
        waiting.count -= 1;
        if (taker) takers.delete(taker);
        taker?.({ done: true, value: undefined });
        return { done: true, value: undefined };
      },
      [Symbol.asyncIterator]: () => source,
    };
    return source;
  };
  const tick = () => {
    number += 1;
    const now = [...takers];
    takers.clear();
    for (const take of now) take({ done: false, value: { ticks: number } });
  };
  return { waiting, subscribe, tick };
}

function schemaWith(ticks: ReturnType<typeof createTicks>): GraphQLSchema {
  const schema = buildSchema(SDL);
  const items = (_: unknown, { first }: { first: number }) => Array.from({ length: first }, (_, id) => ({ id, name: `item ${id}` }));
  const resolvers: Record<string, Record<string, (source: never, args: never, context: Context) => unknown>> = {
    Query: {
      hello: () => 'world',
      who: (_source, _args, { caller }) => (caller.kind === 'viewer' ? `viewer ${caller.userId}` : caller.kind),
      broken: () => {
        throw new Error('the password of the database is hunter2');
      },
      missing: () => {
        throw notFound('id', 'title');
      },
      items,
      node: () => ({ id: 1, name: 'one' }),
    },
    Item: { items },
    Mutation: { touch: () => 'touched' },
  };
  for (const [type, fields] of Object.entries(resolvers))
    for (const [name, resolve] of Object.entries(fields)) Object.assign(fieldOf(schema, type, name), { resolve });
  Object.assign(fieldOf(schema, 'Subscription', 'ticks'), { subscribe: ticks.subscribe });
  return schema;
}

function fieldOf(schema: GraphQLSchema, type: string, name: string): object {
  const found = schema.getType(type);
  const field = found && 'getFields' in found ? found.getFields()[name] : null;
  if (!field) throw new Error(`The test schema has no ${type}.${name}.`);
  return field;
}
