import { useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();
let isTold = false;

/** Tells, or no more, that what was watched without an account is the person's own now. */
export function tellTakenOver(next: boolean): void {
  isTold = next;
  for (const listener of listeners) listener();
}

/** Whether that is to be said. */
export const useTakenOver = (): boolean =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => isTold,
  );
