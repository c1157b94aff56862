import type { Actor } from '../core/audit';
import { AppError, ErrorCode } from '../core/errors';
import type { Context } from './context';

/** Who stands in the audit for a change. Throws FORBIDDEN for viewers: they change nothing that is audited. */
export function actorOf({ caller }: Context): Actor {
  if (caller.kind === 'operator') return `operator:${caller.operatorId}`;
  if (caller.kind === 'key') return `key:${caller.keyId}`;
  throw new AppError(ErrorCode.FORBIDDEN, 'Only an operator or a server key may change this.');
}

/** Who stands in the audit for a change of what is a person's own; undefined for that person: what they do themselves is not audited. */
export function outsiderOf(context: Context): Actor | undefined {
  return context.caller.kind === 'viewer' ? undefined : actorOf(context);
}
