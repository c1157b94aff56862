import { createHmac } from 'node:crypto';

/** The 32 bytes that secrets of access keys are sealed with, made of the server's own secret. With another secret none of them opens. */
export function sealingKey(secret: string): Buffer {
  return createHmac('sha256', secret).update('kinograph access keys').digest();
}
