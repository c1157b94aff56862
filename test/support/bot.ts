import pino from 'pino';
import { type Bot, startBot } from '../../bot/bot';
import type { Settings } from '../../bot/settings';
import { Scope } from '../../core/caller';
import { TitleKind } from '../../core/title';
import { ensureMoods } from '../../flow/mood';
import type { Db } from '../../store/database';
import { aKey } from './callers';
import type { Telegram } from './telegram';
import { aTitle } from './title';

/** Where people are sent to shops in tests. */
export const PUBLIC_URL = 'https://kino.example';

/** The real bot between a stand-in of Telegram and a server. */
export async function aBot(telegram: Telegram, url: string, key: string, given: Partial<Settings> = {}): Promise<Bot> {
  const settings: Settings = { token: telegram.token, url, publicUrl: PUBLIC_URL, key, apiRoot: telegram.url, webhook: null, ...given };
  return startBot({ settings, log: pino({ level: process.env.BOT_LOG ?? 'silent' }) });
}

/** The secret of a key for bots. */
export async function aBotKey(db: Db): Promise<string> {
  const { authorization } = (await aKey(db, Scope.SESSIONS_WRITE)) as { authorization: string };
  return authorization.replace('Bearer ', '');
}

const GENRES = { [TitleKind.MOVIE]: 'Comedy', [TitleKind.BOOK]: 'Novel', [TitleKind.TRACK]: 'Pop' } as const;

/** A catalogue of 30 films, 10 books and 20 tracks, and the moods that are shipped. */
export async function fillForBot(db: Db): Promise<void> {
  await ensureMoods(db);
  const counts = { [TitleKind.MOVIE]: 30, [TitleKind.BOOK]: 10, [TitleKind.TRACK]: 20 } as const;
  for (const kind of [TitleKind.MOVIE, TitleKind.BOOK, TitleKind.TRACK] as const)
    for (let number = 1; number <= counts[kind]; number++) {
      const facts = {
        [TitleKind.MOVIE]: { seconds: 5_400 },
        [TitleKind.BOOK]: { pages: 200 },
        [TitleKind.TRACK]: { seconds: 180 + number },
      }[kind];
      await aTitle(db, { kind, name: `${GENRES[kind]} ${number}`, year: 1980 + number, genres: [GENRES[kind], 'Drama'], ...facts });
    }
}
