import { useWords } from '../words/language';
import css from './how-to.module.css';

const VIEWING_ACTIVITY = 'https://www.netflix.com/viewingactivity';
const ACCOUNT_EXPORT = 'https://www.netflix.com/account/getmyinfo';

/** Where Netflix gives a history out: the short list at once, the full one after some days. */
export function HowTo() {
  const { t } = useWords();
  return (
    <details className={css.how}>
      <summary>{t('history.how')}</summary>
      <div className={css.ways}>
        <div className={css.way}>
          <h3>{t('history.how.short')}</h3>
          <p>{t('history.how.short.steps')}</p>
          <a href={VIEWING_ACTIVITY} target="_blank" rel="noreferrer">
            {t('history.how.short.link')}
          </a>
        </div>
        <div className={css.way}>
          <h3>{t('history.how.full')}</h3>
          <p>{t('history.how.full.steps')}</p>
          <a href={ACCOUNT_EXPORT} target="_blank" rel="noreferrer">
            {t('history.how.full.link')}
          </a>
        </div>
        <p className={css.kept}>{t('history.how.kept')}</p>
      </div>
    </details>
  );
}
