/** When an engine that fails is left alone, and when it is tried again. */
export interface CircuitRules {
  /** It opens at so many failures that no answer made up for ... */
  readonly failures: number;
  /** ... within so long, in milliseconds. */
  readonly windowMs: number;
  /** So long nothing is asked of it; then one request may try. */
  readonly restMs: number;
}

/**
 * A circuit breaker (Nygard, Release It!, 2007) as a value: CLOSED asks, OPEN does not, HALF_OPEN waits for the one request that tries. Times
 * are milliseconds of any clock that only goes forward.
 */
export type Circuit =
  | {
      readonly state: 'CLOSED' /** Times of failures within the window that no answer made up for, oldest first. */;
      readonly failedAt: readonly number[];
    }
  | { readonly state: 'OPEN'; readonly until: number }
  /** The one that tries is out; whoever never says what became of it is given up at `until`. */
  | { readonly state: 'HALF_OPEN'; readonly until: number };

export const CLOSED: Circuit = { state: 'CLOSED', failedAt: [] };

/** The circuit after somebody wants to ask at `now`, and whether they may. */
export function asking(circuit: Circuit, now: number, { restMs }: CircuitRules): { readonly circuit: Circuit; readonly mayAsk: boolean } {
  if (circuit.state === 'CLOSED') return { circuit, mayAsk: true };
  if (now < circuit.until) return { circuit, mayAsk: false };
  return { circuit: { state: 'HALF_OPEN', until: now + restMs }, mayAsk: true };
}

/**
 * The circuit after an answer. While closed each answer makes up for one failure, so that an engine of which one request in a hundred comes too
 * late is asked on, however many there are. An answer to what was asked before it opened closes nothing.
 */
export function answered(circuit: Circuit): Circuit {
  if (circuit.state === 'HALF_OPEN') return CLOSED;
  return circuit.state === 'OPEN' ? circuit : { state: 'CLOSED', failedAt: circuit.failedAt.slice(1) };
}

/** The circuit after a failure at `now`. */
export function failed(circuit: Circuit, now: number, { failures, windowMs, restMs }: CircuitRules): Circuit {
  if (circuit.state === 'OPEN') return circuit;
  if (circuit.state === 'HALF_OPEN') return { state: 'OPEN', until: now + restMs };
  const failedAt = [...circuit.failedAt.filter((at) => at > now - windowMs), now];
  return failedAt.length >= failures ? { state: 'OPEN', until: now + restMs } : { state: 'CLOSED', failedAt };
}

/** The circuit after the one that may ask did not: whoever is next may try instead. */
export function unasked(circuit: Circuit, now: number): Circuit {
  return circuit.state === 'HALF_OPEN' ? { state: 'OPEN', until: now } : circuit;
}
