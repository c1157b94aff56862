import { EntitySchema } from 'typeorm';
import type { ChatSession } from '../../core/chat-session';
import { bigint, defaulting, integer, json, key, now, nullable, text } from './columns';

/** Chats by the key that keeps them: no key sees those of another. */
export const CHAT_SESSIONS = new EntitySchema<ChatSession & { readonly keyId: number }>({
  name: 'chat_sessions',
  columns: {
    keyId: key(bigint),
    id: key(text),
    userId: nullable(bigint),
    state: json,
    version: defaulting(integer, 1),
    updatedAt: now,
  },
  indices: [
    { name: 'chat_sessions_user', columns: ['userId'] },
    { name: 'chat_sessions_updated', columns: ['updatedAt'] },
  ],
});
