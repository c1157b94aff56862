import type { CSSProperties } from 'react';
import { useWords } from '../words/language';
import css from './suits.module.css';

interface SuitsProps {
  readonly name: string;
  /** 0 to 1; null: nothing is known of their taste. */
  readonly value: number | null;
  readonly givesWay?: boolean;
}

/** How well something suits one member, as a bar with its number. */
export function Suits({ name, value, givesWay = false }: SuitsProps) {
  const { t } = useWords();
  const percent = Math.round((value ?? 0) * 100);
  const said = value === null ? t('blend.suits.unknown') : `${percent} %`;
  return (
    <div className={css.suits} data-gives-way={givesWay ? '' : undefined}>
      <span className={css.name} title={name}>
        {name}
      </span>
      {value !== null && <span className={css.bar} style={{ '--at': `${percent}%` } as CSSProperties} aria-hidden="true" />}
      <span className={css.said}>
        {said}
        {givesWay && <span className={css.way}> · {t('blend.givesWay')}</span>}
      </span>
    </div>
  );
}
