import { badInput } from './errors';

/** What a back end keeps between two messages of a chat, so that it may forget everything when it stops. */
export interface ChatSession {
  /** The chat, as the back end calls it. */
  readonly id: string;
  /** The person whose chat it is; null for one of nobody. It goes when they are forgotten. */
  readonly userId: number | null;
  readonly state: Readonly<Record<string, unknown>>;
  readonly version: number;
  readonly updatedAt: Date;
}

/** After so many days without a change it is removed. */
export const CHAT_SESSION_DAYS = 90;

const LONGEST_ID = 200;
const MOST_BYTES = 8_192;

/** Throws BAD_INPUT on `input.id` and `input.state`. */
export function checkChatSession({ id, state }: Pick<ChatSession, 'id' | 'state'>): void {
  if (!isChatId(id)) throw badInput('input.id', 'The id is empty, too long, or holds NUL.', `1 to ${LONGEST_ID} characters`);
  const text = JSON.stringify(state);
  const bytes = new TextEncoder().encode(text).length;
  if (bytes > MOST_BYTES) throw badInput('input.state', `The state is too large: ${bytes} bytes.`, `at most ${MOST_BYTES} bytes of JSON`);
  if (text.includes('\\u0000')) throw badInput('input.state', 'A text of the state holds NUL.', 'text without NUL');
}

/** Whether a chat can be called so. */
export function isChatId(id: string): boolean {
  return id.length > 0 && id.length <= LONGEST_ID && !id.includes('\u0000');
}
