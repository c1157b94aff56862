import type { ReactNode } from 'react';
import { useWords } from '../words/language';
import { Button } from './button';
import { useOnline } from './online';
import css from './state.module.css';

/** Nothing to show yet: says why, and what to do. */
export function Empty({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  return (
    <div className={css.state}>
      <p className={css.title}>{title}</p>
      {children}
    </div>
  );
}

/** Something could not be loaded; offline it says that it comes by itself. */
export function Failed({ onRetry }: { readonly onRetry: () => void }) {
  const { t } = useWords();
  const online = useOnline();
  return (
    <div className={css.state} role="alert">
      <p className={css.title}>{t(online ? 'state.failed' : 'state.offline')}</p>
      {online && <Button onClick={onRetry}>{t('state.retry')}</Button>}
    </div>
  );
}

/** Grey shapes where content will stand, so that nothing jumps when it comes. */
export function Skeleton({ className = '' }: { readonly className?: string }) {
  return <div className={`${css.skeleton} ${className}`} aria-hidden="true" />;
}

/** Tells a screen reader that something loads. */
export function Loading({ children }: { readonly children: ReactNode }) {
  const { t } = useWords();
  return (
    <div aria-busy="true">
      <span className="unseen" role="status">
        {t('state.loading')}
      </span>
      {children}
    </div>
  );
}
