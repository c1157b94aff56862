import type { Host } from './host';

/** An answer, read whole. */
export interface Answer {
  readonly status: number;
  /** What Retry-After says, in seconds. */
  readonly retryAfter: number;
  readonly text: string;
}

const TIMEOUT_MS = 30_000;
const TOO_MANY = 429;
/** Codes of what may go well another time, wherever they stand in an answer. */
const PASSING = /"(INTERNAL|UNAUTHENTICATED|UNAVAILABLE)"/;

/** POSTs a text, as text/plain unless `headers` say otherwise: that needs no leave of another origin. Throws where no answer comes, within 30 s where the browser can count them. */
export async function post(url: string, body: string, headers?: Readonly<Record<string, string>>): Promise<Answer> {
  const signal = AbortSignal.timeout?.(TIMEOUT_MS);
  const response = await fetch(url, { method: 'POST', body, headers, signal });
  return { status: response.status, retryAfter: Number(response.headers.get('retry-after')) || 0, text: await response.text() };
}

/** Asks GraphQL; null where it has nothing to say. Throws where it is worth asking again later: no answer, or a fault of the server. */
export async function ask<Data>({ url, key }: Host, query: string, token?: string, variables?: object): Promise<Data | null> {
  const { status, text } = await post(`${url}/graphql`, JSON.stringify({ query, variables }), {
    'content-type': 'application/json',
    ...(token && { authorization: `Bearer ${token}` }),
    ...(key && { 'x-kinograph-key': key }),
  });
  if (status >= TOO_MANY || isPassing(text)) throw new Error(text);
  return JSON.parse(text).data ?? null;
}

/** Whether an answer tells of something that may go well another time. */
export const isPassing = (text: string): boolean => PASSING.test(text);
