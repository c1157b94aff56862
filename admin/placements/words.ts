import type { PlacementRowFragment } from '../generated/placements';
import { wordsOf } from '../parts/state-chip';

/** The kinds that a list can hold. */
export const KINDS = ['MOVIE', 'SHOW', 'BOOK', 'TRACK', 'VIDEO'] as const;

/** What each engine is called. */
export const ENGINES = { LOCAL: 'Local', PERSONALIZE: 'Amazon Personalize', SPARK: 'Apache Spark' } as const;

/** The certificates that the catalogue knows: films first, then series. */
export const CERTIFICATES = ['G', 'PG', 'PG-13', 'R', 'NC-17', 'TV-Y', 'TV-Y7', 'TV-G', 'TV-PG', 'TV-14', 'TV-MA'] as const;

/** What a placement lists, in a few words. */
export function inputText({ input }: Pick<PlacementRowFragment, 'input'>): string {
  const parts = Object.entries(input).map(([field, value]) => partText(field, value));
  return parts.length === 0 ? 'Every kind, without bounds' : parts.join('; ');
}

function partText(field: string, value: unknown): string {
  if (field === 'kinds' && Array.isArray(value)) return value.map((kind) => `${wordsOf(String(kind))}s`).join(', ');
  if (field === 'genres' && Array.isArray(value)) return value.join(', ');
  if (field === 'mood') return `mood ${value}`;
  if (field === 'availableSeconds' && typeof value === 'number') return `fits in ${Math.round(value / 60)} min`;
  if (field === 'perKind') return `at most ${value} of a kind`;
  if (field === 'maxTitleSeconds' && typeof value === 'number') return `up to ${Math.round(value / 60)} min`;
  if (field === 'yearFrom') return `from ${value}`;
  if (field === 'yearTo') return `to ${value}`;
  if (field === 'maxCertificate') return `certificate up to ${value}`;
  if (field === 'excludeSeen') return value === true ? 'without what was seen' : 'also what was seen';
  if (field === 'excludeServed') return value === true ? 'without what was shown before' : 'also what was shown before';
  if (field === 'excludeTitleIds' && Array.isArray(value)) return `without ${value.length} title${value.length === 1 ? '' : 's'}`;
  return `${field} ${typeof value === 'object' ? JSON.stringify(value) : value}`;
}
