import { useSyncExternalStore } from 'react';

/** `auto`: as the system has it. */
export const LOOKS = ['auto', 'dark', 'light'] as const;
export type Look = (typeof LOOKS)[number];

const KEY = 'kinograph:theme';
const listeners = new Set<() => void>();
let current: Look = 'auto';

/** Shows the theme that was chosen at an earlier visit. */
export function startTheme(): void {
  try {
    current = LOOKS.find((look) => look === localStorage.getItem(KEY)) ?? 'auto';
  } catch {
    // Nothing is kept in this browser: the system's it is.
  }
  show();
}

/** Changes the theme, here and for the next visit. */
export function chooseTheme(look: Look): void {
  current = look;
  try {
    localStorage.setItem(KEY, look);
  } catch {
    // Then it lasts for as long as this page is open.
  }
  show();
  for (const listener of listeners) listener();
}

/** The theme in use. */
export const useTheme = (): Look =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => current,
  );

function show(): void {
  const { dataset } = document.documentElement;
  if (current === 'auto') delete dataset.theme;
  else dataset.theme = current;
}
