import { type CSSProperties, type PointerEvent, useState } from 'react';
import { useWords } from '../words/language';
import { clockText } from './clock-text';
import type { Piece } from './covered';
import css from './seek-bar.module.css';

interface SeekBarProps {
  /** Seconds. */
  readonly at: number;
  /** Seconds. */
  readonly length: number;
  /** What was covered before and in this visit. */
  readonly covered: readonly Piece[];
  onSeek(seconds: number): void;
}

/** Where it stands and what was covered; dragged, it moves the media when it is let go. */
export function SeekBar({ at, length, covered, onSeek }: SeekBarProps) {
  const { t } = useWords();
  const [dragged, setDragged] = useState<number | null>(null);
  const [isHeld, setHeld] = useState(false);
  const [pointed, setPointed] = useState<number | null>(null);
  const shown = dragged ?? at;
  const part = (seconds: number): string => `${length > 0 ? Math.min(100, (seconds / length) * 100) : 0}%`;
  const point = ({ clientX, currentTarget, pointerType }: PointerEvent<HTMLElement>): void => {
    const { left, width } = currentTarget.getBoundingClientRect();
    setPointed(pointerType === 'mouse' || isHeld ? Math.min(1, Math.max(0, (clientX - left) / width)) : null);
  };
  const drop = (): void => {
    setHeld(false);
    if (dragged !== null) onSeek(dragged);
    setDragged(null);
  };
  return (
    <div className={css.bar} style={{ '--at': part(shown) } as CSSProperties} onPointerMove={point} onPointerLeave={() => setPointed(null)}>
      <div className={css.track} aria-hidden="true">
        {covered.map(({ fromSeconds, toSeconds }) => (
          <span
            key={fromSeconds}
            className={css.covered}
            style={{ insetInlineStart: part(fromSeconds), inlineSize: part(toSeconds - fromSeconds) }}
          />
        ))}
        <span className={css.played} />
      </div>
      <input
        type="range"
        className={css.input}
        min={0}
        max={Math.max(1, length)}
        step="any"
        value={shown}
        disabled={length === 0}
        aria-label={t('watch.position')}
        aria-valuetext={t('watch.at', { at: clockText(shown), length: clockText(length) })}
        onPointerDown={() => setHeld(true)}
        onPointerUp={drop}
        onPointerCancel={drop}
        onChange={({ target }) => (isHeld ? setDragged(target.valueAsNumber) : onSeek(target.valueAsNumber))}
      />
      {pointed !== null && length > 0 && (
        <span className={css.pointed} style={{ insetInlineStart: `clamp(28px, ${pointed * 100}%, calc(100% - 28px))` }} aria-hidden="true">
          {clockText(pointed * length)}
        </span>
      )}
    </div>
  );
}
