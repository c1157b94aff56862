import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import type { Logger } from 'pino';
import type { Notice, UserNotice } from '../core/notice';
import type { Db } from './database';
import { prepare } from './prepared';

const CHANNEL = 'kinograph';
// PostgreSQL refuses a payload of 8,000 bytes and more.
const MOST_BYTES = 7_999;

/** Tells every listening process, when the transaction of `db` commits; long lists travel in several payloads of one statement. */
export async function publish(db: Db, notices: readonly Notice[]): Promise<void> {
  if (notices.length === 0) return;
  await notify(db, [CHANNEL, notices.flatMap(payloadsOf)]);
}

const notify = prepare('notify', 'select pg_notify($1, payload) from unnest($2::text[]) as payload');

/** What to do with notices; neither function may throw, but when one does it is only logged. */
export interface Listening {
  onNotice(notice: Notice): void;
  /** The connection was lost and is back: whatever was published in between was missed. */
  onReconnect(): void;
  readonly log: Logger;
}

/** A connection that listens. */
export interface Ear {
  /** False while the connection is lost and what is published is missed. */
  readonly connected: boolean;
  stop(): Promise<void>;
}

/**
 * Listens on one connection of its own and answers once it is listening, so that whatever is read afterwards is not missed.
 * A lost connection is opened again for as long as it takes. Throws what the driver throws when the first one fails.
 */
export async function listen(url: string, listening: Listening): Promise<Ear> {
  const leaving = new AbortController();
  let line = await open(url, listening);
  let connected = true;
  const keepOpen = async (): Promise<void> => {
    for (;;) {
      await line.ended;
      connected = false;
      if (leaving.signal.aborted) return;
      listening.log.warn('The connection for notices is lost; opening it again.');
      const next = await reopen(url, listening, leaving.signal);
      if (next === null) return;
      line = next;
      connected = true;
      guarded(listening, () => listening.onReconnect());
    }
  };
  const kept = keepOpen();
  return {
    get connected() {
      return connected;
    },
    async stop(): Promise<void> {
      leaving.abort();
      await line.client.end().catch(() => undefined);
      await kept;
    },
  };
}

interface Line {
  readonly client: Client;
  readonly ended: Promise<void>;
}

const PING_MS = 15_000;

async function open(url: string, listening: Listening): Promise<Line> {
  const client = new Client({
    connectionString: url,
    application_name: 'kinograph notices',
    keepAlive: true,
    connectionTimeoutMillis: PING_MS,
    query_timeout: PING_MS,
  });
  const ended = new Promise<void>((resolve) => client.once('end', () => resolve()));
  client.on('error', (error) => listening.log.debug({ error: error.message }, 'The connection for notices failed.'));
  client.on('notification', ({ payload }) => receive(payload ?? '', listening));
  await client.connect();
  await client.query(`listen ${CHANNEL}`);
  // A network that swallows packets closes nothing: only an unanswered question tells.
  const pings = setInterval(() => client.query('select 1').catch(() => client.end().catch(() => undefined)), PING_MS);
  pings.unref();
  void ended.then(() => clearInterval(pings));
  return { client, ended };
}

const FIRST_WAIT_MS = 50;
const LONGEST_WAIT_MS = 5_000;

/** Null when told to leave while waiting. */
async function reopen(url: string, listening: Listening, leaving: AbortSignal): Promise<Line | null> {
  for (let wait = FIRST_WAIT_MS; !leaving.aborted; wait = Math.min(wait * 2, LONGEST_WAIT_MS)) {
    await delay(wait, undefined, { signal: leaving }).catch(() => undefined);
    const line = leaving.aborted ? null : await open(url, listening).catch(() => null);
    if (line === null) continue;
    if (!leaving.aborted) return line;
    await line.client.end();
  }
  return null;
}

function receive(payload: string, listening: Listening): void {
  const notice = parseNotice(payload);
  if (notice === null) listening.log.warn({ bytes: payload.length }, 'A notice that is none of ours was dropped.');
  else guarded(listening, () => listening.onNotice(notice));
}

function guarded(listening: Listening, act: () => void): void {
  try {
    act();
  } catch (error) {
    listening.log.error({ err: error }, 'A notice could not be acted on.');
  }
}

/** Halves a list until each part fits. */
function payloadsOf(notice: Notice): string[] {
  const payload = JSON.stringify(notice);
  if (Buffer.byteLength(payload) <= MOST_BYTES) return [payload];
  if (notice.topic === 'users' && notice.users.length > 1)
    return halves(notice.users).flatMap((users) => payloadsOf({ topic: 'users', users }));
  if (notice.topic === 'titles' && notice.ids !== null && notice.ids.length > 1)
    return halves(notice.ids).flatMap((ids) => payloadsOf({ topic: 'titles', ids }));
  throw new Error(`A notice of ${Buffer.byteLength(payload)} bytes cannot be divided; ${MOST_BYTES} bytes are the most.`);
}

function halves<T>(list: readonly T[]): [readonly T[], readonly T[]] {
  const middle = Math.ceil(list.length / 2);
  return [list.slice(0, middle), list.slice(middle)];
}

/** Anyone who may connect may notify, so a payload is checked before it is believed. */
function parseNotice(payload: string): Notice | null {
  const value = parseObject(payload);
  const fits = value !== null && (SHAPES.get(value.topic)?.(value) ?? false);
  return fits ? (value as unknown as Notice) : null;
}

const isId = (value: unknown): boolean => Number.isSafeInteger(value);
const isUserNotice = (value: Partial<UserNotice> | null): boolean =>
  isId(value?.userId) && isId(value?.version) && typeof value?.cause === 'string';
const hasId = (value: Record<string, unknown>): boolean => isId(value.id);

const SHAPES: ReadonlyMap<unknown, (value: Record<string, unknown>) => boolean> = new Map([
  ['users', ({ users }) => Array.isArray(users) && users.every(isUserNotice)],
  ['titles', ({ ids }) => ids === null || (Array.isArray(ids) && ids.every(isId))],
  ['forget', ({ ids }) => Array.isArray(ids) && ids.every(isId)],
  ['merge', ({ fromId, intoId }) => isId(fromId) && isId(intoId)],
  ['placements', () => true],
  ['moods', () => true],
  ['filters', () => true],
  ['outbox', () => true],
  ['metrics', () => true],
  ['personalize', () => true],
  ['model', hasId],
  ['key', hasId],
  ['operator', hasId],
  ['job', hasId],
  ['blend', hasId],
] satisfies [Notice['topic'], (value: Record<string, unknown>) => boolean][]);

function parseObject(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
