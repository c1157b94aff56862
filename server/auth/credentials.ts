import type { IncomingMessage } from 'node:http';
import { sessionIn } from './cookie';
import type { Credentials } from './gate';

/** What is read of a request, Fastify's or the bare one of a socket's upgrade. */
export interface Asking {
  readonly method?: string | undefined;
  readonly headers: IncomingMessage['headers'];
  /** The host that the client asked for, as the proxy in front tells it where one is trusted. */
  readonly host: string;
}

/** The credentials in a request's headers. The console's cookie counts only beside the console's header, from our own pages, and never on a GET. */
export function credentialsIn({ method, headers, host }: Asking): Credentials {
  const foreignOrigin = foreignOriginOf(headers.origin, host);
  const fromConsole = headers['x-kinograph-console'] === '1' && method !== 'GET' && foreignOrigin === null;
  return {
    authorization: headers.authorization ?? null,
    browserKey: single(headers['x-kinograph-key']),
    session: fromConsole ? sessionIn(headers.cookie) : null,
    foreignOrigin,
  };
}

/** Null without an Origin and where it is the very host that was asked; `null` of a sandboxed page is foreign. */
export function foreignOriginOf(origin: string | undefined, host: string): string | null {
  if (origin === undefined) return null;
  const own = URL.canParse(origin) && new URL(origin).host === host.toLowerCase();
  return own ? null : origin;
}

const single = (value: string | string[] | undefined): string | null => (Array.isArray(value) ? (value[0] ?? null) : (value ?? null));
