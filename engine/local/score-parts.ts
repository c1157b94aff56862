import { genresOf } from '../../core/columns';
import { affinityOf, likedGenre } from '../../core/genre-profile';
import { RankedBy, type ScorePart, ScorePartKind } from '../../core/inspection';
import type { Ranker } from './ranker';
import type { Reading } from './reading';
import { GENRE_WEIGHT, POPULARITY_WEIGHT, plainKey, Tier, tierIn } from './score';
import type { LocalState } from './state';

const RANKED_BY: Readonly<Record<Tier, RankedBy>> = {
  [Tier.MODEL]: RankedBy.MODEL,
  [Tier.GENRE]: RankedBy.GENRES,
  [Tier.POPULAR]: RankedBy.POPULARITY,
  [Tier.ANYTHING]: RankedBy.NOTHING,
};

/** What the engine added up for a row: the parts are its score, give or take the rounding of single precision. */
export function partsOf(
  state: LocalState,
  reading: Reading,
  row: number,
  { byMood, moodPart }: Pick<Ranker, 'byMood' | 'moodPart'>,
): { readonly rankedBy: RankedBy; readonly parts: readonly ScorePart[] } {
  const { rankedBy, parts } = tasteParts(state, reading, row, { byMood });
  const value = moodPart(row);
  return { rankedBy, parts: value === 0 ? parts : [...parts, { ...NO_EVIDENCE, kind: ScorePartKind.MOOD, value }] };
}

function tasteParts(
  state: LocalState,
  reading: Reading,
  row: number,
  { byMood }: Pick<Ranker, 'byMood'>,
): { readonly rankedBy: RankedBy; readonly parts: readonly ScorePart[] } {
  if (reading.taste !== null && state.scored[row] === 1) return { rankedBy: RankedBy.MODEL, parts: modelParts(state, reading, row) };
  const tier = tierIn(plainKey(state, reading, row));
  const popular = popularPart(state, row, tier === Tier.GENRE || byMood ? POPULARITY_WEIGHT : 1);
  if (tier === Tier.GENRE) return { rankedBy: RANKED_BY[tier], parts: [...genreParts(state, reading, row), ...popular] };
  return { rankedBy: RANKED_BY[tier], parts: tier === Tier.POPULAR ? popular : [] };
}

/** What every title of the own past adds (Hu, Koren, Volinsky 2008, section 5), and what the genres told add: through their speakers, and by themselves. */
function modelParts({ columns, side }: LocalState, { taste, ownTitles, profile, toldGenres }: Reading, row: number): readonly ScorePart[] {
  if (taste === null || side === null) return [];
  const added = side.kernel.contributions(row, taste.folded, taste.past);
  const parts: ScorePart[] = [];
  let told = toldGenres ? GENRE_WEIGHT * affinityOf(columns, row, profile.told) : 0;
  for (let place = 0; place < added.length; place++) {
    const value = added[place] as number;
    if (place >= ownTitles) told += value;
    else if (value !== 0)
      parts.push({ ...NO_EVIDENCE, kind: ScorePartKind.PAST_TITLE, titleId: idAt(columns, taste.past.index, place), titles: 1, value });
  }
  if (told !== 0)
    parts.push({ ...NO_EVIDENCE, kind: ScorePartKind.TOLD_GENRES, genre: likedGenre(columns, row, profile.told), value: told });
  return parts;
}

const NO_EVIDENCE = { titleId: null, genre: null, titles: 0 } as const;

function idAt({ ids }: LocalState['columns'], index: Int32Array, place: number): number {
  return ids[index[place] as number] as number;
}

/** As `affinityOf`, genre by genre. */
function genreParts({ columns }: LocalState, { profile }: Reading, row: number): readonly ScorePart[] {
  const genres = genresOf(columns, row);
  const from = (columns.kind[row] as number) * columns.genreNames.names.length;
  return genres.flatMap((genre) => {
    const value = (profile.all[from + genre] as number) / Math.sqrt(genres.length);
    return value === 0 ? [] : [{ ...NO_EVIDENCE, kind: ScorePartKind.LIKED_GENRE, genre: columns.genreNames.names[genre] ?? null, value }];
  });
}

function popularPart({ popularity }: LocalState, row: number, weight: number): readonly ScorePart[] {
  const value = weight * (popularity[row] as number);
  return value === 0 ? [] : [{ ...NO_EVIDENCE, kind: ScorePartKind.POPULARITY, value }];
}
