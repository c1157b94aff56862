import { createHmac, timingSafeEqual } from 'node:crypto';

/** What a tracked link is bound to. */
export interface LinkTarget {
  readonly offerId: number;
  /** Who may follow it and count; null: it leads there and counts for nobody. */
  readonly userId: number | null;
  /** The list that showed it; null: none did. */
  readonly recommendationId: string | null;
  /** The mood that was asked for; null: none was. */
  readonly mood: string | null;
}

/** A link that was given out. */
export interface OpenedLink extends LinkTarget {
  readonly madeAt: Date;
}

type Packed = readonly [offerId: number, userId: number | null, recommendationId: string | null, mood: string | null, madeAt: number];

/** What stands behind `?t=` in `/go/:offer`: what the link is bound to, signed (HMAC-SHA-256). */
export function linkToken(key: Buffer, { offerId, userId, recommendationId, mood }: LinkTarget, now: Date): string {
  const packed: Packed = [offerId, userId, recommendationId, mood, Math.floor(now.getTime() / 1_000)];
  const text = Buffer.from(JSON.stringify(packed)).toString('base64url');
  return `${text}.${signed(key, text)}`;
}

/** What a token is bound to; null for one that was not made with this key, or for another offer. */
export function openLink(key: Buffer, offerId: number, token: string): OpenedLink | null {
  const text = token.slice(0, Math.max(0, token.indexOf('.')));
  // As they are written: what is decoded leniently would be several texts for one signature.
  const [given, right] = [Buffer.from(token.slice(text.length + 1)), Buffer.from(signed(key, text))];
  if (given.length !== right.length || !timingSafeEqual(given, right)) return null;
  const [signedId, userId, recommendationId, mood, madeAt] = JSON.parse(Buffer.from(text, 'base64url').toString()) as Packed;
  return signedId === offerId ? { offerId, userId, recommendationId, mood, madeAt: new Date(madeAt * 1_000) } : null;
}

function signed(key: Buffer, text: string): string {
  return createHmac('sha256', key).update(text).digest('base64url');
}
