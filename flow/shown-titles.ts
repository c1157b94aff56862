import DataLoader from 'dataloader';
import { LRUCache } from 'lru-cache';
import type { Notice } from '../core/notice';
import type { Title } from '../core/title';
import type { Db } from '../store/database';
import { titlesByIds } from '../store/titles';

/** The titles that lists name: the same few stand in most of them, so a process keeps those that it read last. */
export interface ShownTitles {
  /** The title as of the last notice, at once where it is kept; null where there is none. Nobody may change it. */
  get(id: number): Title | null | Promise<Title | null>;
  /** Forgets titles that have changed. */
  onNotice(notice: Notice): void;
  /** After notices may have been lost: forgets all. */
  onReconnect(): void;
}

/** With their descriptions about 20 MB. */
const MOST_TITLES = 10_000;
const MOST_A_STATEMENT = 1_000;

/** Makes the titles of one process; what several requests miss at once is read in one statement. */
export function createShownTitles(db: Db): ShownTitles {
  const kept = new LRUCache<number, Title>({ max: MOST_TITLES });
  let notices = 0;

  async function read(ids: readonly number[]): Promise<(Title | null)[]> {
    const before = notices;
    const titles = new Map((await titlesByIds(db, ids)).map((title) => [title.id, title]));
    // What was read while a notice came may be older than what the notice told of: it is answered, but not kept.
    if (notices === before) for (const title of titles.values()) kept.set(title.id, title);
    return ids.map((id) => titles.get(id) ?? null);
  }
  const loader = new DataLoader(read, { cache: false, maxBatchSize: MOST_A_STATEMENT });

  function forgetAll(): void {
    notices += 1;
    kept.clear();
  }

  return {
    get: (id) => kept.get(id) ?? loader.load(id),
    onNotice(notice) {
      if (notice.topic !== 'titles') return;
      if (notice.ids === null) return forgetAll();
      notices += 1;
      for (const id of notice.ids) kept.delete(id);
    },
    onReconnect: forgetAll,
  };
}
