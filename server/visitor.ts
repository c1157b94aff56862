import type { Caller } from '../core/caller';
import type { Credentials, Gate } from './auth/gate';
import type { Throttle } from './auth/throttle';

/** Who came, from where. */
export interface Visitor {
  readonly caller: Caller;
  /** Keyed hash of the client's address. */
  readonly address: string;
}

/** The credentials of a request whose own signature says all that is to be known. */
export const STRANGER: Credentials = { authorization: null, browserKey: null, session: null, foreignOrigin: null };

/** Lets a visitor in. Throws UNAUTHENTICATED, FORBIDDEN or RATE_LIMITED. */
export type Door = (credentials: Credentials, ip: string) => Promise<Visitor>;

interface DoorOptions {
  readonly gate: Gate;
  readonly throttle: Throttle;
  readonly addressOf: (ip: string) => string;
}

/** Checks the credentials, then counts the request: on its server key, else on its address; a bad credential too. */
export function createDoor({ gate, throttle, addressOf }: DoorOptions): Door {
  return async (credentials, ip) => {
    const address = addressOf(ip);
    const caller = await gate.callerOf(credentials).catch(async (error: unknown) => {
      await throttle(address);
      throw error;
    });
    await throttle(caller.kind === 'key' ? `key:${caller.keyId}` : address);
    return { caller, address };
  };
}
