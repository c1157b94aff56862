import { type Client, createClient } from 'graphql-ws';
import { useEffect, useRef, useState } from 'react';
import type { Operation } from './request';

/** Whether news arrive: `waiting` while a lost connection is sought again. */
export type LiveState = 'opening' | 'live' | 'waiting' | 'failed';

let shared: Client | null = null;

/** One socket for all live parts of the page; it opens with the first and closes after the last. */
function client(): Client {
  shared ??= createClient({
    url: `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/graphql`,
    connectionParams: { console: '1' },
    lazy: true,
    lazyCloseTimeout: 5_000,
    retryAttempts: Number.POSITIVE_INFINITY,
    retryWait: (retries) => new Promise((resolve) => setTimeout(resolve, Math.min(10_000, 500 * 2 ** retries) * (0.5 + Math.random() / 2))),
    shouldRetry: (event) => !isFinal(event),
  });
  return shared;
}

/** 4401 refused and 4403 expired lead to the sign-in page by the next question; a server that leaves or a network that drops is worth another try. */
const FINAL: readonly unknown[] = [4400, 4401, 4403];

function isFinal(event: unknown): boolean {
  return typeof event === 'object' && event !== null && 'code' in event && FINAL.includes(event.code);
}

/** Leaves the socket, after signing out: the next live part opens one in the name of whoever signs in then. */
export function leaveLive(): void {
  void shared?.dispose();
  shared = null;
}

/** Subscribes while the component is on screen; `onData` may change between renders, the subscription stays. Null variables: none. */
export function useLive<Result, Variables extends Record<string, unknown>>(
  operation: Operation<Result, Variables>,
  variables: Variables | null,
  onData: (data: Result) => void,
): LiveState {
  const [state, setState] = useState<LiveState>('opening');
  const newest = useRef(onData);
  newest.current = onData;
  const query = operation.toString();
  const asked = variables === null ? null : JSON.stringify(variables);
  useEffect(() => {
    if (asked === null) return;
    const socket = client();
    const leave = [
      socket.on('connected', () => setState('live')),
      socket.on('closed', () => setState('waiting')),
      socket.subscribe<Result>(
        { query, variables: JSON.parse(asked) },
        {
          next: ({ data }) => {
            setState('live');
            if (data) newest.current(data);
          },
          error: () => setState('failed'),
          complete: () => undefined,
        },
      ),
    ];
    return () => {
      for (const end of leave) end();
    };
  }, [query, asked]);
  return state;
}
