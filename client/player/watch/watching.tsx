import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import { kinograph } from '../api/kinograph';
import type { WatchPageQuery } from '../generated/documents';
import { Opinions } from '../titles/opinions';
import { cameFrom, reached } from '../tracking/came-from';
import { useSay } from '../words/say';
import { type Piece, resumeAt } from './covered';
import { Gate } from './gate-card';
import type { PlayerMedia } from './media';
import { playableUrl } from './media-url';
import { useNext } from './next';
import { Stage } from './stage';
import css from './watch.module.css';

type Title = NonNullable<WatchPageQuery['title']>;

interface WatchingProps {
  readonly title: Title;
  readonly past: WatchPageQuery['history']['nodes'][number] | null;
  /** Told what plays, and null once it is gone; the same function between draws. */
  onMedia(media: PlayerMedia | null): void;
}

/** Where nobody knows the length of a title without media, so long is simulated. */
const UNKNOWN_SECONDS = 3_600;
const NONE: readonly Piece[] = [];

/** The stage with its title below; what plays is told from beginning to end. */
export function Watching({ title, past, onMedia }: WatchingProps) {
  const say = useSay();
  const [media, setMedia] = useState<PlayerMedia | null>(null);
  const mediaUrl = playableUrl(title.mediaUrl, location.href);
  const seconds = title.seconds ?? UNKNOWN_SECONDS;
  const [begun] = useState(() => ({
    covered: past?.covered ?? NONE,
    startAt: resumeAt(past?.covered ?? NONE, past?.mediaSeconds ?? seconds),
  }));
  const next = useNext(title);
  useEffect(() => {
    onMedia(media);
    return () => onMedia(null);
  }, [media, onMedia]);
  useEffect(() => {
    reached(title.id, cameFrom(title.parent?.id ?? ''));
  }, [title.id, title.parent?.id]);
  useEffect(() => {
    if (media) return kinograph.watchMedia(media, { titleId: title.id, mediaSeconds: title.seconds, ...cameFrom(title.id) });
    return undefined;
  }, [media, title.id, title.seconds]);
  // An episode is told by where it stands in its show, anything else by its kind.
  const facts = [say.episode(title) || say.kind(title.kind), title.year, say.length(title), say.genres(title.genres.slice(0, 3))];
  return (
    <article className={css.main}>
      <div className={css.screen}>
        <Stage
          title={title}
          mediaUrl={mediaUrl}
          seconds={seconds}
          startAt={begun.startAt}
          covered={begun.covered}
          next={next}
          onMedia={setMedia}
        />
      </div>
      <div className={css.about}>
        <div className={css.words}>
          {title.parent && (
            <Link href={`/title/${title.parent.id}`} className={css.show}>
              {title.parent.name}
            </Link>
          )}
          <h1 className={css.name}>
            <Link href={`/title/${title.id}`}>{title.name}</Link>
          </h1>
          <p className={css.facts}>{facts.filter(Boolean).join(' · ')}</p>
        </div>
        <Opinions titleId={title.id} opinion={past?.opinion ?? null} />
      </div>
      {mediaUrl === null && <p className={css.sample}>{say.t('watch.sample.why')}</p>}
      <p className={css.keys}>{say.t('watch.keys')}</p>
      <Gate media={media} />
    </article>
  );
}
