import { useSyncExternalStore } from 'react';
import { keepText, keptText } from './kept';

/** `auto`: as the system has it. */
export const LOOKS = ['auto', 'dark', 'light'] as const;
export type Look = (typeof LOOKS)[number];

const KEY = 'kinograph:theme';
const listeners = new Set<() => void>();
let current: Look = 'auto';

/** Shows the theme that was chosen at an earlier visit. */
export function startTheme(): void {
  const chosen = keptText(KEY);
  current = LOOKS.find((look) => look === chosen) ?? 'auto';
  show();
}

/** Changes the theme, here and for the next visit. */
export function chooseTheme(look: Look): void {
  current = look;
  keepText(KEY, look);
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
