import { parseFilter } from '../core/personalize/filter-language';
import type { FilterTree } from '../core/personalize/filter-tree';
import type { Db } from '../store/database';
import { savedFilters } from '../store/saved-filters';

/** The saved filters as this process remembers them, read to trees. */
export interface SavedFilters {
  /** The tree of a filter; null where there is none of this name. */
  get(name: string): Promise<FilterTree | null>;
  /** After a notice, or after notices may have been lost. */
  forget(): void;
}

export function createSavedFilters(db: Db): SavedFilters {
  let trees: Promise<ReadonlyMap<string, FilterTree>> | null = null;

  async function read(): Promise<ReadonlyMap<string, FilterTree>> {
    return new Map((await savedFilters(db)).map(({ name, expression }) => [name, parseFilter(expression)]));
  }

  return {
    async get(name) {
      const reading = trees ?? read();
      // A notice that comes while they are read makes the next request read them again.
      trees = reading;
      reading.catch(() => {
        if (trees === reading) trees = null;
      });
      return (await reading).get(name) ?? null;
    },
    forget() {
      trees = null;
    },
  };
}
