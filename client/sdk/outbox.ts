import { batchesOf } from './batch';
import type { KinographEvent } from './event';
import type { Credential } from './identity';
import type { Report } from './report';
import type { Answer } from './request';
import type { Store } from './store';

/** What waits to be sent; kept in a storage that all tabs of the browser share, one entry an event. */
export interface Outbox {
  /** Keeps an event and sends it soon: opinions at once, others within a second. */
  put(event: KinographEvent): void;
  /** Keeps an interval that is still open: sent only when nobody has touched it for 30 s, since its tab has died. */
  hold(event: KinographEvent): void;
  /** Sends what waits, with `credentials` or those of whoever is here; never rejects. */
  flush(credentials?: readonly Credential[]): Promise<void>;
  /** As `flush`, unless it is to be left alone for a while. */
  wake(): void;
  /** The network is back: nothing speaks against trying now. */
  online(): void;
  /** The page may end now: sends what waits by beacons. Nobody acknowledges those, so all of it is sent again later. */
  leave(): void;
  /** Events of the one are the other's from now on; null: those that belong to nobody yet. */
  handOver(from: string | null, to: string): void;
  close(): void;
}

export interface OutboxPorts {
  readonly store: Store;
  readonly key: string | undefined;
  readonly now: () => number;
  readonly random: () => number;
  readonly post: (body: string) => Promise<Answer>;
  /** Answers whether the browser has taken it. */
  readonly beacon: (body: string) => boolean;
  readonly bearer: (refresh: boolean) => Promise<unknown>;
  readonly known: () => readonly Credential[];
  readonly who: () => string | null;
  readonly report: Report;
}

interface Entry {
  readonly key: string;
  readonly event: KinographEvent;
  /** Whose it is, by `ownerOf`; null: whoever comes first. */
  readonly who: string | null;
  /** Not to be sent before, in milliseconds since 1970: it is open, or on its way by beacon. */
  readonly until: number;
  /** Went by beacon. */
  readonly blind?: boolean;
}

const PREFIX = 'kinograph:e:';
const QUIET_MS = 30_000;
const SOON_MS = 1_000;
const LONGEST_WAIT_MS = 300_000;
const OLDEST_MS = 7 * 86_400_000;
const MOST_ENTRIES = 2_000;
const OPINIONS: readonly string[] = ['LIKE', 'DISLIKE', 'RATING', 'DONT_KNOW'];
const FINAL: readonly unknown[] = ['ACCEPTED', 'DUPLICATE', 'REJECTED'];

/** The server does not want anything for a while. */
class Later extends Error {
  constructor(
    message: string,
    readonly waitMs: number,
  ) {
    super(message);
  }
}

/** Not this token. */
class Refused extends Error {}

export function createOutbox(ports: OutboxPorts): Outbox {
  const { store, now, report } = ports;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let timerAt = 0;
  let notBefore = 0;
  let failures = 0;
  let isFirst = true;
  let isClosed = false;
  let sending: Promise<void> = Promise.resolve();

  function write({ key, ...entry }: Entry): void {
    store.set(key, JSON.stringify(entry));
  }

  function add(event: KinographEvent, until: number): void {
    write({ key: PREFIX + event.id, event, who: ports.who(), until });
  }

  function read(key: string): Entry | null {
    try {
      const entry = { key, ...JSON.parse(store.get(key) ?? '') };
      if (now() - Date.parse(entry.event.occurredAt) < OLDEST_MS) return entry;
    } catch {
      // Not ours, or broken.
    }
    store.remove(key);
    return null;
  }

  /** All entries, oldest first: ids begin with their time. */
  function entries(): Entry[] {
    const all = store.keys(PREFIX).flatMap((key) => read(key) ?? []);
    const isImpression = ({ event }: Entry): boolean => event.type === 'IMPRESSION';
    const worst = [...all.filter(isImpression), ...all.filter((entry) => !isImpression(entry))];
    const forgotten = new Set(worst.slice(0, Math.max(0, all.length - MOST_ENTRIES)));
    for (const { key } of forgotten) store.remove(key);
    return all.filter((entry) => !forgotten.has(entry));
  }

  function isDue({ until, blind }: Entry): boolean {
    const waitMs = until - now();
    // More than that to wait: the clock was set back.
    return waitMs <= 0 || waitMs > QUIET_MS || (isFirst && blind === true);
  }

  const bodyOf = (token: string, batch: readonly Entry[]): string =>
    JSON.stringify({ token, key: ports.key, sentAt: new Date(now()).toISOString(), events: batch.map(({ event }) => event) });

  const split = (token: string, mine: readonly Entry[]): Entry[][] =>
    batchesOf(mine, { envelope: bodyOf(token, []), textOf: ({ event }) => JSON.stringify(event) });

  /** What each of those who are known may send; what belongs to nobody yet is the first one's from now on. */
  function shares(credentials: readonly Credential[], isClaimed: boolean) {
    const [first] = credentials;
    if (first && isClaimed) handOver(null, first.who);
    const due = entries().filter(isDue);
    return credentials.map(({ token, who }) => ({
      token,
      batches: split(
        token,
        due.filter((entry) => entry.who === who),
      ),
    }));
  }

  function handOver(from: string | null, to: string): void {
    for (const entry of entries()) if (entry.who === from) write({ ...entry, who: to });
  }

  function settle(batch: readonly Entry[], body: unknown): void {
    const { results = [] } = (body ?? {}) as { results?: { status?: string; message?: string }[] };
    for (const [index, { key, event }] of batch.entries()) {
      const { status, message } = results[index] ?? {};
      if (!FINAL.includes(status)) throw new Error('An answer that is not of Kinograph.');
      if (status === 'REJECTED') report('rejected', message, event);
      store.remove(key);
    }
  }

  async function deliver(token: string, batch: readonly Entry[]): Promise<void> {
    const [first, ...rest] = batch;
    if (!first) return;
    const { status, retryAfter, body } = await ports.post(bodyOf(token, batch));
    if (status === 200) return settle(batch, body);
    if (status === 401 || status === 403) throw new Refused(`Kinograph answered ${status}.`);
    if (status !== 400 && status !== 413) throw new Later(`Kinograph answered ${status}.`, retryAfter * 1000);
    if (rest.length === 0) {
      report('rejected', `Kinograph answered ${status}.`, first.event);
      return store.remove(first.key);
    }
    const half = batch.length >> 1;
    await deliver(token, batch.slice(0, half));
    await deliver(token, batch.slice(half));
  }

  async function sendAll(given: readonly Credential[] | undefined, isFresh = false): Promise<void> {
    if (!entries().some(isDue)) return;
    if (!given) await ports.bearer(isFresh);
    for (const [index, { token, batches }] of shares(given ?? ports.known(), !given).entries()) {
      try {
        for (const batch of batches) await deliver(token, batch);
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        if (index === 0 && !isFresh && !given) return sendAll(given, true);
        report('refused', error);
        if (index === 0) throw error;
      }
    }
    isFirst = false;
  }

  async function send(credentials: readonly Credential[] | undefined): Promise<void> {
    try {
      await sendAll(credentials);
      failures = 0;
    } catch (error) {
      if (!(error instanceof Refused)) report('network', error);
      const waitMs = ports.random() * Math.min(LONGEST_WAIT_MS, SOON_MS * 2 ** failures);
      failures += 1;
      notBefore = now() + Math.max(waitMs, error instanceof Later ? error.waitMs : 0);
      schedule(0);
    }
  }

  function flush(credentials?: readonly Credential[]): Promise<void> {
    sending = sending.then(() => send(credentials)).catch((error) => report('fault', error));
    return sending;
  }

  function schedule(waitMs: number): void {
    const at = Math.max(now() + waitMs, notBefore);
    if (isClosed || (timer !== undefined && timerAt <= at)) return;
    clearTimeout(timer);
    timerAt = at;
    timer = setTimeout(() => {
      timer = undefined;
      void flush();
    }, at - now());
  }

  return {
    put(event) {
      add(event, 0);
      schedule(OPINIONS.includes(event.type) ? 0 : SOON_MS);
    },
    hold: (event) => add(event, now() + QUIET_MS),
    flush,
    wake: () => schedule(0),
    online() {
      failures = 0;
      notBefore = 0;
      clearTimeout(timer);
      timer = undefined;
      schedule(0);
    },
    leave() {
      for (const { token, batches } of shares(ports.known(), true))
        for (const batch of batches) {
          if (!ports.beacon(bodyOf(token, batch))) return;
          for (const entry of batch) write({ ...entry, until: now() + QUIET_MS, blind: true });
        }
    },
    handOver,
    close() {
      isClosed = true;
      clearTimeout(timer);
    },
  };
}
