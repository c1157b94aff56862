import { LRUCache } from 'lru-cache';
import { AwsError } from '../../core/aws/error';
import { unseal } from '../../core/aws/sealed-secret';
import { type Authorization, authorizationOf, checkSignature, type SignedRequest, SKEW_MS, signingKey } from '../../core/aws/sigv4';
import type { FoundAccess } from '../../store/access-keys';
import type { Gate } from '../auth/gate';
import type { Throttle } from '../auth/throttle';
import type { House } from '../context';
import type { AwsCall } from './call';

interface DoorOptions {
  readonly house: House;
  readonly gate: Gate;
  readonly throttle: Throttle;
  readonly addressOf: (ip: string) => string;
}

/** Lets signed requests in. */
export interface AwsDoor {
  /** Throws AwsError for a signature that is none, wrong, old or of an unknown key, RateLimitedError for one request too many. */
  enter(request: SignedRequest, ip: string): Promise<AwsCall>;
  /** Throws AwsError where this very request was done before; call what it answers once it is. */
  once(request: SignedRequest): () => void;
}

/** All that a key can send in half an hour of writes, by which time their signatures are too old anyway. */
const MOST_SIGNATURES = 100_000;
const SERVICE = 'personalize';

/** Counts a good request on its server key, a bad one on its address. Of a secret only today’s signing keys are remembered in the clear. */
export function createAwsDoor({ house, gate, throttle, addressOf }: DoorOptions): AwsDoor {
  const done = new LRUCache<string, true>({ max: MOST_SIGNATURES, ttl: 2 * SKEW_MS });

  const today = new WeakMap<FoundAccess, { readonly scope: string; readonly key: Uint8Array }>();

  /** The signing key of the last day and region that an access key was used with; null where its secret does not open. */
  function keyOf(found: FoundAccess, { date, region }: Authorization): Uint8Array | null {
    const scope = `${date}/${region}`;
    const kept = today.get(found);
    if (kept?.scope === scope) return kept.key;
    const secret = unseal(found.secret, { key: house.sealingKey, id: found.id });
    if (secret === null) return null;
    const key = signingKey(secret, { date, region, service: SERVICE });
    today.set(found, { scope, key });
    return key;
  }

  async function callOf(request: SignedRequest, address: string): Promise<AwsCall> {
    const authorization = authorizationOf(request);
    const found = await gate.accessKey(authorization.accessKeyId);
    const key = found && keyOf(found, authorization);
    // The same for a key that is unknown, revoked or expired; session tokens are AWS's own, and we make none.
    if (found === null || key === null || 'x-amz-security-token' in request.headers)
      throw new AwsError('UnrecognizedClientException', 'The security token included in the request is invalid.');
    checkSignature(request, authorization, { key, service: SERVICE, now: house.clock() });
    const { apiKeyId, scopes, expiresAt, source } = found;
    return { house, address, source, caller: { kind: 'key', keyId: apiKeyId, scopes, expiresAt } };
  }

  return {
    async enter(request, ip) {
      const address = addressOf(ip);
      const call = await callOf(request, address).catch(async (error: unknown) => {
        await throttle(address);
        throw error;
      });
      await throttle(`key:${call.caller.keyId}`);
      return call;
    },
    once(request) {
      const { signature } = authorizationOf(request);
      if (done.has(signature)) throw new AwsError('InvalidSignatureException', 'This very request was done before: sign it again.');
      return () => void done.set(signature, true);
    },
  };
}
