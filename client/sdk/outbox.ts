import { batchesOf } from './batch';
import { createEntries, type Entry, QUIET_MS } from './entries';
import type { KinographEvent } from './event';
import type { Host } from './host';
import type { Credential, Identity } from './identity';
import type { Answer } from './request';

/** What waits to be sent, and its sending. */
export interface Outbox {
  /** Keeps an event and sends it soon: opinions at once, others within a second. */
  put(event: KinographEvent): void;
  /** Keeps an interval that is still open: sent only when nobody has touched it for 30 s, since its tab has died. */
  hold(event: KinographEvent): void;
  /** Sends what waits, with `credentials` or those of whoever is here; never rejects. */
  flush(credentials?: readonly Credential[]): Promise<void>;
  /** As `flush` after `waitMs`, or later where the server is to be left alone. */
  wake(waitMs?: number): void;
  /** The network is back: nothing speaks against trying now. */
  online(): void;
  /** The page may end now: sends what waits by beacons. Nobody acknowledges those, so all of it is sent again later. */
  leave(): void;
  /** Who is known by now; what belongs to nobody yet is the first one's from now on. */
  claim(): readonly Credential[];
  /** Events of the one are the other's from now on. */
  handOver(from: string, to: string): void;
  close(): void;
}

export interface OutboxOptions {
  readonly identity: () => Pick<Identity, 'bearer' | 'known' | 'who'>;
  readonly post: (body: string) => Promise<Answer>;
  /** Answers whether the browser has taken it. */
  readonly beacon: (body: string) => boolean;
}

const SOON_MS = 1_000;
const LONGEST_WAIT_MS = 300_000;
const OPINION = /LIKE|RATING|KNOW/;

/** Sends in batches, with the same ids on every retry; backs off while the server cannot take them. */
export function createOutbox(host: Host, { identity, post, beacon }: OutboxOptions): Outbox {
  const { now, report, key } = host;
  const entries = createEntries(host);
  const { handOver } = entries;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let timerAt = Number.POSITIVE_INFINITY;
  let notBefore = 0;
  let failures = 0;
  let sending = Promise.resolve();

  function add(event: KinographEvent, until: number): void {
    entries.write({ event, who: identity().who(), until });
  }

  function bodyOf(token: string, batch: readonly Entry[]): string {
    return JSON.stringify({ token, key, sentAt: new Date(now()), events: batch.map(({ event }) => event) });
  }

  /** What each of those who are known may send. */
  function shares(credentials: readonly Credential[]) {
    // More than that to wait: the clock was set back.
    const due = entries.all().filter(({ until }) => until <= now() || until > now() + QUIET_MS);
    return credentials.flatMap(({ token, who }) => {
      const mine = due.filter((entry) => entry.who === who);
      return batchesOf(mine, bodyOf(token, [])).map((batch) => ({ token, batch }));
    });
  }

  function claim(): readonly Credential[] {
    const known = identity().known();
    if (known[0]) handOver(null, known[0].who);
    return known;
  }

  /** Answers what speaks against going on, null when all is well. Throws without a network. */
  async function deliver(token: string, batch: readonly Entry[]): Promise<Answer | null> {
    const answer = await post(bodyOf(token, batch));
    const { status, text } = answer;
    const half = batch.length >> 1;
    if (status === 200) settle(batch, JSON.parse(text).results);
    else if (status !== 400 && status !== 413) return answer;
    else if (half > 0) return (await deliver(token, batch.slice(0, half))) ?? deliver(token, batch.slice(half));
    // One that is not even judged would come back for ever.
    else settle(batch, [{ status: 'REJECTED', message: text }]);
    return null;
  }

  function settle(batch: readonly Entry[], results: readonly { status: string; message: string }[]): void {
    batch.forEach((entry, index) => {
      // Throws on an answer that is not of Kinograph, whoever stands between.
      const { status, message } = results[index] as { status: string; message: string };
      if (status === 'REJECTED') report('rejected', message, entry.event);
      entries.remove(entry);
    });
  }

  async function send(given: readonly Credential[] | undefined, isFresh = false): Promise<void> {
    if (entries.all().length === 0) return;
    if (!given && !(await identity().bearer(isFresh))) return later(0);
    for (const { token, batch } of shares(given ?? claim())) {
      const failed = await deliver(token, batch);
      if (failed?.status === 401 && !isFresh && !given) return send(given, true);
      if (failed) {
        report(failed.status < 404 ? 'refused' : 'network', failed.text);
        return later(failed.retryAfter);
      }
    }
    failures = 0;
  }

  function later(retryAfter: number): void {
    const waitMs = Math.random() * Math.min(LONGEST_WAIT_MS, SOON_MS * 2 ** failures);
    failures += 1;
    notBefore = now() + Math.max(waitMs, retryAfter * 1000);
    wake();
  }

  function flush(credentials?: readonly Credential[]): Promise<void> {
    sending = sending
      .then(() => send(credentials))
      .catch((error) => {
        report('network', error);
        later(0);
      });
    return sending;
  }

  function wake(waitMs = 0): void {
    const at = Math.max(now() + waitMs, notBefore);
    if (timerAt <= at) return;
    clearTimeout(timer);
    timerAt = at;
    timer = setTimeout(() => {
      timerAt = Number.POSITIVE_INFINITY;
      void flush();
    }, at - now());
  }

  return {
    put(event) {
      add(event, 0);
      wake(OPINION.test(event.type) ? 0 : SOON_MS);
    },
    hold(event) {
      add(event, now() + QUIET_MS);
      // A page that leaves can only send in the name of somebody who is known by then.
      if (!identity().who()) wake(SOON_MS);
    },
    flush,
    wake,
    online() {
      failures = 0;
      notBefore = 0;
      wake();
    },
    leave() {
      for (const { token, batch } of shares(claim())) {
        if (!beacon(bodyOf(token, batch))) return;
        for (const entry of batch) entries.write({ ...entry, until: now() + QUIET_MS });
      }
    },
    claim,
    handOver,
    close() {
      clearTimeout(timer);
      timerAt = Number.NEGATIVE_INFINITY;
    },
  };
}
