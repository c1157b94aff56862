import type { Random } from './random';
import { TitleKind } from './title';

/** What a pattern is drawn with: chance from 0 to 1, the colour of its light, and the poster's size. */
interface Brush {
  readonly random: Random;
  readonly light: string;
  readonly width: number;
  readonly height: number;
}

type Pattern = (brush: Brush) => string;

const range = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index);
const round = (value: number): number => Math.round(value * 10) / 10;

/** A low sun with rings of light around it. */
const rings: Pattern = ({ random, light, width, height }) => {
  const [x, y] = [width * (0.25 + 0.5 * random()), height * (0.22 + 0.14 * random())];
  const step = 15 + 14 * random();
  const ring = (i: number): string =>
    `<circle cx="${round(x)}" cy="${round(y)}" r="${round(46 + step * (i + 1))}" stroke-opacity="${round(10 * (0.55 - 0.045 * i)) / 10}" stroke-width="${round(1 + 5 * random() ** 2)}"/>`;
  return `<circle cx="${round(x)}" cy="${round(y)}" r="46" fill="${light}" fill-opacity="0.9"/><g fill="none" stroke="${light}">${range(11).map(ring).join('')}</g>`;
};

/** Beams of a projector from a corner above. */
const beams: Pattern = ({ random, light, width, height }) => {
  const x = random() < 0.5 ? width * 0.08 : width * 0.92;
  const aim = x < width / 2 ? 1 : -1;
  const beam = (i: number): string => {
    const from = (0.12 + 0.13 * i + 0.05 * random()) * (Math.PI / 2);
    const to = from + 0.05 + 0.09 * random();
    const point = (angle: number): string =>
      `${round(x + aim * Math.cos(angle) * height * 1.2)} ${round(20 + Math.sin(angle) * height * 1.2)}`;
    return `<path d="M${round(x)} 20L${point(from)}L${point(to)}Z" fill-opacity="${round((0.14 + 0.3 * random()) * 100) / 100}"/>`;
  };
  return `<g fill="${light}">${range(7).map(beam).join('')}<circle cx="${round(x)}" cy="20" r="15"/></g>`;
};

/** Ranges of hills, one behind the other, under a moon. */
const hills: Pattern = ({ random, light, width, height }) => {
  const moon = `<circle cx="${round(width * (0.2 + 0.6 * random()))}" cy="${round(height * (0.14 + 0.08 * random()))}" r="${round(26 + 18 * random())}" fill="${light}" fill-opacity="0.92"/>`;
  const hill = (i: number): string => {
    const base = height * (0.27 + 0.07 * i);
    const at = (part: number): string => `${round(part * width)} ${round(base - height * (0.02 + 0.1 * random()))}`;
    const [start, one, two, end] = [at(0), at(0.3), at(0.7), at(1)];
    return `<path d="M0 ${height}L${start}C${one} ${two} ${end}V${height}Z" fill-opacity="${round((0.1 + 0.06 * i) * 100) / 100}"/>`;
  };
  return `${moon}<g fill="${light}">${range(5).map(hill).join('')}</g>`;
};

/** Frames of a series, some of them lit. */
const frames: Pattern = ({ random, light, width }) => {
  const [columns, gap, margin] = [4, 12, 28];
  const side = (width - 2 * margin - (columns - 1) * gap) / columns;
  const lit = Math.floor(random() * 12);
  const frame = (i: number): string => {
    const [x, y] = [margin + (i % columns) * (side + gap), margin + Math.floor(i / columns) * (side * 0.72 + gap)];
    const strength = i === lit ? 0.95 : 0.08 + 0.34 * random() ** 2;
    return `<rect x="${round(x)}" y="${round(y)}" width="${round(side)}" height="${round(side * 0.72)}" rx="8" fill-opacity="${round(strength * 100) / 100}"/>`;
  };
  return `<g fill="${light}">${range(16).map(frame).join('')}</g>`;
};

/** Leaves of an open book, seen from its head. */
const leaves: Pattern = ({ random, light, width, height }) => {
  const [x, y] = [width / 2, height * 0.46];
  const bend = 0.7 + 0.5 * random();
  const leaf = (i: number): string => {
    const lean = ((i - 6.5) / 6.5) * width * 0.42;
    const top = y - height * (0.34 - 0.2 * (Math.abs(i - 6.5) / 6.5) ** 2 * bend);
    return `<path d="M${round(x)} ${round(y)}Q${round(x + lean * 0.15)} ${round(top)} ${round(x + lean)} ${round(top)}" stroke-opacity="${round((0.3 + 0.6 * random()) * 100) / 100}"/>`;
  };
  return `<g fill="none" stroke="${light}" stroke-width="3" stroke-linecap="round">${range(14).map(leaf).join('')}</g>`;
};

/** A sound wave, mirrored. */
const wave: Pattern = ({ random, light, width, height }) => {
  const [bars, middle] = [33, height * 0.29];
  const [slow, fast] = [1.5 + 2 * random(), 6 + 6 * random()];
  const bar = (i: number): string => {
    const part = (i + 0.5) / bars;
    const swell =
      Math.sin(Math.PI * part) *
      (0.35 + 0.4 * Math.abs(Math.sin(slow * Math.PI * part)) + 0.25 * Math.abs(Math.sin(fast * Math.PI * part)));
    const tall = Math.max(6, height * 0.42 * swell * (0.7 + 0.3 * random()));
    return `<rect x="${round(24 + part * (width - 48) - 3.5)}" y="${round(middle - tall / 2)}" width="7" height="${round(tall)}" rx="3.5" fill-opacity="${round((0.35 + 0.6 * swell) * 100) / 100}"/>`;
  };
  return `<g fill="${light}">${range(bars).map(bar).join('')}</g>`;
};

/** Signs of play, one within the other. */
const plays: Pattern = ({ random, light, width, height }) => {
  const [x, y, turn] = [width * (0.45 + 0.1 * random()), height * 0.27, -12 + 24 * random()];
  const sign = (i: number): string => {
    const r = 40 + 34 * i;
    const look = i === 0 ? `fill="${light}" stroke="none"` : `fill="none" stroke-opacity="${round((0.6 - 0.09 * i) * 100) / 100}"`;
    return `<path d="M${round(-r / 2)} ${round(-r * 0.87)}L${r} 0L${round(-r / 2)} ${round(r * 0.87)}Z" ${look}/>`;
  };
  return `<g transform="translate(${round(x)} ${round(y)}) rotate(${round(turn)})" stroke="${light}" stroke-width="4" stroke-linejoin="round">${range(6).map(sign).join('')}</g>`;
};

const PATTERNS: Readonly<Record<TitleKind, readonly [Pattern, ...Pattern[]]>> = {
  [TitleKind.MOVIE]: [rings, beams, hills],
  [TitleKind.SHOW]: [frames],
  [TitleKind.EPISODE]: [frames],
  [TitleKind.BOOK]: [leaves],
  [TitleKind.TRACK]: [wave],
  [TitleKind.VIDEO]: [plays],
};

/** The pattern of a poster as SVG: its motif follows from the kind, everything else from chance. */
export function drawPattern(kind: TitleKind, brush: Brush): string {
  const motifs = PATTERNS[kind];
  const motif = motifs[Math.floor(brush.random() * motifs.length)] ?? motifs[0];
  return motif(brush);
}
