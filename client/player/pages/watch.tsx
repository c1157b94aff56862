import { useQuery } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import { Link, Redirect, useParams } from 'wouter';
import { isMissing } from '../api/missing';
import { WatchPageDocument, type WatchPageQuery } from '../generated/documents';
import { buttonLook } from '../parts/button';
import { Empty, Failed } from '../parts/state';
import { Beside } from '../watch/beside';
import type { PlayerMedia } from '../watch/media';
import { WatchSkeleton } from '../watch/skeleton';
import css from '../watch/watch.module.css';
import { Watching } from '../watch/watching';
import { useSay } from '../words/say';

/** A title that plays, beside lists that move with it. */
export default function Watch() {
  const { t } = useSay();
  const { id = '' } = useParams();
  const [media, setMedia] = useState<PlayerMedia | null>(null);
  const [seed] = useState(() => Math.floor(Math.random() * 1_000_000));
  // Asked anew at every opening: where one left is known by the server alone. Later it may not move what plays.
  const { data, error, refetch } = useQuery(WatchPageDocument, {
    variables: { id, seed },
    fetchPolicy: 'network-only',
    nextFetchPolicy: 'cache-first',
  });
  const title = data?.title;
  useEffect(() => {
    document.title = title ? `${title.name} · ${t('app.name')}` : t('app.name');
  }, [title, t]);
  if (isMissing(error)) return <Empty title={t('title.missing')} />;
  if (!data && error) return <Failed onRetry={() => void refetch()} />;
  if (!data) return <WatchSkeleton />;
  if (!title) return <Empty title={t('title.missing')} />;
  if (title.kind === 'BOOK') return <Redirect to={`/title/${id}`} replace />;
  if (title.kind === 'SHOW') return <ToEpisode title={title} />;
  return (
    <div className={css.page}>
      <Watching key={id} title={title} past={data.history.nodes[0] ?? null} onMedia={setMedia} />
      <Beside title={title} media={media} />
    </div>
  );
}

/** A show plays the episode that one comes to next, else its first. */
function ToEpisode({ title }: { readonly title: NonNullable<WatchPageQuery['title']> }) {
  const { t } = useSay();
  const episode = title.nextEpisode ?? title.episodes[0];
  if (episode) return <Redirect to={`/watch/${episode.id}`} replace />;
  return (
    <Empty title={t('watch.none')}>
      <Link href={`/title/${title.id}`} className={buttonLook('plain')}>
        {t('watch.about')}
      </Link>
    </Empty>
  );
}
