import { useEffect, useState } from 'react';
import type { TitleCardFragment } from '../generated/documents';
import { Button } from '../parts/button';
import { Poster } from '../titles/poster';
import { useWords } from '../words/language';
import css from './end-card.module.css';
import { Anew } from './icons';
import { isStill } from './still';

/** What comes after a title. */
export interface Next {
  readonly title: Pick<TitleCardFragment, 'id' | 'kind' | 'name' | 'posterUrl'>;
  readonly isEpisode: boolean;
  /** Opens it, as having come from here. */
  open(): void;
}

const WAIT_SECONDS = 8;

interface EndCardProps {
  readonly next: Next | null;
  onAgain(): void;
}

/** The end: what comes next begins by itself after some seconds, unless one stays, or asked for no motion. */
export function EndCard({ next, onAgain }: EndCardProps) {
  const { t } = useWords();
  const [left, setLeft] = useState(() => (isStill() ? null : WAIT_SECONDS));
  const isCounting = next !== null && left !== null;
  useEffect(() => {
    if (!isCounting) return;
    const timer = setInterval(() => setLeft((seconds) => (seconds === null ? null : seconds - 1)), 1_000);
    return () => clearInterval(timer);
  }, [isCounting]);
  useEffect(() => {
    if (left !== null && left <= 0) next?.open();
  }, [left, next]);
  useEffect(() => {
    const stay = ({ key }: KeyboardEvent): void => {
      if (key === 'Escape') setLeft(null);
    };
    addEventListener('keydown', stay);
    return () => removeEventListener('keydown', stay);
  }, []);
  return (
    <section className={css.end} aria-label={t('watch.ended')}>
      {next && (
        <div className={css.next}>
          <div className={css.picture}>
            <Poster title={next.title} isFirst />
          </div>
          <div className={css.words}>
            <p className={css.kind}>{t(next.isEpisode ? 'watch.next.episode' : 'watch.next.title')}</p>
            <p className={css.name}>{next.title.name}</p>
            {isCounting && <p className={css.kind}>{t('watch.next.in', { seconds: Math.max(0, left) })}</p>}
          </div>
        </div>
      )}
      <div className={css.ways}>
        {next && (
          <Button look="strong" onClick={next.open}>
            {t('watch.next.now')}
          </Button>
        )}
        {isCounting && <Button onClick={() => setLeft(null)}>{t('watch.next.stop')}</Button>}
        <Button look={next ? 'quiet' : 'strong'} onClick={onAgain}>
          <Anew />
          {t('watch.again')}
        </Button>
      </div>
    </section>
  );
}
