import type { TypedDocumentNode } from '@apollo/client';
import { print } from 'graphql';
import { type Client, createClient } from 'graphql-ws';
import { kinograph } from './kinograph';

/** Where a subscription stands. waiting: the line is interrupted, and comes back by itself. */
export type LineStatus = 'connecting' | 'live' | 'waiting';

interface Listener<Answer> {
  next(answer: Answer): void;
  /** It ended and does not come back by itself; `codes` are those of the server's errors, none where it refused the line. */
  ended(codes: readonly unknown[]): void;
  status(status: LineStatus): void;
}

const REFUSED = 4401;
const EXPIRED = 4403;
const PING_MS = 25_000;
const ANSWER_MS = 5_000;
const FIRST_MS = 500;
const LONGEST_MS = 30_000;

/**
 * Follows a subscription on a socket of its own, in the name of whoever is here; after an interruption it begins anew by itself, which
 * tells what was missed. Returns stop.
 */
export function subscribeTo<Answer, Variables extends Record<string, unknown>>(
  document: TypedDocumentNode<Answer, Variables>,
  variables: Variables,
  listener: Listener<Answer>,
): () => void {
  const query = print(document);
  let client: Client | null = null;
  let isOver = false;

  /** A token that is not accepted is renewed once; a fresh one that is not accepted either is the end of it. */
  function begin(isFresh: boolean): void {
    let isStale = isFresh;
    client = openLine({
      token: () => kinograph.bearer(isStale),
      status(status, code) {
        if (status === 'live') isStale = false;
        if (code === EXPIRED) isStale = true;
        if (!isOver) listener.status(status);
      },
    });
    client.subscribe<Answer>(
      { query, variables },
      {
        next({ data }) {
          if (data && !isOver) listener.next(data);
        },
        error(error) {
          if (isOver) return;
          if (codeOf(error) === REFUSED && !isFresh) begin(true);
          else listener.ended(codesIn(error));
        },
        complete() {},
      },
    );
  }

  begin(false);
  return () => {
    isOver = true;
    void client?.dispose();
  };
}

interface Line {
  token(): Promise<string | null>;
  /** `code`: of the close that led here. */
  status(status: LineStatus, code?: number): void;
}

function openLine({ token, status }: Line): Client {
  let late: ReturnType<typeof setTimeout> | undefined;
  const address = new URL('/graphql', location.href);
  address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:';
  const client = createClient({
    url: address.href,
    connectionParams: async () => ({ authorization: `Bearer ${await token()}` }),
    retryAttempts: Number.POSITIVE_INFINITY,
    shouldRetry: () => true,
    retryWait: (tries) => rest(Math.random() * Math.min(LONGEST_MS, FIRST_MS * 2 ** tries)),
    keepAlive: PING_MS,
    on: {
      connecting: () => status('connecting'),
      connected: () => status('live'),
      closed: (event) => status('waiting', codeOf(event)),
      // A line that does not answer counts as cut.
      ping: (isReceived) => {
        if (!isReceived) late = setTimeout(() => client.terminate(), ANSWER_MS);
      },
      pong: () => clearTimeout(late),
    },
  });
  return client;
}

/** Waits so long, or until the network is back. */
function rest(ms: number): Promise<void> {
  return new Promise((resolve) => {
    const over = (): void => {
      clearTimeout(timer);
      removeEventListener('online', over);
      resolve();
    };
    const timer = setTimeout(over, ms);
    addEventListener('online', over);
  });
}

const codeOf = (event: unknown): number | undefined => (event as Partial<CloseEvent> | null)?.code;

/** The codes of GraphQL's errors; none for anything else. */
function codesIn(error: unknown): readonly unknown[] {
  return Array.isArray(error) ? error.map((each) => each?.extensions?.code) : [];
}
