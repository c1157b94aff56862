import { Link } from 'wouter';
import { buttonLook } from '../parts/button';
import { useWords } from '../words/language';
import css from './newcomer.module.css';

/** What somebody without a past is offered above their lists: cards, and lists by mood and time. */
export function Newcomer() {
  const { t } = useWords();
  return (
    <aside className={css.newcomer} aria-label={t('cards.begin')}>
      <p>{t('cards.newcomer')}</p>
      <span className={css.ways}>
        <Link href="/cards" className={buttonLook('strong')}>
          {t('cards.begin')}
        </Link>
        <Link href="/mood" className={buttonLook('plain')}>
          {t('cards.mood')}
        </Link>
      </span>
    </aside>
  );
}
