/** The writing end of an iterator: values go in, or one error that ends it. */
export interface Reader<Value> {
  deliver(value: Value): void;
  fail(error: unknown): void;
}

interface Waiting<Value> {
  resolve(result: IteratorResult<Value>): void;
  reject(error: unknown): void;
}

/**
 * An iterator that holds at most one undelivered value, the one of the highest version: every value is a whole list,
 * so a slow reader misses nothing that still matters and memory stays flat. Values that are not newer than the last
 * are dropped. An object and not a generator, because a generator that waits cannot be returned.
 */
export function newestOnly<Value>(
  onReturn: () => void,
  versionOf: (value: Value) => number,
): { readonly iterator: AsyncIterableIterator<Value>; readonly reader: Reader<Value> } {
  let held: Value | null = null;
  let failure: { readonly error: unknown } | null = null;
  let ended = false;
  let newest = Number.NEGATIVE_INFINITY;
  let waiting: Waiting<Value> | null = null;

  function end(): void {
    if (ended) return;
    ended = true;
    waiting?.resolve({ done: true, value: undefined });
    waiting = null;
    onReturn();
  }

  const reader: Reader<Value> = {
    deliver(value) {
      if (ended || versionOf(value) <= newest) return;
      newest = versionOf(value);
      if (waiting === null) held = value;
      else waiting.resolve({ done: false, value });
      waiting = null;
    },
    fail(error) {
      if (ended) return;
      if (waiting === null) failure = { error };
      else waiting.reject(error);
      waiting = null;
      end();
    },
  };

  const iterator: AsyncIterableIterator<Value> = {
    [Symbol.asyncIterator]: () => iterator,
    next() {
      if (held !== null) {
        const value = held;
        held = null;
        return Promise.resolve({ done: false, value });
      }
      if (failure !== null) {
        const { error } = failure;
        failure = null;
        return Promise.reject(error);
      }
      if (ended) return Promise.resolve({ done: true, value: undefined });
      return new Promise((resolve, reject) => {
        waiting = { resolve, reject };
      });
    },
    return() {
      end();
      return Promise.resolve({ done: true, value: undefined });
    },
    throw(error) {
      end();
      return Promise.reject(error);
    },
  };
  return { iterator, reader };
}
