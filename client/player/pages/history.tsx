import { useCallback, useEffect } from 'react';
import { useLocation } from 'wouter';
import { DropZone } from '../history/drop-zone';
import { Imports } from '../history/imports';
import { OnTheWay } from '../history/on-the-way';
import css from '../history/page.module.css';
import { Sample } from '../history/sample';
import { useSending } from '../history/sending';
import { useWords } from '../words/language';

/** Where a viewing history from elsewhere is brought, and what was brought before. */
export default function HistoryPage() {
  const { t } = useWords();
  const [, go] = useLocation();
  const isSending = useSending() !== null;
  const show = useCallback((importId: string) => go(`/history/${importId}`), [go]);
  useEffect(() => {
    document.title = `${t('history.heading')} · ${t('app.name')}`;
  }, [t]);
  return (
    <div className={css.page}>
      <header className={css.head}>
        <h1>{t('history.heading')}</h1>
        <p className={css.what}>{t('history.what')}</p>
      </header>
      <OnTheWay onThere={show} />
      {!isSending && <DropZone />}
      {!isSending && <Sample onThere={show} />}
      <Imports />
    </div>
  );
}
