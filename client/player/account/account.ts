import { useSyncExternalStore } from 'react';
import { keepText, keptText } from '../parts/kept';

/** Somebody who is signed in in this browser. */
export interface Account {
  readonly token: string;
  /** ISO-8601 time at which the token ends. */
  readonly expiresAt: string;
}

const KEY = 'kinograph:account';
const listeners = new Set<() => void>();
let current = read();

/** Who is signed in; null: nobody. */
export const account = (): Account | null => current;

/** Keeps who is signed in, or that nobody is any more; every tab of this browser follows. */
export function keepAccount(next: Account | null): void {
  current = next;
  keepText(KEY, next && JSON.stringify(next));
  tell();
}

/** Tells of every change, in this tab and in others. Returns stop. */
export function onAccount(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** Who is signed in, for components. */
export const useAccount = (): Account | null => useSyncExternalStore(onAccount, account);

addEventListener('storage', ({ key }) => {
  // A null key: the whole storage was cleared.
  if (key !== KEY && key !== null) return;
  current = read();
  tell();
});

function tell(): void {
  for (const listener of listeners) listener();
}

function read(): Account | null {
  try {
    const kept = JSON.parse(keptText(KEY) ?? 'null');
    return typeof kept?.token === 'string' && typeof kept.expiresAt === 'string' ? kept : null;
  } catch {
    return null;
  }
}
