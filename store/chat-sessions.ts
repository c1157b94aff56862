import type { ChatSession } from '../core/chat-session';
import type { Paged } from '../core/page';
import type { Db } from './database';
import { decodeCursor, paged, pageSize } from './page';

const COLUMNS = 'id, "userId", state, version, "updatedAt"';

/** The most chats that one page holds. */
export const MOST_CHATS = 1_000;

/** A chat of a key; null where that key keeps none of this id. */
export async function chatSession(db: Db, keyId: number, id: string): Promise<ChatSession | null> {
  const [row] = await db.query<ChatSession[]>(`select ${COLUMNS} from chat_sessions where "keyId" = $1 and id = $2`, [keyId, id]);
  return row ?? null;
}

/** Which chats of a key: whose ids begin like this, changed since then. */
export interface ChatFilter {
  readonly startsWith: string;
  readonly since: Date | null;
}

/** A page of the chats of a key, by their ids. Throws BAD_INPUT on `first` and `after`. */
export async function chatSessionsPage(
  db: Db,
  keyId: number,
  { filter, page }: { readonly filter: ChatFilter; readonly page: { readonly first: number; readonly after: string | null } },
): Promise<Paged<ChatSession>> {
  const first = pageSize(page.first, MOST_CHATS);
  const [after] = page.after === null ? [null] : decodeCursor(page.after, 'after', ['text']);
  const rows = await db.query<ChatSession[]>(
    `select ${COLUMNS} from chat_sessions
     where "keyId" = $1 and starts_with(id, $2) and ($3::timestamptz is null or "updatedAt" >= $3) and ($4::text is null or id > $4)
     order by id limit $5`,
    [keyId, filter.startsWith, filter.since, after, first + 1],
  );
  return paged(rows, first, ({ id }) => [id]);
}

/** Keeps a chat of a key: a new one where `version` is null, else the next version of the one that was read; null where another stands there. */
export async function writeChatSession(
  db: Db,
  keyId: number,
  { id, userId, state, version, now }: Omit<ChatSession, 'version' | 'updatedAt'> & { readonly version: number | null; readonly now: Date },
): Promise<ChatSession | null> {
  const values = [keyId, id, userId, JSON.stringify(state), now];
  if (version === null) {
    const [row] = await db.query<ChatSession[]>(
      `insert into chat_sessions ("keyId", id, "userId", state, "updatedAt") values ($1, $2, $3, $4, $5)
       on conflict ("keyId", id) do nothing returning ${COLUMNS}`,
      values,
    );
    return row ?? null;
  }
  const [rows]: [ChatSession[], number] = await db.query(
    `update chat_sessions set "userId" = $3, state = $4, version = version + 1, "updatedAt" = $5
     where "keyId" = $1 and id = $2 and version = $6 returning ${COLUMNS}`,
    [...values, version],
  );
  return rows[0] ?? null;
}
