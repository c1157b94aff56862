import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import {
  type GraphQLField,
  GraphQLObjectType,
  type GraphQLOutputType,
  getNamedType,
  getNullableType,
  isLeafType,
  isListType,
  isObjectType,
} from 'graphql';
import { Scope } from '../../core/caller';
import { buildKinographSchema } from '../../server/schema';
import { startApp, type TestApp } from '../support/app';
import { arbitraryInput } from '../support/arbitrary-input';
import { aKey, type Headers } from '../support/callers';
import { withDatabase } from '../support/database';
import { ask } from '../support/graphql';
import { aTitle } from '../support/title';
import { aUser } from '../support/user';

const fixture = withDatabase();
const LONGEST_MS = 4_000;
const RUNS = 60;
let app: TestApp;
let headers: Headers;

beforeAll(async () => {
  await aTitle(fixture.db, { name: 'Film', genres: ['Comedy'] });
  await aTitle(fixture.db, { name: 'Another film' });
  await aUser(fixture.db, { externalId: 'ann' });
  // Keys of low ids for the test to revoke, so that it keeps its own.
  for (let spare = 0; spare < 3; spare++) await aKey(fixture.db, Scope.METRICS_READ);
  headers = await aKey(fixture.db, Scope.ADMIN);
  app = await startApp(fixture.url, { TRUST_PROXY: 'true' });
});
afterAll(() => app.stop());

type Root = readonly [name: string, operation: string, field: GraphQLField<unknown, unknown>];

const schema = buildKinographSchema();
const ROOTS: readonly Root[] = ['Query', 'Mutation'].flatMap((name) => {
  const type = schema.getType(name);
  const fields = type instanceof GraphQLObjectType ? Object.values(type.getFields()) : [];
  return fields.map((field): Root => [field.name, name.toLowerCase(), field]);
});

/** The whole field with every argument as a variable. */
function documentOf([name, operation, { args, type }]: Root): string {
  const variables = args.map((arg) => `$${arg.name}: ${arg.type}`).join(', ');
  const given = args.map((arg) => `${arg.name}: $${arg.name}`).join(', ');
  return `${operation} ${variables && `(${variables})`} { ${name}${given && `(${given})`} ${selection(type, isListType(getNullableType(type)) ? 1 : 3)} }`;
}

function selection(type: GraphQLOutputType, depth: number): string {
  const named = getNamedType(type);
  if (!isObjectType(named)) return '';
  const fields = Object.values(named.getFields()).flatMap((field) => {
    if (isLeafType(getNamedType(field.type))) return [field.name];
    const isDeep = depth === 0 || field.name === 'edges' || (depth < 3 && field.args.length > 0);
    return isDeep ? [] : [`${field.name} ${selection(field.type, depth - 1)}`];
  });
  return `{ __typename ${fields.join(' ')} }`;
}

describe('whatever an admin sends', () => {
  it.each(ROOTS)('to %s is answered or refused, and is never a fault of ours', async (...root) => {
    const query = documentOf(root);
    const variables = fc.record(Object.fromEntries(root[2].args.map((arg) => [arg.name, arbitraryInput(arg.type)])));
    const property = fc.asyncProperty(variables, async (variables) => {
      // An address of its own each, so that the bound on sign-ins does not stand before all else.
      const from = { ...headers, 'x-forwarded-for': randomUUID() };
      const { errors, text } = await ask(app.url, query, { headers: from, variables });
      expect(errors.map(({ message, extensions }) => ({ code: extensions?.code, message }))).not.toContainEqual(
        expect.objectContaining({ code: 'INTERNAL' }),
      );
      expect(text).toMatch(/^\{/);
    });
    await fc.assert(property, { numRuns: RUNS, interruptAfterTimeLimit: LONGEST_MS });
  });

  it('leaves the server answering', async () => {
    expect((await fetch(`${app.url}/readyz`)).status).toBe(200);
    expect((await ask(app.url, '{ viewer { id } }')).data).toEqual({ viewer: null });
  });
});
