import { useEffect, useState } from 'react';
import { Link, useLocation, useParams } from 'wouter';
import { useOwner } from '../account/owner';
import { isAtWork, useImport } from '../history/import';
import { saidOf, useImportWords } from '../history/import-words';
import css from '../history/page.module.css';
import { Question } from '../history/question';
import { Review } from '../history/review';
import { Undo } from '../history/undo';
import { Working } from '../history/working';
import { When } from '../me/when';
import { Button, buttonLook } from '../parts/button';
import { Empty, Failed, Loading, Skeleton } from '../parts/state';
import { useWords } from '../words/language';

/** One import: how far it is, what it asks, and what became of every row. */
export default function HistoryImportPage() {
  const { id = '' } = useParams();
  const owner = useOwner();
  // Another person sees nothing under the same address.
  return <Shown key={`${owner} ${id}`} id={id} />;
}

function Shown({ id }: { readonly id: string }) {
  const { t } = useWords();
  const [, go] = useLocation();
  const { nameOf } = useImportWords();
  const { imported, error, isGone, retry } = useImport(id);
  const [isUndoing, setUndoing] = useState(false);
  const name = imported === null ? t('history.heading') : nameOf(imported);
  useEffect(() => {
    document.title = `${name} · ${t('app.name')}`;
  }, [name, t]);
  if (isGone)
    return (
      <Empty title={t('history.missing')}>
        <Link href="/history" className={buttonLook('strong')}>
          {t('history.all')}
        </Link>
      </Empty>
    );
  if (imported === null && error) return <Failed onRetry={retry} />;
  if (imported === null)
    return (
      <Loading>
        <div className={css.page}>
          <Skeleton className={css.bone} />
        </div>
      </Loading>
    );
  const { state, counts } = imported;
  // A job that was stopped, or that failed in a way that nobody foresaw, leaves its import where it was.
  const isBroken = state === 'FAILED' || ((state === 'READING' || state === 'PLACING') && !isAtWork(imported));
  const facts = [imported.profile, imported.format && t(`history.format.${imported.format}`)].filter(Boolean);
  return (
    <div className={css.page}>
      <header className={css.head}>
        <Link href="/history" className={css.back}>
          {t('history.all')}
        </Link>
        <h1>{name}</h1>
        <p className={css.facts}>
          {facts.map((fact) => `${fact} · `)}
          <When at={imported.createdAt} timeZone={null} />
        </p>
      </header>
      {isAtWork(imported) && <Working imported={imported} onCancel={() => setUndoing(true)} />}
      {state === 'ASKING' && <Question imported={imported} onFailed={retry} />}
      {isBroken && (
        <section className={css.failed} role="alert">
          <h2>{t('history.failed')}</h2>
          <p>{imported.error === null ? t('history.failed.why') : saidOf('error', imported.error)}</p>
          <Link href="/history" className={buttonLook('strong')}>
            {t('history.again')}
          </Link>
        </section>
      )}
      {state === 'DONE' && counts && <Review imported={imported} counts={counts} />}
      <Button look="quiet" className={css.undo} onClick={() => setUndoing(true)}>
        {t('history.undo')}
      </Button>
      {isUndoing && <Undo id={id} name={name} onGone={() => go('/history')} onClose={() => setUndoing(false)} />}
    </div>
  );
}
