import { useEffect } from 'react';
import { useWords } from '../words/language';
import { tellTakenOver, useTakenOver } from './taken-over';
import css from './taken-over-notice.module.css';

const SHOWN_MS = 10_000;

/** Says after signing in that nothing of the time before was lost. */
export function TakenOverNotice() {
  const { t } = useWords();
  const isTold = useTakenOver();
  useEffect(() => {
    if (!isTold) return;
    const timer = setTimeout(() => tellTakenOver(false), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [isTold]);
  return (
    <div role="status">
      {isTold && (
        <p className={css.notice}>
          {t('people.nowYours')}
          <button type="button" className={css.close} onClick={() => tellTakenOver(false)}>
            {t('people.dismiss')}
          </button>
        </p>
      )}
    </div>
  );
}
