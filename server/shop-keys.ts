import { createHmac } from 'node:crypto';

/** What shops’ links and secrets are made of: each of the server’s own secret, and neither of the other. */
export interface ShopKeys {
  /** Signs tracked links. */
  readonly links: Buffer;
  /** Makes the secrets by which shops sign. */
  readonly webhooks: Buffer;
}

export function createShopKeys(secret: string): ShopKeys {
  const keyFor = (use: string): Buffer => createHmac('sha256', secret).update(`kinograph ${use}`).digest();
  return { links: keyFor('tracked links'), webhooks: keyFor('shop secrets') };
}
