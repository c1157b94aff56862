import type { MoodMatch, MoodRowFragment, SaveMoodInput } from '../generated/moods';

/** A mood as its form holds it. */
export type Draft = Required<Omit<SaveMoodInput, 'version' | 'genres' | 'tags' | 'sound' | 'words'>> & {
  readonly words: readonly string[];
  readonly genres: MoodRowFragment['genres'];
  readonly tags: MoodRowFragment['tags'];
  readonly sound: MoodRowFragment['sound'];
};

export const NEW: Draft = { id: '', names: { en: '', ru: '' }, words: [], match: 'MATCH', genres: [], tags: [], sound: [] };

/** What a mood does with a feeling, in words. */
export const MATCHES: Readonly<Record<MoodMatch, string>> = {
  MATCH: 'Match: stay with the feeling',
  LIFT: 'Lift: lead away from it',
};

/** The form of a mood that is there. */
export function draftOf({ id, names, words, match, genres, tags, sound }: MoodRowFragment): Draft {
  return { id, names, words, match, genres, tags, sound };
}

/** What a save sends; `version` null for a mood that is new. */
export function saveInputOf(draft: Draft, version: number | null): SaveMoodInput {
  const { words, genres, tags, sound, ...rest } = draft;
  return { ...rest, id: draft.id.trim(), words: [...words], genres: [...genres], tags: [...tags], sound: [...sound], version };
}

/** What somebody else's row says otherwise than the form. */
export function difference(row: MoodRowFragment, mine: Draft): readonly (readonly [string, string])[] {
  const theirs = draftOf(row);
  const texts = (draft: Draft): readonly (readonly [string, string])[] => [
    ['English', draft.names.en],
    ['Russian', draft.names.ru],
    ['Other words', draft.words.join(', ') || 'none'],
    ['Does', MATCHES[draft.match]],
    ['Genres', draft.genres.map(({ kind, genre, weight }) => `${genre} (${kind.toLowerCase()}) ${weight}`).join(', ') || 'none'],
    ['Tags', draft.tags.map(({ tag, weight }) => `${tag} ${weight}`).join(', ') || 'none'],
    ['Sound', draft.sound.map(({ fact, from, to, weight }) => `${fact.toLowerCase()} ${from} to ${to}, ${weight}`).join('; ') || 'none'],
  ];
  const here = texts(mine);
  return texts(theirs).filter(([, value], at) => value !== here[at]?.[1]);
}
