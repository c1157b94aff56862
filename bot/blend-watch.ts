import type { Api } from 'grammy';
import { createClient } from 'graphql-ws';
import type { Logger } from 'pino';
import { WebSocket } from 'ws';
import type { Kinograph } from './api/kinograph';
import type { People } from './api/people';
import {
  BotBlendChangedDocument,
  type BotBlendChangedSubscription,
  type BotBlendFragment,
  BotReadBlendDocument,
} from './generated/documents';
import type { GroupBlend } from './state';
import { blendMessage } from './talk/blend';
import { isRefusal, Unheard, waited } from './telegram/calls';
import { wordsOf } from './words/words';

/** Keeps the lists of groups up to date in their messages. */
export interface BlendWatch {
  /** Follows the newest blend of a chat, in place of the one before. */
  follow(chatId: number, blend: GroupBlend): void;
  stop(): void;
}

interface Options {
  readonly api: Api;
  readonly kinograph: Kinograph;
  readonly people: People;
  readonly url: string;
  readonly now: () => Date;
  readonly log: Logger;
}

/** A message is changed at most so often. */
const EVERY_MS = 2_000;
const LONGEST_PAUSE_MS = 15_000;

export function createBlendWatch(options: Options): BlendWatch {
  const followed = new Map<number, { readonly id: string; readonly end: AbortController }>();

  return {
    follow(chatId, blend) {
      const before = followed.get(chatId);
      if (before?.id === blend.id) return;
      before?.end.abort();
      const end = new AbortController();
      followed.set(chatId, { id: blend.id, end });
      void followUntil(options, { chatId, blend, end }).finally(() => {
        if (followed.get(chatId)?.end === end) followed.delete(chatId);
      });
    },
    stop() {
      for (const { end } of followed.values()) end.abort();
      followed.clear();
    },
  };
}

interface Followed {
  readonly chatId: number;
  readonly blend: GroupBlend;
  readonly end: AbortController;
}

/** Reads and subscribes, again and again, until it is over: by time, by who began it, or because nobody listens any more. */
async function followUntil(options: Options, followed: Followed): Promise<void> {
  const { kinograph, people, now, log } = options;
  const { blend, end } = followed;
  const over = setTimeout(() => end.abort(), Math.max(0, blend.until - now().getTime()));
  const show = shower(options, followed);
  for (let pause = EVERY_MS; !end.signal.aborted; pause = Math.min(LONGEST_PAUSE_MS, pause * 2)) {
    try {
      const read = await people.as(blend.starterId, (token) => kinograph.ask(BotReadBlendDocument, { id: blend.id }, token));
      if (read.blend === null) break;
      show(read.blend);
      await subscribed(options, followed, show);
    } catch (error) {
      log.info({ error: (error as Error).message }, 'A blend cannot be followed right now.');
    }
    await waited(pause, end.signal).catch(() => undefined);
  }
  clearTimeout(over);
}

/** Subscribes in the name of who began the blend; resolves when that ends for good. */
function subscribed({ url, people }: Options, { blend, end }: Followed, show: (blend: BotBlendFragment) => void): Promise<void> {
  const client = createClient({
    url: `${url.replace(/^http/, 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams: async () => ({ authorization: `Bearer ${await people.tokenOf(blend.starterId)}` }),
    retryAttempts: Number.POSITIVE_INFINITY,
    shouldRetry: () => !end.signal.aborted,
    retryWait: (retries) => waited(Math.min(LONGEST_PAUSE_MS, 500 * 2 ** retries), end.signal).catch(() => undefined),
  });
  const done = new Promise<void>((resolve) => {
    end.signal.addEventListener('abort', () => resolve(), { once: true });
    const asked = { query: String(BotBlendChangedDocument), variables: { id: blend.id } };
    client.subscribe<BotBlendChangedSubscription>(asked, {
      next: ({ data }) => data && show(data.blendChanged),
      error: () => resolve(),
      complete: () => resolve(),
    });
  });
  return done.finally(() => client.dispose());
}

/** Changes the message to the newest list, at most every two seconds; the newest always comes last. */
function shower({ api, log }: Options, { chatId, blend, end }: Followed): (newest: BotBlendFragment) => void {
  const words = wordsOf(blend.language);
  let shown = '';
  let wanted: BotBlendFragment | null = null;
  let isBusy = false;

  async function work(): Promise<void> {
    while (wanted !== null && !end.signal.aborted) {
      const { text, options } = blendMessage(wanted, words);
      wanted = null;
      const key = JSON.stringify([text, options.reply_markup]);
      if (key === shown) continue;
      await api.editMessageText(chatId, blend.messageId, text, options).catch(failed);
      shown = key;
      await waited(EVERY_MS, end.signal).catch(() => undefined);
    }
  }

  function failed(error: unknown): void {
    if (isRefusal(error, /not modified/i)) return;
    // The message is gone, or the bot is: nobody will see it.
    if (error instanceof Unheard || isRefusal(error, /./)) end.abort();
    else log.warn({ error: (error as Error).message }, 'A list of a group was not changed.');
  }

  return (newest) => {
    wanted = newest;
    if (isBusy) return;
    isBusy = true;
    void work().finally(() => {
      isBusy = false;
    });
  };
}
