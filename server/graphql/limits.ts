import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  GraphQLInterfaceType,
  type GraphQLNamedType,
  GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isCompositeType,
  isListType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql';
import { AppError, ErrorCode } from '../../core/errors';

/** Tokens of a document: graphql-js stops parsing there. */
export const MOST_TOKENS = 2_000;
/** Fields inside fields; `recommendations.items.edges.node.title.name` is 6. */
const MOST_DEPTH = 12;
/** Below `__schema` types nest by themselves; graphql-js's own rule stops lists inside lists there. */
const MOST_INTROSPECTION_DEPTH = 20;
/** Aliases of one operation, and its root fields, each counted as often as fragments repeat them. */
const MOST_ALIASES = 30;
const MOST_DIRECTIVES = 50;
/** Selections of one operation after every fragment is put in its place. */
const MOST_SELECTIONS = 5_000;
/** Objects that an operation may ask for; a scalar costs nothing, an object 1, each times the lists around it. */
const MOST_COST = 10_000;
/** Rows that a list of objects without `first` or `last` is taken for: credits, tags, reasons. */
const UNPAGED_LIST = 5;

/** What one operation asks for, fragments expanded. */
interface Size {
  readonly depth: number;
  readonly aliases: number;
  readonly selections: number;
  readonly cost: number;
}

/** The operation of a document that is to run, and its variables. */
interface Asked {
  readonly operation: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>>;
}

const NOTHING: Size = { depth: 0, aliases: 0, selections: 0, cost: 0 };

/**
 * Measures an operation in one walk before validation, each fragment once, and answers its cost.
 * Throws TOO_LARGE, naming the limit, and BAD_DOCUMENT where fragments spread in a cycle.
 */
export function measure(schema: GraphQLSchema, document: DocumentNode, asked: Asked): number {
  const { operation } = asked;
  const walk = walker(schema, fragmentsOf(document), asked);
  const size = walk(operation.selectionSet, schema.getRootType(operation.operation) ?? null);
  const roots = rootFields(operation.selectionSet, fragmentsOf(document));
  refuse('depth', size.depth, MOST_DEPTH);
  refuse('aliases', size.aliases, MOST_ALIASES);
  refuse('root fields', roots, MOST_ALIASES);
  refuse('selections', size.selections, MOST_SELECTIONS);
  refuse('cost', size.cost, MOST_COST);
  return size.cost;
}

/** Throws TOO_LARGE for a document with more directives than anyone needs. */
export function countDirectives(document: DocumentNode, source: string): void {
  // An upper bound from the text is enough: "@" stands for nothing else outside strings and comments.
  const directives = document.definitions.length === 0 ? 0 : source.split('@').length - 1;
  refuse('directives', directives, MOST_DIRECTIVES);
}

function refuse(what: string, came: number, most: number): void {
  if (came <= most) return;
  const count = Number.isFinite(came) ? String(came) : 'endless';
  throw new AppError(ErrorCode.TOO_LARGE, `This operation has ${what} of ${count}; at most ${most} are answered.`, {
    field: 'query',
    expected: `${what} of at most ${most}`,
  });
}

type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

function fragmentsOf(document: DocumentNode): Fragments {
  const fragments = document.definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
  return new Map(fragments.map((fragment) => [fragment.name.value, fragment]));
}

type Walk = (set: SelectionSetNode, parent: GraphQLNamedType | null) => Size;

function walker(schema: GraphQLSchema, fragments: Fragments, asked: Asked): Walk {
  const known = new Map<string, Size | 'open'>();

  const ofFragment = (name: string): Size => {
    const before = known.get(name);
    if (before === 'open') throw new AppError(ErrorCode.BAD_DOCUMENT, 'Fragments of this document spread in a cycle.');
    if (before) return before;
    const fragment = fragments.get(name);
    if (!fragment) return NOTHING;
    known.set(name, 'open');
    const size = walk(fragment.selectionSet, schema.getType(fragment.typeCondition.name.value) ?? null);
    known.set(name, size);
    return size;
  };

  const ofField = (field: FieldNode, parent: GraphQLNamedType | null): Size => {
    const definition = fieldOf(parent, field.name.value);
    const inner = field.selectionSet ? walk(field.selectionSet, definition ? getNamedType(definition.type) : null) : NOTHING;
    const own = field.selectionSet ? 1 : 0;
    const introspection = field.name.value.startsWith('__') && inner.depth < MOST_INTROSPECTION_DEPTH;
    return {
      depth: introspection ? 1 : inner.depth + 1,
      aliases: inner.aliases + (field.alias ? 1 : 0),
      selections: inner.selections + 1,
      cost: introspection ? 1 : rowsOf(field, definition, asked) * (own + inner.cost),
    };
  };

  const walk: Walk = (set, parent) => {
    const sizes = set.selections.map((selection) => {
      if (selection.kind === Kind.FIELD) return ofField(selection, parent);
      if (selection.kind === Kind.FRAGMENT_SPREAD) return ofFragment(selection.name.value);
      const condition = selection.typeCondition ? schema.getType(selection.typeCondition.name.value) : parent;
      return walk(selection.selectionSet, condition ?? null);
    });
    return sizes.reduce(add, NOTHING);
  };
  return walk;
}

const add = (one: Size, other: Size): Size => ({
  depth: Math.max(one.depth, other.depth),
  aliases: one.aliases + other.aliases,
  selections: one.selections + other.selections,
  cost: one.cost + other.cost,
});

type Field = GraphQLField<unknown, unknown>;

function fieldOf(parent: GraphQLNamedType | null, name: string): Field | null {
  if (!(parent instanceof GraphQLObjectType || parent instanceof GraphQLInterfaceType)) return null;
  return parent.getFields()[name] ?? null;
}

/** How often what is below a field is made: its page size; `edges` and `nodes` are counted by the field above them. */
function rowsOf(field: FieldNode, definition: Field | null, asked: Asked): number {
  const paging = definition?.args.filter((arg) => arg.name === 'first' || arg.name === 'last') ?? [];
  const sizes = paging
    .map((arg) => {
      const given = field.arguments?.find((argument) => argument.name.value === arg.name);
      const value = given ? numberOf(given.value, asked) : null;
      return value ?? (typeof arg.defaultValue === 'number' ? arg.defaultValue : 0);
    })
    .filter((rows) => rows > 0);
  if (sizes.length > 0) return Math.max(...sizes);
  const isObjectList =
    definition !== null && isListType(getNullableType(definition.type)) && isCompositeType(getNamedType(definition.type));
  return isObjectList && field.name.value !== 'edges' && field.name.value !== 'nodes' ? UNPAGED_LIST : 1;
}

function numberOf(value: ValueNode, { operation, variables }: Asked): number | null {
  if (value.kind === Kind.INT) return Number(value.value);
  if (value.kind !== Kind.VARIABLE) return null;
  const name = value.name.value;
  const given = variables[name];
  if (typeof given === 'number') return given;
  const otherwise = operation.variableDefinitions?.find((definition) => definition.variable.name.value === name)?.defaultValue;
  return otherwise?.kind === Kind.INT ? Number(otherwise.value) : null;
}

/** The walk has refused cycles before this one runs. */
function rootFields(set: SelectionSetNode, fragments: Fragments, known = new Map<string, number>()): number {
  let fields = 0;
  for (const selection of set.selections) {
    if (selection.kind === Kind.FIELD) fields += 1;
    else if (selection.kind === Kind.INLINE_FRAGMENT) fields += rootFields(selection.selectionSet, fragments, known);
    else {
      const name = selection.name.value;
      const fragment = fragments.get(name);
      if (fragment && !known.has(name)) known.set(name, rootFields(fragment.selectionSet, fragments, known));
      fields += known.get(name) ?? 0;
    }
  }
  return fields;
}
