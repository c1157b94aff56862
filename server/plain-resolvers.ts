import { type GraphQLFieldResolver, type GraphQLSchema, isObjectType } from 'graphql';
import type { Reason, Recommended } from '../core/recommendation';
import type { Title } from '../core/title';
import type { Context } from './context';
import { ReasonResolver, RecommendedTitleResolver } from './resolvers/recommendation';
import { TitleResolver } from './resolvers/title';

type Resolve<Source> = (source: Source, args: unknown, context: Context) => unknown;

const titles = new TitleResolver();
const places = new RecommendedTitleResolver();
const reasons = new ReasonResolver();

const OF_TITLE: Readonly<Record<string, Resolve<Title>>> = { posterUrl: (title) => titles.posterUrl(title) };
const OF_PLACE: Readonly<Record<string, Resolve<Recommended>>> = { title: (place, _args, context) => places.title(place, context) };
const OF_REASON: Readonly<Record<string, Resolve<Reason>>> = {
  title: (reason, _args, context) => reasons.title(reason, context),
  genre: (reason) => reasons.genre(reason),
  text: (reason, _args, context) => reasons.text(reason, context),
};

/**
 * Lets graphql-js call the resolvers of which a list has dozens, and nothing in between: what type-graphql does around each call,
 * which is for arguments, guards and containers that these have none of, took a sixth of the execution of a list of 20.
 */
export function withPlainResolvers(schema: GraphQLSchema): GraphQLSchema {
  resolveBy(schema, 'Title', OF_TITLE);
  resolveBy(schema, 'Recommendation', OF_PLACE);
  resolveBy(schema, 'Reason', OF_REASON);
  return schema;
}

function resolveBy<Source>(schema: GraphQLSchema, name: string, resolvers: Readonly<Record<string, Resolve<Source>>>): void {
  const type = schema.getType(name);
  for (const [field, resolve] of Object.entries(resolvers)) {
    const found = isObjectType(type) ? type.getFields()[field] : undefined;
    if (found === undefined) throw new Error(`The schema has no field ${name}.${field}.`);
    found.resolve = resolve as GraphQLFieldResolver<unknown, unknown>;
  }
}
