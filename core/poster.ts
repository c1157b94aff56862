import { createHash } from 'node:crypto';
import { drawPattern } from './poster-pattern';
import { seeded } from './random';
import { type Title, TitleKind } from './title';

/** Colours of one mood: the dark ground, the glow on it, and the light that the pattern is drawn in. */
interface Palette {
  readonly ground: string;
  readonly glow: string;
  readonly light: string;
}

export const INK = '#f6f3ee';
export const FAINT_INK = '#cfc9be';
/** How much of the ground covers the pattern where the name begins; below it, more. */
export const SHADE = 0.9;

/** Both inks keep a contrast of at least 4.5 (WCAG 2.2, 1.4.3) on the brightest light of a pattern under the shade; a test counts it. */
export const PALETTES = {
  fire: { ground: '#1c0f0c', glow: '#5a2416', light: '#ff8a4c' },
  night: { ground: '#0b0e1a', glow: '#1d2a5c', light: '#7aa2ff' },
  space: { ground: '#080c12', glow: '#123b46', light: '#58d3d8' },
  rose: { ground: '#190c14', glow: '#561b3d', light: '#ff8fb8' },
  gold: { ground: '#161006', glow: '#544011', light: '#f4c95d' },
  leaf: { ground: '#0a130d', glow: '#1c4a31', light: '#79d89b' },
  blood: { ground: '#140708', glow: '#4d0f16', light: '#ff5d5d' },
  violet: { ground: '#100b1b', glow: '#3a2268', light: '#b394ff' },
  stone: { ground: '#0f1114', glow: '#313a45', light: '#b8c4d2' },
} as const satisfies Readonly<Record<string, Palette>>;

/** Genres of each mood, in lower case. The first of a title's genres that stands here decides. */
const GENRES: Readonly<Record<keyof typeof PALETTES, string>> = {
  fire: 'action war western latin',
  night: 'drama thriller fiction',
  space: 'sci-fi science-fiction imax edm',
  rose: 'romance musical pop',
  gold: 'comedy children animation classic rap',
  leaf: 'adventure young-adult nature',
  blood: 'horror rock',
  violet: 'fantasy mystery r&b',
  stone: 'crime documentary film-noir history historical-fiction',
};

const WIDTH = 400;
const MARGIN = 30;
const SMALLEST = 22;
const SIZES = [54, 46, 40, 34, 29, 25, SMALLEST];
const LEADING = 1.12;
const MOST_LINES = 4;
const LONGEST_NAME = 150;
/** The pattern fades within so many units above the name. */
const FADE = 110;

/**
 * A poster for a title that has none, as SVG: 400 x 600, and 400 x 400 for a TRACK. Colours and pattern follow from kind, name, year and
 * genres alone, so that the same title always has the same poster. Names are escaped: none can put markup into it.
 */
export function drawPoster(title: Pick<Title, 'kind' | 'name' | 'year' | 'genres'>): string {
  const height = title.kind === TitleKind.TRACK ? WIDTH : WIDTH * 1.5;
  const seed = createHash('sha256')
    .update(JSON.stringify([title.kind, title.name, title.year, title.genres]))
    .digest();
  const random = seeded(seed.readUInt32LE(0));
  const { ground, glow, light } = paletteOf(title.genres, seed.readUInt32LE(4));
  const { size, lines } = fitted(title.name);
  const bottom = height - 78;
  const top = Math.round(bottom - lines.length * size * LEADING - FADE);
  const facts = [title.year, title.genres[0]].filter((fact) => fact !== null && fact !== undefined).join(' · ');
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${escapeXml(title.name)}">
<defs><radialGradient id="g" cx="50%" cy="24%" r="80%"><stop offset="0" stop-color="${glow}"/><stop offset="1" stop-color="${ground}"/></radialGradient>
<linearGradient id="s" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${ground}" stop-opacity="0"/><stop offset="${(FADE / (height - top)).toFixed(3)}" stop-color="${ground}" stop-opacity="${SHADE}"/><stop offset="1" stop-color="${ground}"/></linearGradient></defs>
<rect width="${WIDTH}" height="${height}" fill="url(#g)"/>
<svg width="${WIDTH}" height="${height - 1}">${drawPattern(title.kind, { random, light, width: WIDTH, height })}</svg>
<rect y="${top}" width="${WIDTH}" height="${height - top}" fill="url(#s)"/>
<g font-family="Inter, 'Helvetica Neue', Arial, sans-serif">${lines.map((text, index) => nameLine(text, size, bottom - (lines.length - 1 - index) * size * LEADING)).join('\n')}
<rect x="${MARGIN}" y="${height - 56}" width="36" height="3" fill="${light}"/>
<text x="${MARGIN}" y="${height - 28}" font-size="16" letter-spacing="0.6" fill="${FAINT_INK}">${escapeXml(shortened(facts, 34))}</text></g>
</svg>`;
}

function paletteOf(genres: readonly string[], otherwise: number): Palette {
  const moods = Object.keys(PALETTES) as (keyof typeof PALETTES)[];
  const moodOf = (genre: string) => moods.find((mood) => GENRES[mood].split(' ').includes(genre.toLowerCase().replaceAll(' ', '-')));
  const mood = genres.map(moodOf).find((found) => found !== undefined) ?? moods[otherwise % moods.length] ?? 'stone';
  return PALETTES[mood];
}

/** The largest size in which the name takes four lines at most and no word is cut, where there is one, and its lines. */
function fitted(name: string): { readonly size: number; readonly lines: readonly string[] } {
  const clean = shortened(name.replace(/\s+/g, ' ').trim(), LONGEST_NAME);
  const tried = SIZES.map((size) => ({ size, width: (WIDTH - 2 * MARGIN) / size, lines: wrapped(clean, (WIDTH - 2 * MARGIN) / size) }));
  const short = tried.filter(({ lines }) => lines.length <= MOST_LINES);
  // A smaller name is better than a word that is cut.
  const whole = short.find(({ width }) => clean.split(' ').every((word) => ems(word) <= width));
  return whole ?? short[0] ?? { size: SMALLEST, lines: tried.at(-1)?.lines.slice(0, MOST_LINES + 2) ?? [] };
}

function nameLine(text: string, size: number, y: number): string {
  return `<text x="${MARGIN}" y="${Math.round(y)}" font-size="${size}" font-weight="700" letter-spacing="-0.5" fill="${INK}">${escapeXml(text)}</text>`;
}

/** Greedy lines of at most `width` ems; a word that is longer than a line is cut. */
function wrapped(text: string, width: number): readonly string[] {
  const lines: string[] = [''];
  for (const word of text.split(' ').flatMap((each) => pieces(each, width))) {
    const longer = [lines.at(-1), word].filter(Boolean).join(' ');
    if (ems(longer) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines.filter(Boolean);
}

function pieces(word: string, width: number): readonly string[] {
  const parts: string[] = [];
  let part = '';
  for (const letter of word) {
    if (ems(part + letter) > width) {
      parts.push(part);
      part = '';
    }
    part += letter;
  }
  return [...parts, part];
}

/** About how wide a bold sans-serif sets a text, in ems. */
function ems(text: string): number {
  const wide = (letter: string): number => {
    if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Extended_Pictographic}]/u.test(letter)) return 1;
    if (/[MWmw@%]/.test(letter)) return 0.88;
    if (/[iljtfrI.,:;'’!|() ]/.test(letter)) return 0.34;
    return /\p{Lu}/u.test(letter) ? 0.7 : 0.58;
  };
  return [...text].reduce((sum, letter) => sum + wide(letter), 0);
}

const shortened = (text: string, most: number): string =>
  [...text].length <= most
    ? text
    : `${[...text]
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`;

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text as XML 1.0 allows it: markup escaped; control characters, broken surrogates and U+FFFE, U+FFFF left out. */
function escapeXml(text: string): string {
  return text.replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, '').replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}
