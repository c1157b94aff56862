import type { MouseEvent } from 'react';
import { useWords } from '../words/language';
import type { Calm } from './calm';
import css from './live.module.css';

interface LiveProps {
  readonly status: 'connecting' | 'live' | 'waiting' | 'refused';
  readonly calm: Pick<Calm<unknown>, 'news' | 'waits' | 'show'>;
  /** Why the list is another one now; empty: nothing happened yet. */
  readonly cause: string;
}

/** Says whether a list is live, what waits to be shown, and why it moved. */
export function Live({ status, calm, cause }: LiveProps) {
  const { t } = useWords();
  const isLive = status === 'live';
  const isOff = status === 'waiting' || status === 'refused';
  const show = ({ currentTarget }: MouseEvent<HTMLElement>): void => {
    // The button goes away: whoever pressed it by key stays where they are.
    currentTarget.closest('section')?.querySelector('h2')?.focus({ preventScroll: true });
    calm.show();
  };
  return (
    <span className={css.live} role="status">
      {isLive && <span className={css.on}>{t('list.live')}</span>}
      {isOff && <span className={css.off}>{t('list.waiting')}</span>}
      {calm.waits && (
        <button type="button" className={css.news} onClick={show}>
          {calm.news > 0 ? t('list.news', { count: calm.news }) : t('list.moved')}
        </button>
      )}
      {!calm.waits && cause && <span className={css.cause}>{cause}</span>}
    </span>
  );
}
