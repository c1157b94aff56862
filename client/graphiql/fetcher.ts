import { createGraphiQLFetcher, type Fetcher } from '@graphiql/toolkit';
import { createClient } from 'graphql-ws';

const address = new URL('/graphql', window.location.href);
const socketAddress = new URL(address);
socketAddress.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:';

/** The hint in the headers tab is no key: without a real one the request goes without. */
function sendable(headers: Record<string, unknown> = {}): Record<string, string> {
  const entries = Object.entries(headers).filter(([, value]) => typeof value === 'string' && !value.includes('...'));
  return Object.fromEntries(entries.map(([name, value]) => [name.toLowerCase(), String(value)]));
}

/** HTTP for queries and mutations, a socket of its own for each subscription: its headers become the socket's credential. */
export const fetcher: Fetcher = (params, options) => {
  const headers = sendable(options?.headers);
  const connectionParams = { ...headers, key: headers['x-kinograph-key'] };
  const inner = createGraphiQLFetcher({
    url: address.href,
    headers,
    wsClient: createClient({ url: socketAddress.href, connectionParams, retryAttempts: 0 }),
  });
  return inner(params, { ...options, headers });
};
