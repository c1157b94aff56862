import type { CSSProperties } from 'react';
import { THEMES } from '../../look/tokens';

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** The dark theme for one element: a screen is dark in a light room too. */
export const DARK: CSSProperties = {
  ...Object.fromEntries(Object.entries(THEMES.dark).map(([name, colour]) => [`--${kebab(name)}`, colour])),
  colorScheme: 'dark',
};
