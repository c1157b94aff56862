import type { ReactNode } from 'react';
import { Play } from '../parts/icon';
import { useWords } from '../words/language';
import { clockText } from './clock-text';
import css from './controls.module.css';
import type { Piece } from './covered';
import { Bars, Corners, Speaker, Ten } from './icons';
import type { PlayerMedia } from './media';
import type { MediaState } from './media-state';
import { SeekBar } from './seek-bar';
import { moveBy, toggle } from './shortcuts';
import { SpeedMenu } from './speed-menu';

const STEP_SECONDS = 10;

interface ControlsProps {
  readonly media: PlayerMedia;
  readonly state: MediaState;
  readonly covered: readonly Piece[];
  readonly rates: readonly number[];
  readonly hasSound: boolean;
  readonly isFull: boolean;
  onFull(): void;
}

/** The line of controls at the foot of the stage. */
export function Controls({ media, state, covered, rates, hasSound, isFull, onFull }: ControlsProps) {
  const { t } = useWords();
  const seek = (seconds: number): void => {
    media.currentTime = seconds;
  };
  return (
    <div className={css.controls}>
      <SeekBar at={state.at} length={state.length} covered={covered} onSeek={seek} />
      <div className={css.line}>
        <Control name={t(state.isPaused ? 'watch.play' : 'watch.pause')} onPress={() => toggle(media)}>
          {state.isPaused ? <Play /> : <Bars />}
        </Control>
        <Control name={t('watch.back')} onPress={() => moveBy(media, -STEP_SECONDS)}>
          <Ten />
        </Control>
        <Control name={t('watch.forward')} onPress={() => moveBy(media, STEP_SECONDS)}>
          <Ten isForward />
        </Control>
        {hasSound && <Volume media={media} state={state} />}
        <span className={css.time}>
          {clockText(state.at)}
          <span className={css.length}> / {clockText(state.length)}</span>
        </span>
        <SpeedMenu
          rate={state.rate}
          rates={rates}
          onRate={(rate) => {
            media.playbackRate = rate;
          }}
        />
        <Control name={t(isFull ? 'watch.notFull' : 'watch.full')} onPress={onFull}>
          <Corners isIn={isFull} />
        </Control>
      </div>
    </div>
  );
}

function Volume({ media, state }: Pick<ControlsProps, 'media' | 'state'>) {
  const { t } = useWords();
  const isSilent = state.isMuted || state.volume === 0;
  return (
    <span className={css.sound} data-own-keys>
      <Control
        name={t(isSilent ? 'watch.unmute' : 'watch.mute')}
        onPress={() => {
          media.muted = !media.muted;
        }}
      >
        <Speaker isMuted={isSilent} />
      </Control>
      <input
        type="range"
        className={css.volume}
        min={0}
        max={1}
        step={0.05}
        value={isSilent ? 0 : state.volume}
        aria-label={t('watch.volume')}
        onChange={({ target }) => {
          media.volume = target.valueAsNumber;
          media.muted = target.valueAsNumber === 0;
        }}
      />
    </span>
  );
}

interface ControlProps {
  readonly name: string;
  readonly children: ReactNode;
  onPress(): void;
}

function Control({ name, onPress, children }: ControlProps) {
  return (
    <button type="button" className={css.control} aria-label={name} title={name} onClick={onPress}>
      {children}
    </button>
  );
}
