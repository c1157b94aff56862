import { tokensCss } from '../../client/look/style';
import { CHART_COLOURS, MOTION_MS, THEMES } from '../../client/look/tokens';

const LEAST_CONTRAST = 4.5;

/** Relative luminance of `#rrggbb` (WCAG 2.2). */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

describe('the look', () => {
  it.each(Object.entries(THEMES))('can be read in %s: text of every colour on every ground', (_name, theme) => {
    const { text, muted, accent, danger, good, ground, surface, raised } = theme;
    const low = [text, muted, accent, danger, good].flatMap((ink) =>
      [ground, surface, raised].filter((paper) => contrast(ink, paper) < LEAST_CONTRAST).map((paper) => `${ink} on ${paper}`),
    );
    expect(low).toEqual([]);
    expect(contrast(theme.onAccent, theme.accent)).toBeGreaterThanOrEqual(LEAST_CONTRAST);
  });

  it('measures contrast as WCAG does: black on white is 21, and a colour on itself 1', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
    expect(contrast('#e6b450', '#e6b450')).toBe(1);
  });

  it('is one set of tokens in CSS: dark first, light where the system or the page asks for it, still where nobody wants motion', () => {
    const css = tokensCss();
    expect(css).toMatch(/^:root\{[^}]*color-scheme:dark;--ground:#0f0e0c/);
    expect(css).toContain(`:root[data-theme=light]{color-scheme:light;--ground:${THEMES.light.ground}`);
    expect(css).toContain('@media (prefers-reduced-motion:reduce){:root{--motion:0ms}}');
    expect(MOTION_MS).toBeLessThan(200);
    expect(new Set(CHART_COLOURS).size).toBe(CHART_COLOURS.length);
  });
});
