import type { GenrePreferenceInput, TitleKind } from '../generated/documents';

/** How much each genre is liked, from above 0 to 1; what is not there was not set. */
export type Taste = ReadonlyMap<string, GenrePreferenceInput>;

const keyOf = (kind: TitleKind, genre: string): string => `${kind} ${genre}`;

export const tasteOf = (preferences: readonly GenrePreferenceInput[]): Taste =>
  new Map(preferences.map(({ kind, genre, weight }) => [keyOf(kind, genre), { kind, genre, weight }]));

/** The taste with one genre moved; 0 takes it out. */
export function moved(taste: Taste, { kind, genre, weight }: GenrePreferenceInput): Taste {
  const next = new Map(taste);
  if (weight > 0) next.set(keyOf(kind, genre), { kind, genre, weight });
  else next.delete(keyOf(kind, genre));
  return next;
}

/** From 0 to 1; 0 where it was not set. */
export const weightOf = (taste: Taste, kind: TitleKind, genre: string): number => taste.get(keyOf(kind, genre))?.weight ?? 0;
