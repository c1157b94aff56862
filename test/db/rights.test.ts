import { GraphQLObjectType } from 'graphql';
import { buildKinographSchema } from '../../server/schema';
import { startApp, type TestApp } from '../support/app';
import { everyCaller, type Headers, ISSUER } from '../support/callers';
import { withDatabase } from '../support/database';
import { anEvent } from '../support/event';
import { ask, codesOf } from '../support/graphql';
import { TABLE } from '../support/rights-table';
import { openSocket } from '../support/socket';
import { aTitle } from '../support/title';
import { until } from '../support/until';
import { aUser } from '../support/user';

const fixture = withDatabase();
let app: TestApp;
let callers: Readonly<Record<string, Headers>>;
let person: string;
let address = 0;

beforeAll(async () => {
  await aTitle(fixture.db);
  await aTitle(fixture.db);
  person = String(await aUser(fixture.db));
  app = await startApp(fixture.url, { JWT_ISSUERS: JSON.stringify([ISSUER]), TRUST_PROXY: 'true' });
  callers = await everyCaller(fixture.db, app.url);
});
afterAll(() => app.stop());

/** Codes that say "not you"; anything else got past the door. */
const CLOSED = ['UNAUTHENTICATED', 'FORBIDDEN'];

async function refusal(asked: string, headers: Headers): Promise<unknown> {
  address += 1;
  const query = asked.replace('$person', person).replace('$address', String(address));
  // An address of its own each, so that no bound on tries stands between.
  const from = { ...headers, 'x-forwarded-for': `10.0.${address >> 8}.${address & 255}` };
  if (query.startsWith('subscription')) return refusalOfSocket(query, from);
  const codes = codesOf(await ask(app.url, query, { headers: from, variables: { events: [anEvent({ titleId: 'none:1' })] } }));
  return codes.find((code) => CLOSED.includes(String(code)));
}

async function refusalOfSocket(query: string, headers: Headers): Promise<unknown> {
  const socket = await openSocket(app.url, { headers, params: headers });
  socket.subscribe('1', query);
  const { payload } = await until('it is answered', () => socket.messages.find(({ id }) => id === '1'));
  socket.close();
  const [error] = Array.isArray(payload) ? payload : ((payload as { errors?: { extensions?: { code?: string } }[] }).errors ?? []);
  return CLOSED.find((code) => code === error?.extensions?.code);
}

describe('who may', () => {
  it.each(TABLE)('%s: %s', async (_field, asked, allowed) => {
    const names = Object.keys(callers);
    const passed: string[] = [];
    for (const name of names) if ((await refusal(asked, callers[name] ?? {})) === undefined) passed.push(name);
    expect(passed).toEqual(names.filter((name) => allowed.split(' ').includes(name)));
  });

  it('knows every field at the root of the schema', () => {
    const roots = ['Query', 'Mutation', 'Subscription'].flatMap((name) => {
      const type = buildKinographSchema().getType(name);
      return type instanceof GraphQLObjectType ? Object.keys(type.getFields()).map((field) => `${name}.${field}`) : [];
    });
    expect([...new Set(TABLE.map(([field]) => field))].sort()).toEqual(roots.sort());
  });

  it('tells a caller without a credential to bring one, and others that theirs does not do', async () => {
    const asked = '{ users { totalCount } }';
    expect(await refusal(asked, callers.nobody ?? {})).toBe('UNAUTHENTICATED');
    expect(await refusal(asked, callers.viewer ?? {})).toBe('FORBIDDEN');
    expect(await refusal(asked, callers.lists ?? {})).toBe('FORBIDDEN');
  });
});
