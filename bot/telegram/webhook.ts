import { timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Update } from 'grammy/types';
import type { Webhook } from '../settings';

interface Options extends Pick<Webhook, 'secret' | 'host' | 'port'> {
  /** Answers an update, and whether that was done. Never rejects. */
  readonly handle: (update: Update) => Promise<boolean>;
}

const MOST_BYTES = 1_000_000;
/** Telegram brings an update again that is not confirmed; so long it is let wait for one answer. */
const PATIENCE_MS = 25_000;

/** Listens for what Telegram brings. Whoever does not know the secret is told nothing. Answers the port, and how to stop. */
export async function listen({ secret, host, port, handle }: Options): Promise<{ readonly port: number; stop(): Promise<void> }> {
  const server = createServer(async (request, response) => {
    const status = await statusOf(request).catch(() => 400);
    response.writeHead(status).end();
  });

  async function statusOf(request: IncomingMessage): Promise<number> {
    if (!isSecret(request.headers['x-telegram-bot-api-secret-token'], secret)) return 401;
    if (request.method !== 'POST') return 405;
    const update = await readBody(request);
    if (update === null) return 400;
    return (await inTime(handle(update))) ? 200 : 503;
  }

  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, host, resolve));
  return { port: (server.address() as AddressInfo).port, stop: () => closed(server) };
}

function isSecret(came: string | string[] | undefined, secret: string): boolean {
  const [one, other] = [Buffer.from(String(came ?? '')), Buffer.from(secret)];
  return one.length === other.length && timingSafeEqual(one, other);
}

/** The update in a request; null for what is none, or too large. */
async function readBody(request: IncomingMessage): Promise<Update | null> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > MOST_BYTES) return null;
    chunks.push(chunk);
  }
  const update: unknown = JSON.parse(Buffer.concat(chunks).toString());
  const isUpdate = typeof update === 'object' && update !== null && 'update_id' in update && Number.isSafeInteger(update.update_id);
  return isUpdate ? (update as Update) : null;
}

async function inTime(done: Promise<boolean>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), PATIENCE_MS);
  });
  return Promise.race([done, late]).finally(() => clearTimeout(timer));
}

function closed(server: Server): Promise<void> {
  server.closeIdleConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
