import { FONT, GRID, GUTTER, MOTION_MS, THEMES, type Theme } from './tokens';

const SPACES = [1, 2, 3, 4, 5, 6, 8, 10, 12, 16];

/** The tokens as CSS custom properties: dark unless the system, or `data-theme` of the root, asks for light. */
export function tokensCss(): string {
  const spaces = SPACES.map((space) => `--space-${space}:${space * GRID}px`).join(';');
  const always = `${spaces};--font:${FONT};--gutter:${GUTTER};--motion:${MOTION_MS}ms`;
  return [
    `:root{${always};color-scheme:dark;${declared(THEMES.dark)}}`,
    `@media (prefers-color-scheme:light){:root:not([data-theme=dark]){color-scheme:light;${declared(THEMES.light)}}}`,
    `:root[data-theme=light]{color-scheme:light;${declared(THEMES.light)}}`,
    '@media (prefers-reduced-motion:reduce){:root{--motion:0ms}}',
  ].join('\n');
}

function declared(theme: Theme): string {
  return Object.entries(theme)
    .map(([name, colour]) => `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}:${colour}`)
    .join(';');
}
