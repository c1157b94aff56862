import fc from 'fast-check';
import { drawPoster, FAINT_INK, INK, PALETTES, SHADE } from '../../core/poster';
import { TitleKind } from '../../core/title';

const film = { kind: TitleKind.MOVIE, name: 'The Matrix', year: 1999, genres: ['Action'] };

/** Relative luminance and contrast of WCAG 2.2. */
function contrast(one: readonly number[], two: readonly number[]): number {
  const luminance = (rgb: readonly number[]): number => {
    const [r = 0, g = 0, b = 0] = rgb.map((channel) =>
      channel / 255 <= 0.04045 ? channel / 255 / 12.92 : ((channel / 255 + 0.055) / 1.055) ** 2.4,
    );
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const [dark = 0, light = 0] = [luminance(one), luminance(two)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}
const rgb = (hex: string): readonly number[] => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));

describe('a drawn poster', () => {
  it('is the same for the same title, and another for another', () => {
    expect(drawPoster(film)).toBe(drawPoster({ ...film }));
    expect(drawPoster(film)).not.toBe(drawPoster({ ...film, name: 'The Matrix Reloaded' }));
  });

  it('is two wide and three high, and square for a track', () => {
    expect(drawPoster(film)).toContain('viewBox="0 0 400 600"');
    expect(drawPoster({ ...film, kind: TitleKind.TRACK })).toContain('viewBox="0 0 400 400"');
  });

  it.each(Object.entries(PALETTES))('can be read in the colours of %s', (_, { ground, light }) => {
    const brightest = rgb(ground).map((channel, index) => channel * SHADE + (rgb(light)[index] ?? 0) * (1 - SHADE));
    expect(contrast(rgb(INK), brightest)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(rgb(FAINT_INK), brightest)).toBeGreaterThanOrEqual(4.5);
  });

  it('sets a name smaller before it cuts a word', () => {
    expect(drawPoster({ ...film, name: 'The Untouchables' })).toContain('>Untouchables</text>');
  });

  it('lets no name put markup into it, whatever the name and the kind', () => {
    const hostile = fc.oneof(fc.string({ unit: 'binary', maxLength: 600 }), fc.constant('"/><script>alert(1)</script>&\u0000\ud800'));
    fc.assert(
      fc.property(hostile, fc.array(hostile, { maxLength: 3 }), fc.constantFrom(...Object.values(TitleKind)), (name, genres, kind) => {
        const svg = drawPoster({ kind, name, year: null, genres });
        const tags = new Set([...svg.matchAll(/<\/?([^\s>/]*)/g)].map((match) => match[1]));
        const known = ['svg', 'defs', 'radialGradient', 'linearGradient', 'stop', 'rect', 'g', 'text', 'circle', 'path'];
        expect([...tags].filter((tag) => !known.includes(tag ?? ''))).toEqual([]);
        expect(svg.replace(/&(amp|lt|gt|quot|#39);/g, '')).not.toContain('&');
        expect(svg.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cs}]/u);
        expect(svg).not.toMatch(/NaN|undefined|Infinity/);
      }),
    );
  });
});
