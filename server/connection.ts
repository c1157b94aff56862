import type { Page, Paged } from '../core/page';
import type { Connection } from '../schema/page';

/** The page that arguments ask for: what a client leaves out comes as undefined. */
export function pageFrom(args: { readonly first: number; readonly after?: string | null; readonly offset?: number | null }): Page {
  return { first: args.first, after: args.after ?? null, offset: args.offset ?? null };
}

/** A page in the shape of a GraphQL connection; `count` runs only where a client asks for totalCount; null: nobody counts. */
export function connectionFrom<Row>(page: Paged<Row>, count: (() => Promise<number>) | null): Connection<Row> {
  return {
    edges: page.edges,
    nodes: page.edges.map((edge) => edge.node),
    pageInfo: { hasNextPage: page.hasNextPage, endCursor: page.edges.at(-1)?.cursor ?? null },
    totalCount: count,
  };
}
