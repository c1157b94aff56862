import type { KinographEvent } from './event';
import type { Host } from './host';

/** An event that waits; one entry of the storage each, so that tabs never overwrite each other's. */
export interface Entry {
  readonly event: KinographEvent;
  /** Whose it is, by `ownerOf`; null: whoever comes first. */
  readonly who: string | null;
  /** Not to be sent before, in milliseconds since 1970: it is open, or on its way by beacon. */
  readonly until: number;
}

export interface Entries {
  write(entry: Entry): void;
  remove(entry: Entry): void;
  /** All that wait, impressions first, then the oldest. */
  all(): readonly Entry[];
  /** Events of the one are the other's from now on; null: those that belong to nobody yet. */
  handOver(from: string | null, to: string): void;
}

/** An entry that is open or on its way is left alone for so long. */
export const QUIET_MS = 30_000;
const PREFIX = 'kinograph:e:';
const OLDEST_MS = 7 * 86_400_000;
const MOST = 2_000;

/** Keeps entries in the store; forgets those older than seven days, and of more than 2,000 impressions first, then the oldest. */
export function createEntries({ store, now }: Host): Entries {
  const write = (entry: Entry): void => store.write(PREFIX + entry.event.id, entry);
  const remove = ({ event }: Entry): void => store.remove(PREFIX + event.id);

  function read(key: string): readonly Entry[] {
    const entry = store.read<Entry>(key);
    if (entry && now() - Date.parse(entry.event.occurredAt) < OLDEST_MS) return [entry];
    store.remove(key);
    return [];
  }

  function all(): readonly Entry[] {
    const entries = store
      .keys(PREFIX)
      .flatMap(read)
      .sort((one, other) => (worth(one) < worth(other) ? -1 : 1));
    entries.slice(0, -MOST).forEach(remove);
    return entries.slice(-MOST);
  }

  return {
    write,
    remove,
    all,
    handOver(from, to) {
      for (const entry of all()) if (entry.who === from) write({ ...entry, who: to });
    },
  };
}

/** Impressions tell least; of others, ids begin with their time. */
const worth = ({ event }: Entry): string => (event.type === 'IMPRESSION' ? '' : 'x') + event.id;
