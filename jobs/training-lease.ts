import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { AppError, ErrorCode } from '../core/errors';
import type { Db } from '../store/database';
import { LEASE_SECONDS } from '../store/job-holding';
import { releaseLease, renewLease, takeLease } from '../store/leases';

/** What only one training at a time may hold. */
export const TRAINING_LEASE = 'train';

const HEARTBEAT_MS = 5_000;
const LOOK_AGAIN_MS = 1_000;

/** The lease as its holder has it. */
export interface HeldLease {
  readonly token: number;
  /** Aborted when the lease has passed to another, or when the caller's own signal says so. */
  readonly signal: AbortSignal;
}

interface Taking {
  readonly signal?: AbortSignal;
  /** How long to wait while another holds it; that of a dead holder is free after LEASE_SECONDS. */
  readonly patienceSeconds: number;
}

/** Trains while nobody else does. Throws CONFLICT while another training runs, and what `run` throws. */
export async function withTrainingLease<Result>(
  db: Db,
  { signal, patienceSeconds }: Taking,
  run: (held: HeldLease) => Promise<Result>,
): Promise<Result> {
  const token = await taken(db, patienceSeconds, signal);
  const lost = new AbortController();
  const timer = setInterval(() => {
    renewLease(db, TRAINING_LEASE, token, LEASE_SECONDS).then(
      (held) => held || lost.abort(new Error('The lease of the training has passed to another.')),
      // A database that is away for one beat is no reason to stop; the lease lasts for four.
      () => undefined,
    );
  }, HEARTBEAT_MS);
  timer.unref();
  try {
    return await run({ token, signal: signal ? AbortSignal.any([signal, lost.signal]) : lost.signal });
  } finally {
    clearInterval(timer);
    await releaseLease(db, TRAINING_LEASE, token);
  }
}

async function taken(db: Db, patienceSeconds: number, signal: AbortSignal | undefined): Promise<number> {
  const holder = randomUUID();
  for (let left = patienceSeconds; ; left -= LOOK_AGAIN_MS / 1000) {
    signal?.throwIfAborted();
    const token = await takeLease(db, TRAINING_LEASE, holder, LEASE_SECONDS);
    if (token !== null) return token;
    if (left <= 0) throw new AppError(ErrorCode.CONFLICT, 'Another training is running.', { expected: 'one training at a time' });
    await delay(LOOK_AGAIN_MS, undefined, { signal });
  }
}
