import type { WebSocket } from 'ws';
import type { Credentials } from '../auth/gate';
import type { Visitor } from '../visitor';

/** What is kept of one open socket: little, since there may be thousands that only wait. */
export interface Socket {
  readonly wire: WebSocket;
  readonly ip: string;
  /** From the upgrade's headers at first, completed by `connection_init`; kept to be checked again. */
  credentials: Credentials;
  /** The console's cookie, which counts only when `connection_init` says that it is the console. */
  readonly session: string | null;
  /** Null until `connection_init` was accepted. */
  visitor: Visitor | null;
  /** Cost of each operation that runs, by its id on the wire. */
  readonly operations: Map<string, number>;
  /** Messages of the window that ends at `windowEnds`, a time of performance.now(). */
  messages: number;
  windowEnds: number;
  /** Seconds since the client last took everything that was sent. */
  stalledSeconds: number;
  awaitsPong: boolean;
}

/** Why a socket is closed, so that a client knows whether to come back. */
export enum CloseCode {
  /** The server is leaving; come back, to another process. */
  GOING_AWAY = 1001,
  /** More messages than anyone needs. */
  POLICY = 1008,
  /** The client reads too slowly, or a part is missing; try again later. */
  TRY_LATER = 1013,
  /** Refused or revoked: do not come back with this. */
  REFUSED = 4401,
  /** Expired: come back with a fresh token. */
  EXPIRED = 4403,
}

/** The reason that goes with EXPIRED. */
export const EXPIRED = 'Expired: come back with a fresh token.';

/** Closes politely, and cuts the line when the client does not answer within two seconds. */
export function close({ wire }: Socket, code: CloseCode, reason: string): void {
  wire.close(code, reason);
  setTimeout(() => wire.terminate(), 2_000).unref();
}
