import { AppError, ErrorCode } from '../core/errors';
import { may, Right } from '../core/rights';
import type { TrackRequest } from '../flow/track';
import type { Context } from './context';

/** What a client sends: its events as they came, and its clock. */
interface Batch {
  readonly events: readonly unknown[];
  readonly sentAt: Date | string | null;
}

/** Who sent a batch and for whom it may speak; the same for GraphQL and `POST /events`. Throws UNAUTHENTICATED and FORBIDDEN. */
export function trackRequest({ caller, address }: Pick<Context, 'caller' | 'address'>, { events, sentAt }: Batch): TrackRequest {
  const mayNameUsers = may(caller, Right.EVENTS_WRITE);
  const batch = { events, sentAt, addressHash: address, mayNameUsers };
  if (caller.kind === 'viewer') return { ...batch, owner: caller.userId, subject: caller.userId };
  if (!mayNameUsers)
    throw new AppError(
      caller.kind === 'nobody' ? ErrorCode.UNAUTHENTICATED : ErrorCode.FORBIDDEN,
      'Events need a viewer token, an anonymous session, or a server key with events:write.',
    );
  // Ids of users, keys and operators come from different sequences; the sign and the parity keep owners apart.
  if (caller.kind === 'key') return { ...batch, owner: -2 * caller.keyId, subject: null };
  return { ...batch, owner: caller.kind === 'operator' ? -2 * caller.operatorId - 1 : 0, subject: null };
}
