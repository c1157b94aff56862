import { LRUCache } from 'lru-cache';
import { BotChatDocument, BotSaveChatDocument } from '../generated/documents';
import { emptyState, readState, type State } from '../state';
import type { Kinograph } from './kinograph';

/** A chat as it was read. */
export interface Chat {
  readonly id: string;
  /** Null for one that was never kept. */
  readonly version: number | null;
  readonly state: State;
}

/** What the bot keeps of chats: in Kinograph, so that the bot may stop and start. */
export interface Chats {
  /** Throws Away. */
  load(id: string): Promise<Chat>;
  /** Answers false where somebody else changed it meanwhile, whose word stands. Throws Away. */
  save(chat: Chat, person: string | null): Promise<boolean>;
}

const MOST_CHATS = 10_000;

export function createChats(kinograph: Kinograph): Chats {
  const known = new LRUCache<string, { readonly version: number; readonly text: string }>({ max: MOST_CHATS });

  return {
    async load(id) {
      const before = known.get(id);
      if (before) return { id, version: before.version, state: readState(JSON.parse(before.text)) };
      const { chatSession } = await kinograph.ask(BotChatDocument, { id });
      if (chatSession === null) return { id, version: null, state: emptyState() };
      return { id, version: chatSession.version, state: readState(chatSession.state) };
    },

    async save({ id, version, state }, person) {
      known.delete(id);
      const kept = { ...state };
      const { saveChatSession } = await kinograph.ask(BotSaveChatDocument, { input: { id, version, userId: person, state: kept } });
      const saved = saveChatSession.userErrors.length === 0 ? saveChatSession.session : null;
      if (saved !== null) known.set(id, { version: saved.version, text: JSON.stringify(kept) });
      return saved !== null;
    },
  };
}
