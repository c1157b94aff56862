import { useSyncExternalStore } from 'react';

const KEY = 'kinograph:visited';
const listeners = new Set<() => void>();
let visited = read();

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
  try {
    localStorage.setItem(KEY, '1');
  } catch {
    // Nothing is kept in this browser.
  }
  for (const listener of listeners) listener();
}

/** Where nothing is kept, yes: a welcome at every visit is none. */
function read(): boolean {
  try {
    return localStorage.getItem(KEY) !== null;
  } catch {
    return true;
  }
}
