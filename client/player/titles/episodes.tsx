import { Link } from 'wouter';
import type { EpisodeFragment } from '../generated/documents';
import { Play } from '../parts/icon';
import { opened } from '../tracking/came-from';
import { useSay } from '../words/say';
import css from './episodes.module.css';

interface EpisodesProps {
  readonly episodes: readonly EpisodeFragment[];
  readonly next: EpisodeFragment | null;
}

/** Episodes by season; the season that one is in is open. */
export function Episodes({ episodes, next }: EpisodesProps) {
  const say = useSay();
  if (episodes.length === 0) return null;
  const seasons = [...new Set(episodes.map(({ season }) => season))];
  const current = next?.season ?? seasons[0];
  return (
    <section className={css.episodes} aria-labelledby="episodes">
      <h2 id="episodes">{say.t('title.episodes')}</h2>
      {seasons.map((season) => (
        <details key={season} open={season === current}>
          <summary>{season === null ? say.t('title.noSeason') : say.t('title.season', { season })}</summary>
          <ol>
            {episodes
              .filter((episode) => episode.season === season)
              .map((episode) => (
                <li key={episode.id}>
                  <Link href={`/watch/${episode.id}`} className={css.episode} onClick={() => opened(episode.id, null)}>
                    <span className={css.number}>{episode.number}</span>
                    <span className={css.name}>{episode.name}</span>
                    {episode.id === next?.id && <span className={css.next}>{say.t('title.next')}</span>}
                    <span className={css.length}>{say.length({ seconds: episode.seconds, pages: null })}</span>
                    <Play />
                  </Link>
                </li>
              ))}
          </ol>
        </details>
      ))}
    </section>
  );
}
