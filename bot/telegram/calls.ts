import { Api, GrammyError, HttpError, type RawApi, type Transformer } from 'grammy';
import type { Logger } from 'pino';

/** Nobody listens in this chat: the bot was blocked or removed. */
export class Unheard extends Error {}

/** Telegram cannot be reached, for longer than it was worth to wait. */
export class Unreached extends Error {}

/** The bot has to end: what it was about is left undone. */
export class Stopped extends Error {}

type Wait = (ms: number, signal: AbortSignal) => Promise<void>;

/** How long to wait before a call that failed by itself is tried again. */
const PAUSES_MS = [500, 1_000, 2_000, 4_000];

/** Calls that wait by themselves and belong to no chat. */
const PLAIN = new Set(['getUpdates', 'setWebhook', 'deleteWebhook', 'getMe', 'setMyCommands']);

/** Longer than updates are waited for. */
const TIMEOUT_SECONDS = 60;

interface Options {
  readonly token: string;
  readonly apiRoot: string;
  readonly stopping: AbortSignal;
  readonly log: Logger;
  readonly wait?: Wait;
}

/**
 * The Bot API as the bot calls it: what is said in a chat arrives in its order; a 429 is waited for as long as Telegram says; faults of the
 * way are tried again. Calls throw Unheard and Unreached beside GrammyError, whose texts hold no token.
 */
export function createCalls({ token, apiRoot, stopping, log, wait = waited }: Options): Api {
  const api = new Api(token, { apiRoot, timeoutSeconds: TIMEOUT_SECONDS });
  const chains = new Map<unknown, Promise<unknown>>();

  const again: Transformer<RawApi> = async (prev, method, payload, signal) => {
    if (method === 'getUpdates') return prev(method, payload, signal);
    for (let turn = 0; ; ) {
      if (stopping.aborted) throw new Stopped('The bot stops.');
      const answer = await prev(method, payload, signal).catch((error: unknown) => {
        if (error instanceof HttpError) return null;
        throw error;
      });
      if (answer?.ok) return answer;
      if (answer?.error_code === 429) {
        const seconds = answer.parameters?.retry_after ?? 1;
        log.warn({ method, seconds }, 'Telegram asks to wait.');
        await wait(seconds * 1_000, stopping);
        continue;
      }
      if (answer && answer.error_code < 500) return answer;
      const pause = PAUSES_MS[turn++];
      if (pause === undefined) throw new Unreached(`Telegram does not answer ${method}.`);
      await wait(pause, stopping);
    }
  };

  const inOrder: Transformer<RawApi> = (prev, method, payload, signal) => {
    const chat = !PLAIN.has(method) && payload && 'chat_id' in payload ? String(payload.chat_id) : null;
    if (chat === null) return prev(method, payload, signal);
    const call = (chains.get(chat) ?? Promise.resolve()).then(() => prev(method, payload, signal));
    const settled = call.then(
      () => undefined,
      () => undefined,
    );
    chains.set(chat, settled);
    void settled.then(() => chains.get(chat) === settled && chains.delete(chat));
    return call;
  };

  // The last one is asked first: a chat waits as a whole while one of its calls does.
  api.config.use(again, inOrder, unheard);
  return api;
}

const unheard: Transformer<RawApi> = async (prev, method, payload, signal) => {
  const answer = await prev(method, payload, signal);
  if (!answer.ok && answer.error_code === 403) throw new Unheard(answer.description);
  return answer;
};

/** Whether Telegram refuses a call for good, for a reason whose text holds this. */
export function isRefusal(error: unknown, words: RegExp): boolean {
  return error instanceof GrammyError && error.error_code === 400 && words.test(error.description);
}

/** Waits, unless the bot stops meanwhile: then it throws. */
export function waited(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer);
      reject(new Stopped('The bot stops.'));
    };
    if (signal.aborted) {
      reject(new Stopped('The bot stops.'));
      return;
    }
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, ms);
    signal.addEventListener('abort', stop, { once: true });
  });
}
