/** What of `localStorage` is used. */
export interface StorageLike {
  readonly length: number;
  key(index: number): string | null;
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

/** Values by key, in a storage that never throws: what the real one does not take is kept in memory. */
export interface Store {
  /** null where there is nothing, or nothing that can be read. */
  read<Value>(key: string): Value | null;
  write(key: string, value: object): void;
  remove(key: string): void;
  /** The keys that begin so. */
  keys(prefix: string): readonly string[];
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
export function createStore(storage: StorageLike | null | undefined): Store {
  const memory = new Map<string, string>();

  function from<Answer>(call: (storage: StorageLike) => Answer): Answer | undefined {
    try {
      return storage ? call(storage) : undefined;
    } catch {
      return undefined;
    }
  }

  function remove(key: string): void {
    memory.delete(key);
    from((storage) => storage.removeItem(key));
  }

  return {
    read(key) {
      try {
        return JSON.parse(memory.get(key) ?? from((storage) => storage.getItem(key)) ?? 'null');
      } catch {
        return null;
      }
    },
    write(key, value) {
      const text = JSON.stringify(value);
      // What stands there, and could not be replaced, would come back with the next page.
      remove(key);
      memory.set(key, text);
      from((storage) => {
        storage.setItem(key, text);
        memory.delete(key);
      });
    },
    remove,
    keys(prefix) {
      const stored = from((storage) => Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '')) ?? [];
      return [...stored, ...memory.keys()].filter((key) => key.startsWith(prefix));
    },
  };
}
