import type { Update, User } from 'grammy/types';

export type Language = 'en' | 'ru';

/** What somebody did. */
export type Deed =
  | { readonly kind: 'command'; readonly name: string }
  | { readonly kind: 'text' }
  | { readonly kind: 'press'; readonly callbackId: string; readonly data: string; readonly messageId: number }
  /** The bot was blocked or removed, or let in again. */
  | { readonly kind: 'heard'; readonly heard: boolean };

/** An update as the bot reads it. */
export interface Incoming {
  readonly updateId: number;
  readonly chatId: number;
  readonly isGroup: boolean;
  readonly personId: number;
  readonly language: Language;
  readonly deed: Deed;
}

/** Which updates Telegram is asked for. */
export const ASKED = ['message', 'callback_query', 'my_chat_member'] as const;

const COMMAND = /^\/([a-z]{1,32})(?:@(\w{1,64}))?(?:\s|$)/i;
const GONE = new Set(['kicked', 'left']);

/** Reads an update; null for what the bot has no answer to, as commands for other bots, channels, and what other bots say. */
export function readUpdate(update: Update, botName: string): Incoming | null {
  const { message, callback_query: query, my_chat_member: member } = update;
  if (message) {
    const deed = message.text === undefined ? { kind: 'text' as const } : deedOf(message.text, botName);
    // In a group, what people say to each other is none of the bot's business.
    const meant = deed !== null && (message.chat.type === 'private' || deed.kind === 'command');
    return meant ? incoming(update, { from: message.from, chat: message.chat, deed }) : null;
  }
  if (query?.message && query.data !== undefined) {
    const deed = { kind: 'press', callbackId: query.id, data: query.data, messageId: query.message.message_id } as const;
    return incoming(update, { from: query.from, chat: query.message.chat, deed });
  }
  if (!member) return null;
  return incoming(update, {
    from: member.from,
    chat: member.chat,
    deed: { kind: 'heard', heard: !GONE.has(member.new_chat_member.status) },
  });
}

interface Read {
  readonly from: User | undefined;
  readonly chat: { readonly id: number; readonly type: string };
  readonly deed: Deed;
}

function incoming({ update_id: updateId }: Update, { from, chat, deed }: Read): Incoming | null {
  if (!from || from.is_bot || chat.type === 'channel') return null;
  const language = /^ru\b/i.test(from.language_code ?? '') ? 'ru' : 'en';
  return { updateId, chatId: chat.id, isGroup: chat.type !== 'private', personId: from.id, language, deed };
}

function deedOf(text: string, botName: string): Deed | null {
  const [, name, to] = COMMAND.exec(text) ?? [];
  if (name === undefined) return { kind: 'text' };
  const meant = to === undefined || to.toLowerCase() === botName.toLowerCase();
  return meant ? { kind: 'command', name: name.toLowerCase() } : null;
}
