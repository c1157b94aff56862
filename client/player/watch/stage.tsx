import { type PointerEvent, useEffect, useRef } from 'react';
import type { TitleCardFragment } from '../generated/documents';
import { Button } from '../parts/button';
import { Play } from '../parts/icon';
import { useWords } from '../words/language';
import { useAutoHide } from './auto-hide';
import { Controls } from './controls';
import type { Piece } from './covered';
import { DARK } from './dark';
import { EndCard, type Next } from './end-card';
import { useFull } from './full';
import type { PlayerMedia } from './media';
import { useMediaState } from './media-state';
import { usePlayedPieces } from './played-pieces';
import { Resumed } from './resumed';
import sample from './sample.mp4';
import { useShortcutKeys } from './shortcut-keys';
import { toggle } from './shortcuts';
import css from './stage.module.css';
import { ratesOf, useStageMedia } from './stage-media';

interface StageProps {
  readonly title: Pick<TitleCardFragment, 'id' | 'name' | 'posterUrl'>;
  /** Where its media is; null: a sample plays and its own time is simulated. */
  readonly mediaUrl: string | null;
  /** Length in seconds, for the simulation. */
  readonly seconds: number;
  /** Where to go on, in seconds. */
  readonly startAt: number;
  readonly covered: readonly Piece[];
  readonly next: Next | null;
  /** Gives the media to whoever follows it; the same function between draws. */
  onMedia(media: PlayerMedia | null): void;
}

/** The screen with everything on it. */
export function Stage({ title, mediaUrl, seconds, startAt, covered, next, onMedia }: StageProps) {
  const { t } = useWords();
  const stage = useRef<HTMLElement>(null);
  const video = useRef<HTMLVideoElement>(null);
  const isSimulated = mediaUrl === null;
  const rates = ratesOf(isSimulated);
  const media = useStageMedia(video, { simulatedSeconds: isSimulated ? seconds : null, startAt });
  const state = useMediaState(media);
  const pieces = usePlayedPieces(media, covered);
  const isSeen = useAutoHide(stage, !state.isPaused);
  const { isFull, full } = useFull(stage);
  useShortcutKeys({ media, rates, full });
  useEffect(() => {
    onMedia(media);
    return () => onMedia(null);
  }, [media, onMedia]);

  const press = ({ pointerType }: PointerEvent): void => {
    // A finger brings the controls; a mouse plays and stops.
    if (media && pointerType === 'mouse') toggle(media);
  };
  return (
    <section
      ref={stage}
      className={css.stage}
      style={DARK}
      aria-label={t('watch.player')}
      data-hidden={isSeen ? undefined : ''}
      data-simulated={isSimulated ? '' : undefined}
    >
      {isSimulated && <img className={css.glow} src={title.posterUrl} alt="" />}
      <video
        ref={video}
        className={css.video}
        src={mediaUrl ?? sample}
        muted={isSimulated}
        loop={isSimulated}
        playsInline
        preload="auto"
        aria-hidden={isSimulated}
        tabIndex={-1}
        onPointerUp={press}
        onDoubleClick={full}
      />
      <header className={css.top}>
        <p className={css.name}>{title.name}</p>
        {isSimulated && <span className={css.sample}>{t('watch.sample')}</span>}
      </header>
      {media && !state.hasFailed && <Middle media={media} isWaiting={state.isWaiting} isPaused={state.isPaused && !state.hasEnded} />}
      {state.hasFailed && (
        <div className={css.failed} role="alert">
          <p>{t('watch.failed')}</p>
          <Button
            onClick={() => {
              video.current?.load();
              if (media) toggle(media);
            }}
          >
            {t('state.retry')}
          </Button>
        </div>
      )}
      {media && state.hasEnded && <EndCard next={next} onAgain={() => void media.play()} />}
      {media && !state.hasFailed && !state.hasEnded && (
        <div className={css.foot}>
          <Resumed media={media} startAt={startAt} />
          <Controls media={media} state={state} covered={pieces} rates={rates} hasSound={!isSimulated} isFull={isFull} onFull={full} />
        </div>
      )}
    </section>
  );
}

interface MiddleProps {
  readonly media: PlayerMedia;
  readonly isWaiting: boolean;
  readonly isPaused: boolean;
}

function Middle({ media, isWaiting, isPaused }: MiddleProps) {
  const { t } = useWords();
  if (isWaiting && !isPaused) return <span className={css.waits} role="status" aria-label={t('watch.buffering')} />;
  if (!isPaused) return null;
  return (
    <button type="button" className={css.big} aria-label={t('watch.play')} onClick={() => toggle(media)}>
      <Play />
    </button>
  );
}
