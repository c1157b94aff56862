import { LRUCache } from 'lru-cache';
import { BotActAsDocument } from '../generated/documents';
import { Denied, type Kinograph, Refused } from './kinograph';

/** Tokens of people, each with that person's own rights and nothing more. */
export interface People {
  /** Does something as a person of Telegram. A token that is not believed any more is begun anew, once. */
  as<Result>(telegramId: number, run: (token: string) => Promise<Result>): Promise<Result>;
  /** A token of theirs that is good for some minutes. */
  tokenOf(telegramId: number): Promise<string>;
}

const MOST_PEOPLE = 20_000;
/** So long before its end a token counts as over: what is done with it takes time. */
const SPARE_MS = 300_000;

/** What a person of Telegram is called at Kinograph. */
export const nameOf = (telegramId: number): string => `app:telegram-${telegramId}`;

export function createPeople(kinograph: Kinograph): People {
  const tokens = new LRUCache<number, string>({ max: MOST_PEOPLE });

  async function tokenOf(telegramId: number): Promise<string> {
    const known = tokens.get(telegramId);
    if (known !== undefined) return known;
    const { startSession } = await kinograph.ask(BotActAsDocument, { userId: nameOf(telegramId) });
    const { token, expiresAt, userErrors } = startSession;
    if (token === null || expiresAt === null) throw new Refused('BAD_INPUT', userErrors[0]?.message ?? 'No session was begun.');
    const ttl = Date.parse(expiresAt) - Date.now() - SPARE_MS;
    if (ttl > 0) tokens.set(telegramId, token, { ttl });
    return token;
  }

  return {
    tokenOf,
    async as(telegramId, run) {
      try {
        return await run(await tokenOf(telegramId));
      } catch (error) {
        if (!(error instanceof Denied) || !tokens.delete(telegramId)) throw error;
        return run(await tokenOf(telegramId));
      }
    },
  };
}
