import { type Mood, type MoodBook, MoodMatch } from '../../core/mood/mood';
import { TitleKind } from '../../core/title';

/** A mood for which nothing but the genre `Quiet` of films speaks. */
export function aMood(given: Partial<Mood> = {}): Mood {
  return {
    id: 'calm',
    names: { en: 'Calm', ru: 'Спокойствие' },
    words: [],
    match: MoodMatch.MATCH,
    genres: [{ kind: TitleKind.MOVIE, genre: 'Quiet', weight: 0.8 }],
    tags: [],
    sound: [],
    version: 1,
    updatedAt: new Date(0),
    ...given,
  };
}

/** A book of moods without tags. */
export function bookOf(...moods: readonly Mood[]): MoodBook {
  return { moods: new Map(moods.map((mood) => [mood.id, mood])), tags: new Map() };
}
