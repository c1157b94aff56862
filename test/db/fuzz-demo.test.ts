import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { GraphQLObjectType } from 'graphql';
import { buildKinographSchema } from '../../server/schema';
import { arbitraryInput } from '../support/arbitrary-input';
import { type DemoApp, startDemoApp } from '../support/demo-app';
import { ask } from '../support/graphql';
import { aUser } from '../support/user';

const FIELDS = '{ token user { name locale timeZone profile { city } } userErrors { code field } }';
const LONGEST_MS = 4_000;
const RUNS = 150;
let app: DemoApp;

beforeAll(async () => {
  app = await startDemoApp();
  await aUser(app.house.database.db, { source: 'movielens', externalId: '1' });
}, 60_000);
afterAll(() => app.stop());

const mutations = buildKinographSchema().getMutationType();
if (!(mutations instanceof GraphQLObjectType)) throw new Error('The schema has no mutations.');

/** Every second one so that it comes past the first checks, whatever else is in it. */
function plausible(given: unknown): unknown {
  if (typeof given !== 'object' || given === null) return given;
  const fields = Object.entries(given).map(([name, value]) => {
    if (name === 'email') return [name, `${value}@example.com`];
    return [name, name === 'password' ? `${value} and more` : plausible(value)];
  });
  return Object.fromEntries(fields);
}

describe('whatever anybody sends to the identity provider of the demo', () => {
  it.each(['demoSignUp', 'demoSignIn', 'demoRefresh'])('as %s is answered or refused, and is never a fault of ours', async (name) => {
    const args = mutations.getFields()[name]?.args ?? [];
    const variables = args.map((arg) => `$${arg.name}: ${arg.type}`).join(', ');
    const given = args.map((arg) => `${arg.name}: $${arg.name}`).join(', ');
    const query = `mutation ${variables && `(${variables})`} { ${name}${given && `(${given})`} ${FIELDS} }`;
    const inputs = fc.record(Object.fromEntries(args.map((arg) => [arg.name, arbitraryInput(arg.type)])));
    const property = fc.asyncProperty(inputs, fc.boolean(), async (asItIs, mended) => {
      const variables = (mended ? plausible(asItIs) : asItIs) as Readonly<Record<string, unknown>>;
      const { errors, text } = await ask(app.url, query, { headers: { 'x-forwarded-for': randomUUID() }, variables });
      expect(errors.filter(({ extensions }) => extensions?.code === 'INTERNAL')).toEqual([]);
      expect(text).toMatch(/^\{/);
    });
    await fc.assert(property, { numRuns: RUNS, interruptAfterTimeLimit: LONGEST_MS });
  });

  it('leaves as many people as accounts', async () => {
    const [counts] = await app.house.database.db.query(
      `select (select count(*) from demo_accounts) as accounts, (select count(*) from users where source = 'demo') as people`,
    );
    expect(counts.people).toBe(counts.accounts);
    expect(counts.people).toBeGreaterThan(0);
  });
});
