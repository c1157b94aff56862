import { type CSSProperties, useId } from 'react';
import genres from '../me/genres.module.css';
import search from '../pages/search.module.css';
import { useSay } from '../words/say';
import css from './limits.module.css';
import { EVENING, minutesAt, PRESETS, STEPS, stepOf } from './time-steps';

interface TimeProps {
  /** Null: no limit. */
  readonly minutes: number | null;
  onMinutes(minutes: number | null): void;
}

/** How much time there is: a slider whose end is no limit, and a key for each of the usual times. */
export function Time({ minutes, onMinutes }: TimeProps) {
  const say = useSay();
  const id = useId();
  const lengthOf = (each: number): string => say.length({ seconds: each * 60, pages: null });
  const said = minutes === null ? say.t('mood.time.none') : lengthOf(minutes);
  const step = stepOf(minutes);
  const keys = [
    ...PRESETS.map((each) => ({ value: each, label: lengthOf(each) })),
    { value: EVENING, label: say.t('mood.time.evening') },
    { value: null, label: say.t('mood.time.none') },
  ];
  return (
    <div className={css.part}>
      <div className={`${genres.slider} ${css.slider}`} data-set={minutes === null ? undefined : ''}>
        <label htmlFor={id}>{say.t('mood.time')}</label>
        <span className={genres.said} aria-hidden="true">
          {said}
        </span>
        <input
          id={id}
          type="range"
          min={0}
          max={STEPS.length}
          value={step}
          aria-valuetext={said}
          style={{ '--at': `${(step / STEPS.length) * 100}%` } as CSSProperties}
          onChange={({ target }) => onMinutes(minutesAt(target.valueAsNumber))}
        />
      </div>
      <div className={css.chips}>
        {keys.map(({ value, label }) => (
          <button key={value} type="button" className={search.kind} aria-pressed={value === minutes} onClick={() => onMinutes(value)}>
            {label}
          </button>
        ))}
      </div>
    </div>
  );
}
