import { createHmac, timingSafeEqual } from 'node:crypto';
import { signatureOf } from '../alert-webhook';
import { AppError, ErrorCode } from '../errors';

/** How long a signed message is good for, before and after. */
export const WEBHOOK_SECONDS = 300;

/** A message of a shop, of which nothing is believed yet. */
export interface SignedMessage {
  /** `x-kinograph-timestamp`: seconds since 1970. */
  readonly timestamp: string | undefined;
  /** `x-kinograph-signature`: `sha256=` and hexadecimal, as Kinograph signs its own messages. */
  readonly signature: string | undefined;
  /** The bytes as they came. */
  readonly body: string;
}

/** The secret of a shop, made of the server’s own so that nothing of it is kept: the newest number is the only one that signs. */
export function shopSecret(key: Buffer, shopId: number, secretNumber: number): string {
  return `shs_${createHmac('sha256', key).update(`shop ${shopId} secret ${secretNumber}`).digest('base64url')}`;
}

/** Throws UNAUTHENTICATED where a message is not signed with this secret, or not in the last five minutes; the same for a shop that is not there. */
export function checkSignature({ timestamp = '', signature = '', body }: SignedMessage, secret: string, now: Date): void {
  const seconds = /^\d{1,12}$/.test(timestamp) ? Number(timestamp) : Number.NaN;
  const right = Buffer.from(signatureOf(secret, seconds, body));
  const given = Buffer.from(signature);
  if (given.length !== right.length || !timingSafeEqual(given, right))
    throw refusal(
      'The signature is not that of a shop that is here.',
      'x-kinograph-signature: sha256= and HMAC-SHA-256 of `<timestamp>.<body>` in hexadecimal, by the newest secret of the shop',
    );
  if (Math.abs(now.getTime() / 1_000 - seconds) > WEBHOOK_SECONDS)
    throw refusal(
      `The message was signed more than ${WEBHOOK_SECONDS / 60} minutes away from now.`,
      'x-kinograph-timestamp: now, in seconds since 1970',
    );
}

function refusal(message: string, expected: string): AppError {
  return new AppError(ErrorCode.UNAUTHENTICATED, message, { field: 'x-kinograph-signature', expected });
}
