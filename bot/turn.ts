import type { Api } from 'grammy';
import type { Logger } from 'pino';
import type { Catalogue } from './api/catalogue';
import type { Kinograph } from './api/kinograph';
import type { People } from './api/people';
import type { BlendWatch } from './blend-watch';
import type { Keyboard } from './buttons';
import type { TypedDocumentString } from './generated/documents';
import type { Incoming } from './incoming';
import type { State } from './state';
import { isRefusal } from './telegram/calls';
import type { Posters } from './telegram/posters';
import { type Words, wordsOf } from './words/words';

/** What the bot works with as long as it runs. */
export interface Desk {
  readonly api: Api;
  readonly kinograph: Kinograph;
  readonly people: People;
  readonly catalogue: Catalogue;
  readonly posters: Posters;
  readonly watch: BlendWatch;
  /** Where people reach Kinograph. */
  readonly publicUrl: string;
  readonly now: () => Date;
  readonly log: Logger;
}

/** One update being answered. What is changed in `state` is kept afterwards. */
export interface Turn {
  readonly desk: Desk;
  readonly incoming: Incoming;
  readonly words: Words;
  readonly state: State;
  /** Asks Kinograph as the person who did it. */
  ask<Result, Variables>(document: TypedDocumentString<Result, Variables>, variables: Variables): Promise<Result>;
  /** Says something in the chat, as HTML; answers the message's id. */
  say(html: string, keyboard?: Keyboard): Promise<number>;
  /** Answers the press of a button, once, by a short text that passes. */
  note(text?: string): Promise<void>;
  /** Changes the message whose button was pressed, or says it anew where that message is gone. */
  change(html: string, keyboard: Keyboard): Promise<void>;
  /** Changes the buttons of the message whose button was pressed. */
  changeButtons(keyboard: Keyboard): Promise<void>;
}

/** Whatever is not there, too old, or as it is already: nothing is lost by leaving it. */
const IDLE = /not modified|message to edit not found|message can't be edited|query is too old|query ID is invalid/i;

/** Telegram takes a keyboard of its own arrays only. */
export const keyboardOf = (keyboard: Keyboard) => ({ inline_keyboard: keyboard.map((row) => [...row]) });

export function turnOf(desk: Desk, incoming: Incoming, state: State): Turn {
  const { api } = desk;
  const { chatId, deed, personId } = incoming;
  const HTML = { parse_mode: 'HTML', link_preview_options: { is_disabled: true } } as const;
  let isNoted = deed.kind !== 'press';

  async function say(html: string, keyboard?: Keyboard): Promise<number> {
    const sent = await api.sendMessage(chatId, html, { ...HTML, ...(keyboard && { reply_markup: keyboardOf(keyboard) }) });
    return sent.message_id;
  }

  return {
    desk,
    incoming,
    words: wordsOf(incoming.language),
    state,
    ask: (document, variables) => desk.people.as(personId, (token) => desk.kinograph.ask(document, variables, token)),
    say,

    async note(text) {
      if (isNoted || deed.kind !== 'press') return;
      isNoted = true;
      await api.answerCallbackQuery(deed.callbackId, text === undefined ? {} : { text }).catch(idle);
    },

    async change(html, keyboard) {
      if (deed.kind !== 'press') return;
      const edit = api.editMessageText(chatId, deed.messageId, html, { ...HTML, reply_markup: keyboardOf(keyboard) });
      const isDone = await edit.then(
        () => true,
        (error: unknown) => {
          if (isRefusal(error, /not modified/i)) return true;
          // A picture has no text, and an old message may be gone.
          if (isRefusal(error, /./)) return false;
          throw error;
        },
      );
      if (!isDone) await say(html, keyboard);
    },

    async changeButtons(keyboard) {
      if (deed.kind !== 'press') return;
      await api.editMessageReplyMarkup(chatId, deed.messageId, { reply_markup: keyboardOf(keyboard) }).catch(idle);
    },
  };
}

function idle(error: unknown): void {
  if (!isRefusal(error, IDLE)) throw error;
}
