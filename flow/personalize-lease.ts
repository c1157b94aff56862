import { randomUUID } from 'node:crypto';
import type { Db } from '../store/database';
import { LEASE_SECONDS } from '../store/job-holding';
import { releaseLease, renewLease, takeLease } from '../store/leases';

/** What only one owner of the sync at a time may hold. */
export const PERSONALIZE_LEASE = 'personalize';

const HEARTBEAT_MS = 5_000;

/** The lease as its holder has it; `signal` is aborted when it has passed to another, or when the caller's own says so. */
export interface HeldSync {
  readonly token: number;
  readonly signal: AbortSignal;
}

/** Runs while nobody else does; null at once while somebody does. */
export async function withPersonalizeLease<Result>(
  db: Db,
  signal: AbortSignal,
  run: (held: HeldSync) => Promise<Result>,
): Promise<Result | null> {
  const token = await takeLease(db, PERSONALIZE_LEASE, randomUUID(), LEASE_SECONDS);
  if (token === null) return null;
  const lost = new AbortController();
  const timer = setInterval(() => {
    renewLease(db, PERSONALIZE_LEASE, token, LEASE_SECONDS).then(
      (held) => held || lost.abort(new Error('The lease of the sync has passed to another.')),
      // A database that is away for one beat is no reason to stop; the lease lasts for four.
      () => undefined,
    );
  }, HEARTBEAT_MS);
  timer.unref();
  try {
    return await run({ token, signal: AbortSignal.any([signal, lost.signal]) });
  } finally {
    clearInterval(timer);
    await releaseLease(db, PERSONALIZE_LEASE, token);
  }
}
