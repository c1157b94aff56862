/** Where Kinograph is, and which application this page is. */
export interface Address {
  readonly url: string;
  /** Browser key of the page's application. */
  readonly key: string | undefined;
}

/** An answer, read whole; `body` is null where it is no JSON. */
export interface Answer {
  readonly status: number;
  /** What Retry-After says, in seconds. */
  readonly retryAfter: number;
  readonly body: unknown;
}

/** What a question has led to; `codes` are those of everything that went wrong, the payload's own included. */
export interface Asked<Data> {
  readonly data: Data | null;
  readonly codes: readonly unknown[];
}

const TIMEOUT_MS = 30_000;
const TOO_MANY = 429;
/** What may go well another time. */
const PASSING: readonly unknown[] = ['INTERNAL', 'RATE_LIMITED', 'UNAVAILABLE'];

/** POSTs a text. Throws where no answer comes within 30 s. */
export async function post(url: string, body: string, headers: Readonly<Record<string, string>>): Promise<Answer> {
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), TIMEOUT_MS);
  try {
    const response = await fetch(url, { method: 'POST', body, headers, signal: late.signal, credentials: 'omit' });
    const { status } = response;
    return { status, retryAfter: Number(response.headers.get('retry-after')) || 0, body: await response.json().catch(() => null) };
  } finally {
    clearTimeout(timer);
  }
}

/** Asks GraphQL. Throws where it is worth asking again later: no answer, or a fault of the server. */
export async function ask<Data>(
  { url, key }: Address,
  query: string,
  { token, variables }: { token?: string; variables?: object } = {},
): Promise<Asked<Data>> {
  const { status, body } = await post(`${url}/graphql`, JSON.stringify({ query, variables }), {
    'content-type': 'application/json',
    ...(token && { authorization: `Bearer ${token}` }),
    ...(key && { 'x-kinograph-key': key }),
  });
  const { data, errors = [] } = (body ?? {}) as { data?: Data; errors?: { extensions?: { code?: string } }[] };
  const payloads = Object.values((data ?? {}) as Record<string, { userErrors?: { code: string }[] } | null>);
  const codes = [
    ...errors.map(({ extensions }) => extensions?.code),
    ...payloads.flatMap((one) => one?.userErrors ?? []).map(({ code }) => code),
  ];
  if (body === null || status === TOO_MANY || codes.some(isPassing)) throw new Error(`Kinograph answered ${status} ${codes.join()}.`);
  return { data: data ?? null, codes };
}

/** True for codes of what may go well another time. */
export const isPassing = (code: unknown): boolean => PASSING.includes(code);
