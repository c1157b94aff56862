import { type ChatSession, checkChatSession } from '../core/chat-session';
import { AppError, ErrorCode } from '../core/errors';
import { writeChatSession } from '../store/chat-sessions';
import type { Db } from '../store/database';

/** A chat to be kept: `version` is the one it was read at, null for a new one. */
type ChatDraft = Omit<ChatSession, 'version' | 'updatedAt'> & { readonly version: number | null };

/** Keeps a chat of a key. Throws BAD_INPUT, and CONFLICT when it was changed, made or not there since it was read. */
export async function saveChatSession(
  db: Db,
  draft: ChatDraft,
  { keyId, now }: { readonly keyId: number; readonly now: Date },
): Promise<ChatSession> {
  checkChatSession(draft);
  const saved = await writeChatSession(db, keyId, { ...draft, now });
  if (saved !== null) return saved;
  throw new AppError(ErrorCode.CONFLICT, 'The chat was changed since it was read.', {
    field: 'input.version',
    expected: 'the version that it has now; none for a chat that is not there',
  });
}
