import { createHmac } from 'node:crypto';
import { LRUCache } from 'lru-cache';

const MOST_ADDRESSES = 10_000;
const LENGTH = 22;

/** Hashes client addresses with a secret, so that equal ones can be told and none can be read back. */
export function addressHasher(secret: string): (address: string) => string {
  const known = new LRUCache<string, string>({ max: MOST_ADDRESSES });
  return (address) => {
    const before = known.get(address);
    if (before !== undefined) return before;
    const hash = createHmac('sha256', secret).update(address).digest('base64url').slice(0, LENGTH);
    known.set(address, hash);
    return hash;
  };
}
