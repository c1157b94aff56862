import type { Notice } from '../core/notice';
import { SHIPPED_THEMES } from '../core/scene/shipped';
import { themeFinder } from '../core/scene/theme';
import { type ThemeBook, type ThemedTitle, type TitleTold, themedTitle } from '../core/scene/theme-book';
import type { Db } from '../store/database';
import { titlesTold, titlesToldAfter } from '../store/described-scenes';

/** Finds the themes that Kinograph knows. */
export const findThemes = themeFinder(SHIPPED_THEMES);

/** The themes of one process: read when somebody first asks, and kept as the catalogue changes. */
export interface ThemeShelf {
  /** The book as of the last notice. Throws what the database throws. */
  book(): Promise<ThemeBook>;
  /** Takes note of titles that have changed, their scenes among it. */
  onNotice(notice: Notice): void;
  /** After notices may have been lost: forgets all. */
  onReconnect(): void;
}

/** Small enough that finding the themes of a page does not hold the event loop for long. */
const PAGE = 250;

/** Makes the themes of one process. */
export function createThemeShelf(db: Db): ThemeShelf {
  const stale = new Set<number>();
  const counted = { changes: 0 };
  let pages = newPages(counted);
  let isWhole = false;
  let reading: Promise<ThemeBook> | null = null;

  async function readAll(): Promise<void> {
    // From here on a notice tells of what this may read too early.
    isWhole = true;
    stale.clear();
    const fresh = newPages(counted);
    try {
      for (let last = 0; ; ) {
        const told = await titlesToldAfter(db, last, PAGE);
        told.forEach(fresh.write);
        last = told.at(-1)?.id ?? last;
        if (told.length < PAGE) break;
      }
    } catch (error) {
      isWhole = false;
      throw error;
    }
    pages = fresh;
  }
  async function readStale(): Promise<void> {
    const ids = [...stale];
    stale.clear();
    try {
      const told = await titlesTold(db, ids);
      ids.forEach(pages.forget);
      told.forEach(pages.write);
    } catch (error) {
      for (const id of ids) stale.add(id);
      throw error;
    }
  }
  async function refreshed(): Promise<ThemeBook> {
    while (!isWhole || stale.size > 0) await (isWhole ? readStale() : readAll());
    return pages;
  }

  return {
    book() {
      reading ??= refreshed().finally(() => {
        reading = null;
      });
      return reading;
    },
    onNotice(notice) {
      if (notice.topic !== 'titles') return;
      if (notice.ids === null) isWhole = false;
      else for (const id of notice.ids) stale.add(id);
    },
    onReconnect() {
      isWhole = false;
    },
  };
}

interface Pages extends ThemeBook {
  forget(id: number): void;
  write(told: TitleTold): void;
}

/** `counted` counts changes of all pages of a process. */
function newPages(counted: { changes: number }): Pages {
  const titles = new Map<number, ThemedTitle>();
  const byTheme = new Map<string, Set<number>>();
  function forget(id: number): void {
    counted.changes++;
    for (const theme of titles.get(id)?.themes ?? []) byTheme.get(theme.id)?.delete(id);
    titles.delete(id);
  }
  return {
    get version() {
      return counted.changes;
    },
    of: (id) => titles.get(id) ?? null,
    titlesIn: (id) => byTheme.get(id) ?? NONE,
    forget,
    write(told) {
      forget(told.id);
      const title = themedTitle(findThemes, told);
      titles.set(told.id, title);
      for (const { id } of title.themes) byTheme.set(id, (byTheme.get(id) ?? new Set()).add(told.id));
    },
  };
}

const NONE: ReadonlySet<number> = new Set();
