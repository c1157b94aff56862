import type { Tag } from '../title';
import { type FoundTheme, MOST_THEMES, surestFirst, type ThemeFinder } from './theme';

/** What is known of a title that themes are found by. */
export interface TitleWords {
  readonly genres: readonly string[];
  readonly tags: readonly Tag[];
  readonly description: string | null;
}

/** What a description says in passing counts half as much as a keyword. */
const IN_PASSING = 0.5;
/** What is said of the whole title says little of one scene of it: a tag and a genre count so much. */
const OF_SCENE = { tag: 0.25, genre: 0.5 } as const;

/** Every theme of a title as a whole: by its genres, its tags (each as much as it is relevant), the words of its description, and its scenes. */
export function titleThemes(
  find: ThemeFinder,
  { genres, tags, description, keywords }: TitleWords & { readonly keywords: readonly string[] },
): readonly FoundTheme[] {
  return find({
    said: [
      ...keywords.map((text) => ({ text, counts: 1 })),
      ...tags.map(({ tag, relevance }) => ({ text: tag, counts: relevance })),
      { text: description ?? '', counts: IN_PASSING },
    ],
    genres,
  });
}

/** The three best themes of a scene, or of some: what is seen in it first, what the title is only beside that. None where nothing seen speaks for any. */
export function sceneThemes(
  find: ThemeFinder,
  { genres, tags, keywords }: Omit<TitleWords, 'description'> & { readonly keywords: readonly string[] },
): readonly FoundTheme[] {
  const seen = keywords.map((text) => ({ text, counts: 1 }));
  if (find({ said: seen, genres: [] }).length === 0) return [];
  const said = [...seen, ...tags.map(({ tag, relevance }) => ({ text: tag, counts: OF_SCENE.tag * relevance }))];
  return find({ said, genres, genreWeight: OF_SCENE.genre }).slice(0, MOST_THEMES);
}

/** The three best themes of several lists of them, the newest first: the sum of each theme's scores, every list counting `fading` times as much as the one before it. */
export function joinedThemes(lists: readonly (readonly FoundTheme[])[], fading = 1): readonly FoundTheme[] {
  const scores = new Map<string, number>();
  for (const [age, themes] of lists.entries())
    for (const { id, score } of themes) scores.set(id, (scores.get(id) ?? 0) + score * fading ** age);
  return [...scores]
    .map(([id, score]) => ({ id, score }))
    .sort(surestFirst)
    .slice(0, MOST_THEMES);
}
