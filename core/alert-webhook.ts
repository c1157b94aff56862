import { createHmac } from 'node:crypto';
import type { Alert } from './attention';
import { badInput } from './errors';

/** Where alerts are sent. */
export interface AlertWebhook {
  readonly url: string;
  readonly enabled: boolean;
  /** Signs every message. */
  readonly secret: string;
}

/** How the webhook fares. */
export interface WebhookState {
  /** Messages in a row that did not arrive. */
  readonly failures: number;
  /** Why the last one did not; null: it did. */
  readonly error: string | null;
  /** When one last arrived. */
  readonly deliveredAt: string | null;
}

/** What happened to an alert. */
export type AlertEvent = 'began' | 'ended';

const LONGEST_URL = 2_000;

/** The address of a webhook, checked. Throws BAD_INPUT for anything that is no http or https address, or holds a password. */
export function checkWebhookUrl(text: string): string {
  const expected = 'an http or https address without a password in it, up to 2,000 characters';
  const url = URL.canParse(text) && text.length <= LONGEST_URL ? new URL(text) : null;
  const fits = url !== null && ['http:', 'https:'].includes(url.protocol) && url.username === '' && url.password === '';
  if (!fits) throw badInput('input.url', 'This is no address that alerts can be sent to.', expected);
  return url.href;
}

/** The body of a message. */
export function alertMessage(alert: Alert, event: AlertEvent): string {
  const { id, code, severity, title, text, remedy, since, endedAt } = alert;
  return JSON.stringify({ id: String(id), event, code, severity, title, text, remedy: `/admin${remedy}`, since, endedAt });
}

/** The signature of a message: `sha256=` and HMAC-SHA-256 of `<timestamp>.<body>` in hexadecimal, by the webhook's secret. */
export function signatureOf(secret: string, timestamp: number, body: string): string {
  return `sha256=${createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')}`;
}
