import type { Api } from 'grammy';
import type { Update } from 'grammy/types';
import type { Logger } from 'pino';
import { ASKED } from '../incoming';
import { waited } from './calls';

interface Options {
  readonly api: Api;
  /** Answers an update, and whether that was done; false when the bot has to stop before. Never rejects. */
  readonly handle: (update: Update) => Promise<boolean>;
  /** No more updates are fetched from then on. */
  readonly leaving: AbortSignal;
  readonly log: Logger;
}

const LONG_SECONDS = 30;
const MOST_UPDATES = 100;
/** Of so many updates the older ones count as answered: a chat that waits must not keep the newest of all others away. */
const MOST_OPEN = 50;
/** While some updates are not answered yet, Telegram brings those along each time: asked again so soon. */
const BETWEEN_MS = 50;
const LONGEST_PAUSE_MS = 15_000;

/**
 * Fetches updates until the bot stops. Asking from an update on tells Telegram that all before it are answered, so it is asked from the oldest
 * that is not, among the last 50: whatever a kill interrupts of those is brought again to the next bot.
 */
export async function poll({ api, handle, leaving, log }: Options): Promise<void> {
  const open = new Map<number, Promise<void>>();
  let next = 0;
  let pause = 0;
  const from = (): number => (open.size === 0 ? next : Math.max(next - MOST_OPEN, Math.min(...open.keys())));
  while (!leaving.aborted) {
    try {
      const timeout = open.size === 0 ? LONG_SECONDS : 0;
      const updates = await api.getUpdates({ offset: from(), timeout, limit: MOST_UPDATES, allowed_updates: ASKED }, leaving as never);
      pause = 0;
      for (const update of updates) if (update.update_id >= next) begin(update);
    } catch (error) {
      if (leaving.aborted) break;
      pause = Math.min(LONGEST_PAUSE_MS, pause * 2 + 250);
      log.warn({ error: (error as Error).message, pause }, 'Updates cannot be fetched; the bot tries again.');
      await waited(pause, leaving).catch(() => undefined);
    }
    if (open.size > 0) await Promise.race([waited(BETWEEN_MS, leaving).catch(() => undefined), Promise.all(open.values())]);
  }
  await Promise.all(open.values());
  // What was answered last is told to Telegram, so that the next bot is not brought it again.
  if (next > 0) await api.getUpdates({ offset: from(), timeout: 0, limit: 1, allowed_updates: ASKED }).catch(() => undefined);

  function begin(update: Update): void {
    next = Math.max(next, update.update_id + 1);
    const answered = handle(update).then((done) => {
      if (done) open.delete(update.update_id);
    });
    open.set(update.update_id, answered);
  }
}
