/** What of `localStorage` is used. */
export interface StorageLike {
  readonly length: number;
  key(index: number): string | null;
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

/** A storage that never throws: what the real one does not take is kept in memory. */
export interface Store {
  get(key: string): string | null;
  set(key: string, value: string): void;
  remove(key: string): void;
  /** The keys that begin so, sorted. */
  keys(prefix: string): string[];
}

/** The browser's own storage; null where there is none or it may not be touched. */
export function pageStorage(): StorageLike | null {
  try {
    return localStorage;
  } catch {
    return null;
  }
}

/** Keeps in `storage`, and in memory what that refuses: it is missing, full, or throws. */
export function createStore(storage: StorageLike | null): Store {
  const memory = new Map<string, string>();
  const from = <Answer>(read: (storage: StorageLike) => Answer, otherwise: Answer): Answer => {
    try {
      return storage ? read(storage) : otherwise;
    } catch {
      return otherwise;
    }
  };
  const forget = (key: string): void => from((storage) => storage.removeItem(key), undefined);

  return {
    get: (key) => memory.get(key) ?? from((storage) => storage.getItem(key), null),
    set(key, value) {
      const isKept = from((storage) => {
        storage.setItem(key, value);
        return true;
      }, false);
      if (isKept) memory.delete(key);
      else {
        memory.set(key, value);
        // What stood there before would come back with the next page.
        forget(key);
      }
    },
    remove(key) {
      memory.delete(key);
      forget(key);
    },
    keys(prefix) {
      const stored = from((storage) => Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? ''), []);
      return [...new Set([...stored, ...memory.keys()])].filter((key) => key.startsWith(prefix)).sort();
    },
  };
}
