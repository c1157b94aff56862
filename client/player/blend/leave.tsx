import { useState } from 'react';
import history from '../me/history.module.css';
import me from '../me/me.module.css';
import { Button } from '../parts/button';
import { Answers, Dialog } from '../parts/dialog';
import { useWords } from '../words/language';

interface LeaveProps {
  readonly isLast: boolean;
  /** Answers whether one is out. */
  onLeave(): Promise<boolean>;
}

/** The way out of a blend, asked for twice. */
export function Leave({ isLast, onLeave }: LeaveProps) {
  const { t } = useWords();
  const [isAsking, setAsking] = useState(false);
  const [hasFailed, setFailed] = useState(false);
  const leave = async (): Promise<void> => {
    setFailed(false);
    if (!(await onLeave())) setFailed(true);
  };
  return (
    <>
      <Button look="quiet" className={`${me.start} ${me.leave} ${history.danger}`} onClick={() => setAsking(true)}>
        {t('blend.leave')}
      </Button>
      {isAsking && (
        <Dialog heading={t('blend.leave.sure')} onClose={() => setAsking(false)}>
          <p className={me.why}>{t(isLast ? 'blend.leave.last' : 'blend.leave.why')}</p>
          <p role="alert">{hasFailed && t('blend.failed')}</p>
          <Answers>
            <Button onClick={() => setAsking(false)}>{t('me.cancel')}</Button>
            <Button className={history.danger} onClick={() => void leave()}>
              {t('blend.leave')}
            </Button>
          </Answers>
        </Dialog>
      )}
    </>
  );
}
