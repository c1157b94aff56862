import type { Logger } from 'pino';
import type { Chat, Chats } from './api/chats';
import { Away, Denied } from './api/kinograph';
import { nameOf } from './api/people';
import type { Incoming } from './incoming';
import { remember } from './state';
import { answer } from './talk/talk';
import { Stopped, Unheard, Unreached, waited } from './telegram/calls';
import { type Desk, type Turn, turnOf } from './turn';
import { wordsOf } from './words/words';

interface Options {
  readonly desk: Desk;
  readonly chats: Chats;
  /** Waiting ends then, and what waits stays unanswered. */
  readonly leaving: AbortSignal;
  readonly log: Logger;
}

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 15_000;

/**
 * Answers updates, those of one chat in the order in which they came, each once. While Kinograph cannot be reached the chat is told so once,
 * and waits. Answers whether it was done: false where the bot has to leave before.
 */
export function createDispatch(options: Options): (incoming: Incoming) => Promise<boolean> {
  const last = new Map<number, Promise<boolean>>();

  return (incoming) => {
    const { chatId } = incoming;
    const done = (last.get(chatId) ?? Promise.resolve(true)).then(() => answered(options, incoming));
    last.set(chatId, done);
    void done.then(() => last.get(chatId) === done && last.delete(chatId));
    return done;
  };
}

async function answered({ desk, chats, leaving, log }: Options, incoming: Incoming): Promise<boolean> {
  let chat: Chat | null = null;
  let isTold = false;
  for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(LONGEST_PAUSE_MS, pause * 2)) {
    try {
      if (chat === null) {
        const loaded = await chats.load(String(incoming.chatId));
        if (loaded.state.seen.includes(incoming.updateId)) return true;
        await answerIn(turnOf(desk, incoming, loaded.state), log);
        remember(loaded.state, incoming.updateId);
        chat = loaded;
      }
      await keep(chats, chat, incoming, log);
      return true;
    } catch (error) {
      if (!isPassing(error)) {
        log.error({ error: (error as Error).message, updateId: incoming.updateId }, 'An update was not answered.');
        if (chat === null && !incoming.isGroup) await say(desk, incoming, wordsOf(incoming.language).sorry);
        return !leaving.aborted;
      }
      log.warn({ error: (error as Error).message }, 'An update waits.');
      if (!isTold && chat === null && isAway(error)) isTold = await tellAway(desk, incoming);
      if (leaving.aborted) return false;
      await waited(pause, leaving).catch(() => undefined);
    }
  }
}

const isAway = (error: unknown): boolean => error instanceof Away || error instanceof Denied;
const isPassing = (error: unknown): boolean => isAway(error) || error instanceof Unreached || error instanceof Stopped;

/** Answers; whoever does not listen is remembered as such, and a fault is told to everybody else. */
async function answerIn(turn: Turn, log: Logger): Promise<void> {
  try {
    await answer(turn);
  } catch (error) {
    if (isPassing(error)) throw error;
    if (error instanceof Unheard) {
      turn.state.blocked = true;
      return;
    }
    log.error({ error: (error as Error).message, updateId: turn.incoming.updateId }, 'An update failed.');
    await turn.note(turn.words.sorry).catch(() => undefined);
    if (turn.incoming.deed.kind !== 'press') await turn.say(turn.words.sorry).catch(() => undefined);
  }
}

/** A chat of a group belongs to whoever began its blend, any other to its person: forgetting them removes it. */
async function keep(chats: Chats, chat: Chat, { isGroup, personId }: Incoming, log: Logger): Promise<void> {
  const owner = isGroup ? chat.state.blend?.starterId : personId;
  const isKept = await chats.save(chat, owner === undefined ? null : nameOf(owner));
  if (!isKept) log.info('A chat was changed by somebody else meanwhile: what they say holds.');
}

/** Says that Kinograph cannot be reached, in the person's language; true once that was tried. */
async function tellAway(desk: Desk, incoming: Incoming): Promise<boolean> {
  const { language, deed, isGroup } = incoming;
  const { away } = wordsOf(language);
  if (deed.kind === 'heard') return true;
  const told = deed.kind === 'press' ? desk.api.answerCallbackQuery(deed.callbackId, { text: away }) : null;
  await told?.catch(() => undefined);
  if (!isGroup) await say(desk, incoming, away);
  return true;
}

async function say({ api }: Desk, { chatId }: Incoming, text: string): Promise<void> {
  await api.sendMessage(chatId, text).catch(() => undefined);
}
