import { Link } from 'wouter';
import type { MoodPlaceFragment } from '../generated/documents';
import { opened } from '../tracking/came-from';
import { clockText } from '../watch/clock-text';
import { useSay } from '../words/say';
import { nameOfMaker } from './maker';
import css from './playlist.module.css';

interface PlaylistProps {
  readonly tracks: NonNullable<NonNullable<MoodPlaceFragment['fit']>['playlist']>;
  readonly availableSeconds: number;
}

/** Tracks in the order in which to play them, and how far they fill the time. */
export function Playlist({ tracks, availableSeconds }: PlaylistProps) {
  const say = useSay();
  const sum = tracks.reduce((seconds, track) => seconds + (track.seconds ?? 0), 0);
  const shares = tracks.map(({ seconds }) => ((seconds ?? 0) / availableSeconds) * 100);
  return (
    <section className={css.playlist} aria-labelledby="playlist">
      <header className={css.head}>
        <h3 id="playlist">{say.t('mood.playlist')}</h3>
        <p className={css.sum}>{say.t('mood.playlist.sum', { sum: clockText(sum), time: clockText(availableSeconds) })}</p>
      </header>
      <div className={css.bar} aria-hidden="true">
        {shares.map((share, at) => (
          <span key={tracks[at]?.id} style={{ inlineSize: `${share}%` }} />
        ))}
      </div>
      <ol className={css.tracks}>
        {tracks.map((track, at) => (
          <li key={track.id} className={css.track}>
            <span className={css.number} aria-hidden="true">
              {at + 1}
            </span>
            <span className={css.name}>
              <Link href={`/watch/${track.id}`} onClick={() => opened(track.id, null)}>
                {track.name}
              </Link>
              <span className={css.artist}>{nameOfMaker(track.credits)}</span>
            </span>
            <span className={css.length}>{clockText(track.seconds ?? 0)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
