import { useId } from 'react';
import { useSay } from '../words/say';
import { peakOf } from './scene-peak';
import css from './scenes.module.css';

interface ScenesProps {
  /** How often each hundredth of it was played. */
  readonly scenes: readonly number[];
  readonly seconds: number | null;
}

const HEIGHT = 40;

/** What people watch again, and where they leave. */
export function Scenes({ scenes, seconds }: ScenesProps) {
  const say = useSay();
  const id = useId();
  const most = Math.max(...scenes);
  if (seconds === null || most <= 0) return null;
  const at = (share: number): string => say.length({ seconds: Math.round(share * seconds), pages: null });
  return (
    <section className={css.scenes} aria-labelledby={id}>
      <h2 id={id}>{say.t('title.scenes')}</h2>
      <svg viewBox={`0 0 ${scenes.length * 4} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
        {scenes.map((plays, bin) => {
          const height = Math.max(1, (plays / most) * HEIGHT);
          // biome-ignore lint/suspicious/noArrayIndexKey: a bin is its place.
          return <rect key={bin} x={bin * 4} y={HEIGHT - height} width="3" height={height} data-most={plays === most} />;
        })}
      </svg>
      <p className={css.ends} aria-hidden="true">
        <span>{say.t('title.beginning')}</span>
        <span>{at(1)}</span>
      </p>
      <p className={css.said}>{say.t('title.mostWatched', { time: at(peakOf(scenes)) })}</p>
    </section>
  );
}
