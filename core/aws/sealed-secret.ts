import { createCipheriv, createDecipheriv } from 'node:crypto';

const CIPHER = 'aes-256-gcm';
export const NONCE_BYTES = 12;
const TAG_BYTES = 16;

interface Sealing {
  /** 32 bytes. */
  readonly key: Uint8Array;
  /** The access key that the secret is of: the sealed secret of another does not open in its place. */
  readonly id: string;
}

/** A secret in AES-256-GCM: nonce, tag and text. The nonce, NONCE_BYTES long, must never be used with the same key again. */
export function seal(secret: string, { key, id, nonce }: Sealing & { readonly nonce: Uint8Array }): Buffer {
  const cipher = createCipheriv(CIPHER, key, nonce).setAAD(Buffer.from(id));
  const text = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), text]);
}

/** The secret again; null where key, id or text are not those that it was sealed with. */
export function unseal(sealed: Uint8Array, { key, id }: Sealing): string | null {
  if (sealed.length < NONCE_BYTES + TAG_BYTES) return null;
  const decipher = createDecipheriv(CIPHER, key, sealed.subarray(0, NONCE_BYTES)).setAAD(Buffer.from(id));
  decipher.setAuthTag(sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]).toString('utf8');
  } catch {
    return null;
  }
}
