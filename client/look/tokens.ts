/** Colours of one theme, and how they shine. Every text colour keeps a contrast of 4.5 on `ground`, `surface` and `raised` (WCAG 2.2, 1.4.3); a test counts it. */
export interface Theme {
  readonly ground: string;
  readonly surface: string;
  readonly raised: string;
  readonly line: string;
  readonly text: string;
  readonly muted: string;
  /** The one accent: what can be pressed, and what is live. */
  readonly accent: string;
  /** Text on the accent. */
  readonly onAccent: string;
  readonly danger: string;
  readonly good: string;
  /** What dims a picture so that text on it can be read. */
  readonly shade: string;
  /** How much of a poster's colours shines on the ground behind it, 0 to 1. */
  readonly glow: string;
}

export const THEMES = {
  dark: {
    ground: '#0f0e0c',
    surface: '#181613',
    raised: '#23201c',
    line: '#3a352e',
    text: '#f4f0e9',
    muted: '#b5ac9f',
    accent: '#e6b450',
    onAccent: '#1b1405',
    danger: '#ff8f80',
    good: '#7fd1a0',
    shade: 'rgb(15 14 12 / 72%)',
    glow: '0.36',
  },
  light: {
    ground: '#faf8f4',
    surface: '#ffffff',
    raised: '#f1ede5',
    line: '#d8d0c3',
    text: '#1d1a16',
    muted: '#5e564b',
    accent: '#835300',
    onAccent: '#ffffff',
    danger: '#ab2316',
    good: '#1d6b3f',
    shade: 'rgb(250 248 244 / 78%)',
    glow: '0.14',
  },
} as const satisfies Readonly<Record<'dark' | 'light', Theme>>;

/** Series of charts, after Okabe and Ito (2008): told apart by all common kinds of colour blindness. */
export const CHART_COLOURS = ['#e69f00', '#56b4e9', '#009e73', '#cc79a7', '#0072b2', '#d55e00', '#f0e442'] as const;

export const FONT = "'Inter Variable', 'Helvetica Neue', Arial, sans-serif";
/** The grid in pixels. */
export const GRID = 4;
/** From the edge of the page to what it shows. */
export const GUTTER = 'clamp(16px, 4vw, 64px)';
/** The longest motion in milliseconds. */
export const MOTION_MS = 160;
