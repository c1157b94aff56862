import { buildSchema, type GraphQLObjectType, type GraphQLSchema, printSchema } from 'graphql';
import { reasonText } from '../core/reason-text';
import { EngineName, type Reason, ReasonCode } from '../core/recommendation';
import { type Title, TitleKind, TitleState } from '../core/title';
import type { RankedAnswer, Recommender } from '../flow/recommend';
import { buildKinographSchema } from '../server/schema';

/** What is asked of either schema: a list of 20 with titles and reasons. */
export const QUERY =
  '{ recommendations { id version items(first: 20) { nodes { rank score title { id name year genres } reasons { code text } } } } }';

const SMALL = `
  type Title { id: ID! name: String! year: Int genres: [String!]! }
  type Reason { code: String! text: String! }
  type Recommendation { rank: Int! score: Float title: Title! reasons: [Reason!]! }
  type Items { nodes: [Recommendation!]! }
  type List { id: ID! version: Int! items(first: Int! = 20): Items! }
  type Query { recommendations: List! }
`;
const TITLES = 20;
const BORN = new Date(0);
const RANKED = Array.from({ length: TITLES }, (_, index) => ({ titleId: index + 1, score: 1 / (index + 1) }));
const SHOWN = new Map(RANKED.map(({ titleId }) => [titleId, aTitle(titleId)]));
const REASON: Reason = { code: ReasonCode.BECAUSE_WATCHED, titleId: 1, genre: null, contribution: 0.5 };

/** Only what the query names, with default resolvers. */
export function smallSchema(): GraphQLSchema {
  const schema = buildSchema(SMALL);
  const nodes = RANKED.map(({ titleId, score }, rank) => ({
    rank,
    score,
    title: SHOWN.get(titleId),
    reasons: [{ code: REASON.code, text: reasonText(REASON.code, { title: 'Title 1', genre: null }) }],
  }));
  resolve(schema, 'Query', { recommendations: () => ({ id: 'home', version: 1, items: { nodes } }) });
  return schema;
}

/** Our printed schema with plain resolvers that make the same list from the same titles. */
export function plainSchema(): GraphQLSchema {
  const schema = buildSchema(printSchema(buildKinographSchema()));
  resolve(schema, 'Query', { recommendations: () => ({ id: 'home', version: 1 }) });
  resolve(schema, 'RecommendationList', {
    items: (_list, { first }) => ({ nodes: RANKED.slice(0, first).map((ranked, at) => ({ ...ranked, rank: at + 1, reasons: [REASON] })) }),
  });
  resolve(schema, 'Recommendation', { title: ({ titleId }) => SHOWN.get(titleId) });
  resolve(schema, 'Reason', { text: ({ code, titleId, genre }) => reasonText(code, { title: SHOWN.get(titleId)?.name ?? null, genre }) });
  return schema;
}

/** A recommender that neither reads, solves nor scores: the resolvers around it are the real ones. */
export function constantRecommender(clock: () => Date): Recommender {
  const answer = (): RankedAnswer => ({
    ...{ recommendationId: 'constant', listId: 'home', userId: 1, placement: null, version: 1 },
    ...{ engine: EngineName.LOCAL, modelId: null, servedAt: clock(), length: TITLES },
    top: (count) => RANKED.slice(0, count),
    fit: () => null,
    explain: () => [REASON],
  });
  const titles = { get: (id: number) => SHOWN.get(id) ?? null };
  return { clock, titles, served: { add: () => undefined }, recommend: async () => answer() } as unknown as Recommender;
}

type Resolve = (root: { titleId: number } & Reason, args: { first: number }) => unknown;

function resolve(schema: GraphQLSchema, type: string, resolvers: Readonly<Record<string, Resolve>>): void {
  const fields = (schema.getType(type) as GraphQLObjectType).getFields();
  for (const [name, resolver] of Object.entries(resolvers)) Object.assign(fields[name] ?? {}, { resolve: resolver });
}

function aTitle(id: number): Title {
  return {
    ...{ id, kind: TitleKind.MOVIE, name: `Title ${id}`, year: 1990 + id, description: null, genres: ['Drama', 'Comedy'] },
    ...{ category: null, certificate: null, seconds: null, pages: null, parentId: null, season: null, number: null },
    ...{ availability: [], attributes: {}, posterSource: null, mediaUrl: null, state: TitleState.LISTED, mergedIntoId: null },
    ...{ version: 1, createdAt: BORN, updatedAt: BORN },
  };
}
