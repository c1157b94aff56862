import { useId } from 'react';
import { useWords } from '../words/language';
import css from './progress-bar.module.css';

interface ProgressBarProps {
  readonly label: string;
  /** 0 to 1. */
  readonly fraction: number;
  /** Whether nothing moves for now. */
  readonly isStill?: boolean;
}

/** How far something is, in words and as a bar. */
export function ProgressBar({ label, fraction, isStill = false }: ProgressBarProps) {
  const { language } = useWords();
  const id = useId();
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 }).format(fraction);
  return (
    <div className={css.progress} data-still={isStill}>
      <span id={id} className={css.label}>
        {label}
      </span>
      <span className={css.percent}>{percent}</span>
      <progress className={css.bar} aria-labelledby={id} max={1} value={fraction} />
    </div>
  );
}
