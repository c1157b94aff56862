import type { Caller } from '../../core/caller';
import type { House } from '../context';

/** One signed request, after its signature was checked. */
export interface AwsCall {
  readonly house: House;
  readonly caller: Extract<Caller, { readonly kind: 'key' }>;
  /** Keyed hash of the client's address. */
  readonly address: string;
  /** Whose ids the application sends; see `titleReference`. */
  readonly source: string;
}
