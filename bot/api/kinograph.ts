import type { TypedDocumentString } from '../generated/documents';

/** Kinograph cannot be reached, or asks for patience: the same question may be answered a little later. */
export class Away extends Error {}

/** The credential is not believed: it is over, or was taken back. */
export class Denied extends Error {}

/** Kinograph says no, for good. */
export class Refused extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** GraphQL over HTTP. */
export interface Kinograph {
  /** Asks with a person's token, or with the key of the bot. Throws Away, Denied and Refused. */
  ask<Result, Variables>(document: TypedDocumentString<Result, Variables>, variables: Variables, token?: string): Promise<Result>;
  /** A picture of ours by its path; null where it is none that Telegram shows. Throws Away. */
  picture(path: string): Promise<Buffer | null>;
}

interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

const TIMEOUT_MS = 10_000;
const MOST_BYTES = 5_000_000;
const SHOWN = /^image\/(jpeg|png|webp)\b/;
/** What passes by itself. */
const PASSING = new Set(['UNAVAILABLE', 'RATE_LIMITED']);

export function createKinograph({ url, key }: { readonly url: string; readonly key: string }): Kinograph {
  async function reach(path: string, init: RequestInit): Promise<Response> {
    const response = await fetch(`${url}${path}`, { ...init, signal: AbortSignal.timeout(TIMEOUT_MS) }).catch((error: Error) => {
      throw new Away(`Kinograph cannot be reached: ${error.message}`);
    });
    if (response.status === 429 || response.status >= 502) throw new Away(`Kinograph answers ${response.status}.`);
    return response;
  }

  return {
    async ask<Result, Variables>(document: TypedDocumentString<Result, Variables>, variables: Variables, token = key): Promise<Result> {
      const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
      const response = await reach('/graphql', { method: 'POST', headers, body: JSON.stringify({ query: String(document), variables }) });
      const { data, errors: [error] = [] } = (await response.json().catch(() => {
        throw new Away('Kinograph answers no JSON.');
      })) as Answer;
      if (!error) return data as Result;
      const code = error.extensions?.code ?? 'INTERNAL';
      if (PASSING.has(code)) throw new Away(`Kinograph answers ${code}.`);
      if (code === 'UNAUTHENTICATED') throw new Denied(error.message);
      throw new Refused(code, error.message);
    },

    async picture(path) {
      const response = await reach(path, {});
      const size = Number(response.headers.get('content-length') ?? 0);
      if (!response.ok || size > MOST_BYTES || !SHOWN.test(response.headers.get('content-type') ?? '')) return null;
      const bytes = Buffer.from(await response.arrayBuffer());
      return bytes.length <= MOST_BYTES ? bytes : null;
    },
  };
}
