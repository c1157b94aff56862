import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type BreakingChange,
  buildSchema,
  findBreakingChanges,
  type GraphQLNamedType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
  lexicographicSortSchema,
  printSchema,
} from 'graphql';
import { buildKinographSchema } from '../../server/schema';

const schema = buildKinographSchema();
const file = (name: string): string => readFileSync(join(__dirname, '..', '..', 'schema', name), 'utf8');

describe('the API', () => {
  it('is printed in schema/schema.graphql as it is built (mend with npm run schema:print)', () => {
    expect(`${printSchema(lexicographicSortSchema(schema))}\n`).toBe(file('schema.graphql'));
  });

  it('breaks nothing that was released, unless it was deprecated there', () => {
    const released = buildSchema(file('released.graphql'));
    const broken = findBreakingChanges(released, schema).filter((change) => !wasDeprecated(released, change));
    expect(broken).toEqual([]);
  });

  it('sees a removed field as a break, and a removed deprecated one as none', () => {
    const before = buildSchema('type Query { a: Int b: Int @deprecated(reason: "Use a.") }');
    const without = (field: string) =>
      findBreakingChanges(before, buildSchema(`type Query { ${field}: Int }`)).filter((change) => !wasDeprecated(before, change));
    expect(without('b')).toHaveLength(1);
    expect(without('a')).toHaveLength(0);
  });

  it('describes every type, field, argument and value: they are the reference manual', () => {
    const types = Object.values(schema.getTypeMap()).filter((type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type));
    const roots = new Set(['Query', 'Mutation', 'Subscription']);
    expect(types.flatMap((type) => (roots.has(type.name) ? [] : undescribed(type.name, type)))).toEqual([]);
    expect(types.flatMap(membersOf)).toEqual([]);
  });
});

function undescribed(path: string, thing: { readonly description?: string | null }): string[] {
  return thing.description ? [] : [path];
}

function membersOf(type: GraphQLNamedType): string[] {
  if (isEnumType(type)) return type.getValues().flatMap((value) => undescribed(`${type.name}.${value.name}`, value));
  if (isInputObjectType(type)) return Object.values(type.getFields()).flatMap((field) => undescribed(`${type.name}.${field.name}`, field));
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  return Object.values(type.getFields()).flatMap((field) => [
    ...undescribed(`${type.name}.${field.name}`, field),
    ...field.args.flatMap((argument) => undescribed(`${type.name}.${field.name}(${argument.name})`, argument)),
  ]);
}

/** graphql-js names what was removed as `Type.member`, at the beginning of its sentence. */
function wasDeprecated(released: GraphQLSchema, { description }: BreakingChange): boolean {
  const [typeName = '', member = ''] = /^(\w+)\.(\w+)/.exec(description)?.slice(1) ?? [];
  const type = released.getType(typeName);
  if (isEnumType(type)) return Boolean(type.getValue(member)?.deprecationReason);
  if (isObjectType(type) || isInputObjectType(type)) return Boolean(type.getFields()[member]?.deprecationReason);
  return false;
}
