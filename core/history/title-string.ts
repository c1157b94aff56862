import { type Marker, markerOf } from './marker';

/** What a title string may mean: a whole name, or a show with what of it was watched. */
export interface Reading {
  readonly name: string;
  readonly season: number | null;
  /** What stands behind the show's name; null where the name is the whole string. */
  readonly rest: string | null;
  /** Why it may be a show: a word for its season, one for a part or an episode, or only a colon. */
  readonly by: 'whole' | Marker['kind'] | 'colon';
}

const LONGEST = 500;
/** Strings with more colons than this are cut there: what follows belongs to the episode's name. */
const MOST_PARTS = 8;

/** A title string as people see it: no-break and full-width characters as plain ones, one blank between words, at most 500 characters and no half of one. */
export function tidyTitle(text: string): string {
  return text
    .slice(0, 4 * LONGEST)
    .replaceAll('：', ': ')
    .normalize('NFKC')
    .replace(/[\s\p{Cf}]+/gu, ' ')
    .slice(0, LONGEST)
    .replace(/\p{Surrogate}/gu, '')
    .trim();
}

/** What a title string may mean, likeliest first; none where the name is lost (" : Episode 1"). */
export function readingsOf(text: string): readonly Reading[] {
  const parts = partsOf(tidyTitle(text));
  if ((parts[0] ?? '') === '' || (parts[0] !== undefined && parts.length > 1 && markerOf(parts[0])?.kind === 'season')) return [];
  const whole: Reading = { name: joined(parts), season: null, rest: null, by: 'whole' };
  const shows = parts.slice(1).map((_, index): Reading => showOf(parts, index + 1));
  const season = shows.find(({ by }) => by === 'season');
  // A word for a season leaves no doubt; without one, longer names are tried before shorter ones.
  if (season) return [season, whole, ...shows.filter((show) => show !== season).reverse()];
  const marked = shows.filter(({ by }) => by !== 'colon');
  return [whole, ...marked, ...shows.filter(({ by }) => by === 'colon').reverse()];
}

function partsOf(text: string): readonly string[] {
  const parts = text.split(/\s*:\s+|\s+:\s*|^:/u).map((part) => part.trim());
  while (parts.length > 1 && parts.at(-1) === '') parts.pop();
  return parts.length <= MOST_PARTS ? parts : [...parts.slice(0, MOST_PARTS - 1), joined(parts.slice(MOST_PARTS - 1))];
}

function showOf(parts: readonly string[], at: number): Reading {
  const name = joined(parts.slice(0, at));
  const marker = markerOf(parts[at] ?? '') ?? ownSeason(name, parts[at] ?? '');
  return { name, season: marker?.kind === 'season' ? marker.number : null, rest: joined(parts.slice(at)), by: marker?.kind ?? 'colon' };
}

/** A season that bears its show's name: "Stranger Things: Stranger Things 2: Chapter One". */
function ownSeason(name: string, part: string): Marker | null {
  const number = part.startsWith(`${name} `) ? part.slice(name.length + 1) : '';
  return /^\d{1,2}$/.test(number) ? { kind: 'season', number: Number(number) } : null;
}

const joined = (parts: readonly string[]): string => parts.join(': ');
