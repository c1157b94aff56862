import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { GenresDocument, type GenresQuery } from '../generated/documents';
import search from '../pages/search.module.css';
import { Failed, Skeleton } from '../parts/state';
import { useSay } from '../words/say';
import type { Kind } from './choice';
import css from './limits.module.css';

interface GenreChipsProps {
  /** Those that are looked for. */
  readonly kinds: readonly Kind[];
  /** Empty: any. */
  readonly genres: readonly string[];
  onGenres(genres: readonly string[]): void;
}

const MOST = 24;

/** Genres to keep to, which need not be chosen: fetched when somebody looks at them. */
export function GenreChips({ kinds, genres, onGenres }: GenreChipsProps) {
  const say = useSay();
  const [isOpen, setOpen] = useState(genres.length > 0);
  const { data, error, refetch } = useQuery(GenresDocument, { skip: !isOpen });
  const shown = data ? [...new Set([...genres, ...frequent(data.genres, kinds)])] : genres;
  const turn = (genre: string): void => onGenres(genres.includes(genre) ? genres.filter((each) => each !== genre) : [...genres, genre]);
  return (
    <details className={css.genres} open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        {say.t('mood.genres')}
        {genres.length > 0 && <span className={css.count}>{say.t('mood.genres.chosen', { count: genres.length })}</span>}
      </summary>
      {!data && error && <Failed onRetry={() => void refetch().catch(() => {})} />}
      {!data && !error && isOpen && <Skeleton className={css.bone} />}
      <div className={css.chips}>
        {shown.map((genre) => (
          <button key={genre} type="button" className={search.kind} aria-pressed={genres.includes(genre)} onClick={() => turn(genre)}>
            {say.genre(genre)}
          </button>
        ))}
      </div>
    </details>
  );
}

/** The genres of most titles of these kinds, the most first. A genre in brackets says that there is none. */
function frequent(all: GenresQuery['genres'], kinds: readonly Kind[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { kind, genre, titles } of all)
    if (kinds.some((each) => each === kind) && !genre.startsWith('(')) counts.set(genre, (counts.get(genre) ?? 0) + titles);
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .slice(0, MOST)
    .map(([genre]) => genre);
}
