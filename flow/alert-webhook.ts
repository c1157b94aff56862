import { randomBytes } from 'node:crypto';
import { lookup } from 'node:dns/promises';
import { type RequestOptions, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP } from 'node:net';
import { type AlertWebhook, checkWebhookUrl, signatureOf } from '../core/alert-webhook';
import type { Actor } from '../core/audit';
import { alertWebhook, saveWebhook } from '../store/alert-webhook';
import { writeAudit } from '../store/audit';
import type { Db } from '../store/database';
import { isPublicAddress } from './public-address';

/** A webhook to be saved. */
export interface AlertWebhookInput {
  readonly url: string;
  readonly enabled: boolean;
  /** Makes a new secret; the old one signs nothing from then on. */
  readonly renewSecret: boolean;
}

const SECRET_BYTES = 32;

/** Saves where alerts are sent, with its audit. Answers the secret where one was made, which is at the first time or when asked for. Throws BAD_INPUT on the address. */
export async function saveAlertWebhook(
  db: Db,
  actor: Actor,
  { url, enabled, renewSecret }: AlertWebhookInput,
): Promise<{ readonly webhook: AlertWebhook; readonly secret: string | null }> {
  const checked = checkWebhookUrl(url);
  return db.transaction(async (db) => {
    const before = await alertWebhook(db);
    const secret = before === null || renewSecret ? `whs_${randomBytes(SECRET_BYTES).toString('base64url')}` : null;
    const webhook = { url: checked, enabled, secret: secret ?? before?.secret ?? '' };
    await saveWebhook(db, webhook);
    // Of the secret the audit knows only that it changed.
    await writeAudit(db, {
      ...{ actor, action: 'alertWebhook.save', entity: 'setting', entityId: 'alert-webhook' },
      before: before && { url: before.url, enabled: before.enabled },
      after: { url: checked, enabled, newSecret: secret !== null },
    });
    return { webhook, secret };
  });
}

/** What is sent, and how far it may go. */
interface Sending {
  readonly body: string;
  readonly now: Date;
  /** Names the message: the same on every try. */
  readonly delivery: string;
  /** Also to addresses of this machine and its network: outside production only. */
  readonly allowPrivate: boolean;
}

const TIMEOUT_MS = 10_000;

/**
 * Posts a signed message and waits for a 2xx. Throws with one sentence where none comes within 10 s. The host is looked up here, every
 * address of it must be public, and the connection goes to the one that was judged; redirects are not followed.
 */
export async function sendToWebhook({ url, secret }: AlertWebhook, { body, now, delivery, allowPrivate }: Sending): Promise<void> {
  const { protocol, hostname } = new URL(url);
  const address = await addressOf(hostname.replace(/^\[|\]$/g, ''), allowPrivate);
  const timestamp = Math.floor(now.getTime() / 1_000);
  const options: RequestOptions = {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      'user-agent': 'kinograph',
      'x-kinograph-delivery': delivery,
      'x-kinograph-timestamp': String(timestamp),
      'x-kinograph-signature': signatureOf(secret, timestamp, body),
    },
    signal: AbortSignal.timeout(TIMEOUT_MS),
    agent: false,
    lookup: (_host, { all }, done) => (all ? done(null, [address]) : done(null, address.address, address.family)),
  };
  const status = await new Promise<number>((resolve, reject) => {
    const asking = (protocol === 'https:' ? requestHttps : requestHttp)(url, options, (response) => {
      response.destroy();
      resolve(response.statusCode ?? 0);
    });
    asking.on('error', (error) => reject(new Error(sentenceOf(error))));
    asking.end(body);
  });
  if (status < 200 || status > 299) throw new Error(`It answered ${status}.`);
}

interface Address {
  readonly address: string;
  readonly family: number;
}

async function addressOf(host: string, allowPrivate: boolean): Promise<Address> {
  const found: readonly Address[] = isIP(host) > 0 ? [{ address: host, family: isIP(host) }] : await lookUp(host);
  const [first] = found;
  if (first === undefined) throw new Error('Its host has no address.');
  if (!allowPrivate && !found.every(({ address }) => isPublicAddress(address)))
    throw new Error('Its host is an address of this machine or of a private network, where alerts are not sent.');
  return first;
}

async function lookUp(host: string): Promise<readonly Address[]> {
  return lookup(host, { all: true }).catch(() => []);
}

/** Without addresses: the error is shown to operators and kept. */
function sentenceOf(error: Error): string {
  if (error.name === 'TimeoutError' || error.name === 'AbortError') return `It did not answer within ${TIMEOUT_MS / 1_000} s.`;
  const code = 'code' in error ? String(error.code) : '';
  return code === 'ECONNREFUSED' ? 'Nothing listens there.' : `The connection failed${code === '' ? '' : ` (${code})`}.`;
}
