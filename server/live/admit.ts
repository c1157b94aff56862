import type { Caller } from '../../core/caller';
import { AppError, ErrorCode } from '../../core/errors';
import type { Credentials, Gate } from '../auth/gate';
import { ExpiredError } from '../auth/refusal';
import type { Door } from '../visitor';
import { CloseCode, close, EXPIRED, type Socket } from './socket';

/** Admits a socket by its `connection_init` payload; closes it with the reason where that fails. Answers whether it is in. */
export async function admit(socket: Socket, params: Readonly<Record<string, unknown>> | undefined, door: Door): Promise<boolean> {
  socket.credentials = completed(socket, params ?? {});
  try {
    socket.visitor = await door(socket.credentials, socket.ip);
    return true;
  } catch (error) {
    closeFor(socket, error);
    return false;
  }
}

/** Asks once more who an open socket is: a key may be revoked, an operator signed out, a person merged into another. */
export async function admitAgain(socket: Socket, gate: Gate): Promise<void> {
  try {
    const caller = await gate.callerOf(socket.credentials);
    if (!socket.visitor) return;
    // What runs on this socket was allowed by the old role: coming back, it is asked for again.
    if (hasOtherRole(socket.visitor.caller, caller)) return close(socket, CloseCode.TRY_LATER, 'What you may do has changed: come back.');
    socket.visitor = { ...socket.visitor, caller };
  } catch (error) {
    closeFor(socket, error);
  }
}

const hasOtherRole = (before: Caller, now: Caller): boolean =>
  before.kind === 'operator' && now.kind === 'operator' && before.role !== now.role;

/** Expired sockets may come back with a fresh token, refused ones need not try, the others later. */
function closeFor(socket: Socket, error: unknown): void {
  const isRefusal = error instanceof AppError && [ErrorCode.UNAUTHENTICATED, ErrorCode.FORBIDDEN].includes(error.code);
  if (error instanceof ExpiredError) close(socket, CloseCode.EXPIRED, EXPIRED);
  else if (isRefusal) close(socket, CloseCode.REFUSED, 'Refused or revoked: do not try again with this credential.');
  else close(socket, CloseCode.TRY_LATER, 'Not possible right now; try again later.');
}

/** Browsers cannot set headers on a socket, so the payload may carry what HTTP has in headers. */
function completed({ credentials, session }: Socket, params: Readonly<Record<string, unknown>>): Credentials {
  const authorization = text(params.authorization) ?? text(params.Authorization) ?? credentials.authorization;
  const browserKey = text(params.key) ?? text(params['x-kinograph-key']) ?? credentials.browserKey;
  const isConsole = String(params['x-kinograph-console'] ?? params.console ?? '') === '1' && credentials.foreignOrigin === null;
  return { ...credentials, authorization, browserKey, session: isConsole ? session : null };
}

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
