import { type Api, InputFile } from 'grammy';
import { LRUCache } from 'lru-cache';
import type { Kinograph } from '../api/kinograph';
import type { Keyboard } from '../buttons';
import type { BotTitleFragment } from '../generated/documents';
import { keyboardOf } from '../turn';
import { isRefusal } from './calls';

/** Shows titles by their posters. */
export interface Posters {
  /** Sends a title with its poster where it has one that Telegram shows, else as a text. */
  send(chatId: number, title: BotTitleFragment, html: string, keyboard: Keyboard): Promise<void>;
}

const MOST_FILES = 10_000;

/** Drawn posters are SVG, which Telegram does not show; a picture is sent once, and named by Telegram's own id of it from then on. */
export function createPosters(api: Api, kinograph: Kinograph): Posters {
  const files = new LRUCache<string, string>({ max: MOST_FILES });
  /** Pictures that Telegram did not take. */
  const unfit = new LRUCache<string, true>({ max: MOST_FILES });

  async function fileOf({ posterUrl, posterIsDrawn }: BotTitleFragment): Promise<string | InputFile | null> {
    if (posterIsDrawn || unfit.has(posterUrl)) return null;
    const known = files.get(posterUrl);
    if (known !== undefined) return known;
    if (!posterUrl.startsWith('/')) return posterUrl;
    const bytes = await kinograph.picture(posterUrl);
    return bytes === null ? null : new InputFile(bytes, 'poster');
  }

  return {
    async send(chatId, title, html, keyboard) {
      const shown = { parse_mode: 'HTML', reply_markup: keyboardOf(keyboard) } as const;
      const file = await fileOf(title);
      if (file !== null) {
        try {
          const { photo } = await api.sendPhoto(chatId, file, { caption: html, ...shown });
          const sent = photo?.at(-1)?.file_id;
          if (sent) files.set(title.posterUrl, sent);
          return;
        } catch (error) {
          if (!isRefusal(error, /./)) throw error;
          files.delete(title.posterUrl);
          unfit.set(title.posterUrl, true);
        }
      }
      await api.sendMessage(chatId, html, shown);
    },
  };
}
