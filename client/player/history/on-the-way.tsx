import { useEffect } from 'react';
import { Button } from '../parts/button';
import { useWords } from '../words/language';
import css from './on-the-way.module.css';
import { ProgressBar } from './progress-bar';
import { dropSending, MOST_BYTES, useSending } from './sending';

const MB = 1_000_000;

/** The file that is being sent: how far it is, whether the line broke, and what can be done where it was not taken. */
export function OnTheWay({ onThere }: { readonly onThere: (importId: string) => void }) {
  const { t } = useWords();
  const sending = useSending();
  const importId = sending?.state === 'there' ? sending.importId : null;
  useEffect(() => {
    if (importId === null) return;
    dropSending();
    onThere(importId);
  }, [importId, onThere]);
  if (sending === null || sending.state === 'there') return <p className="unseen" role="status" />;
  if (sending.state === 'failed')
    return (
      <section className={css.card} role="alert">
        <h2 className={css.name}>{t('history.notTaken', { name: sending.name })}</h2>
        <p>{t(`history.fault.${sending.fault}`, { mb: MOST_BYTES / MB })}</p>
        <Button className={css.way} onClick={dropSending}>
          {t('people.dismiss')}
        </Button>
      </section>
    );
  const isWaiting = sending.state === 'waiting';
  const label = sending.fraction >= 1 ? t('history.arriving') : t('history.sending', { name: sending.name });
  return (
    <section className={css.card}>
      <ProgressBar label={label} fraction={sending.fraction} isStill={isWaiting} />
      <p role="status" className={css.said}>
        {isWaiting ? t('history.waiting') : t('history.leave')}
      </p>
      <Button className={css.way} onClick={dropSending}>
        {t('me.cancel')}
      </Button>
    </section>
  );
}
