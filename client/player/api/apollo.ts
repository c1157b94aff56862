import { ApolloClient, type FieldPolicy, HttpLink, InMemoryCache } from '@apollo/client';
import { kinograph } from './kinograph';

const UNAUTHENTICATED = 401;

interface Nodes {
  readonly nodes?: readonly unknown[];
}

/** Pages of a connection join into one list; an answer without `after` begins anew. */
const pages: FieldPolicy<Nodes> = {
  keyArgs: ['filter', 'userId', 'sort'],
  merge(known, page, { args }) {
    if (!args?.after) return page;
    return { ...page, nodes: [...(known?.nodes ?? []), ...(page.nodes ?? [])] };
  },
};

/** Queries and mutations by HTTP, in the name of whoever is signed in, else of this browser's anonymous session. */
export const apollo = new ApolloClient({
  link: new HttpLink({ uri: '/graphql', fetch: authorised }),
  cache: new InMemoryCache({
    typePolicies: {
      Query: { fields: { titles: pages, history: pages, historyImports: pages, blends: pages } },
      // A pushed list is the whole list: it replaces the one before, however many places were asked for.
      RecommendationList: { fields: { items: { keyArgs: false, merge: false } } },
    },
  }),
});

/** As `fetch`, with a token; one that was refused is renewed once. */
async function authorised(uri: RequestInfo | URL, options: RequestInit = {}): Promise<Response> {
  const send = async (refresh: boolean): Promise<Response> => {
    const token = await kinograph.bearer(refresh);
    const headers = new Headers(options.headers);
    if (token !== null) headers.set('authorization', `Bearer ${token}`);
    return fetch(uri, { ...options, headers });
  };
  const response = await send(false);
  return response.status === UNAUTHENTICATED ? send(true) : response;
}
