import { useSyncExternalStore } from 'react';
import { keepText, keptText } from './kept';

const KEY = 'kinograph:visited';
const listeners = new Set<() => void>();
// Where nothing is kept, yes: a welcome at every visit is none.
let visited = keptText(KEY) !== null;

/** Whether somebody was here before in this browser. */
export const useVisited = (): boolean =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => visited,
  );

/** Remembers that somebody was here. */
export function keepVisit(): void {
  if (visited) return;
  visited = true;
  keepText(KEY, '1');
  for (const listener of listeners) listener();
}
