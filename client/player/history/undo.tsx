import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { DeleteHistoryImportDocument, HistoryImportsDocument } from '../generated/documents';
import css from '../me/history.module.css';
import me from '../me/me.module.css';
import { Button } from '../parts/button';
import { Answers, Dialog } from '../parts/dialog';
import { useWords } from '../words/language';

interface UndoProps {
  readonly id: string;
  readonly name: string;
  readonly onGone: () => void;
  readonly onClose: () => void;
}

/** Takes a whole import out, once somebody has said so twice. */
export function Undo({ id, name, onGone, onClose }: UndoProps) {
  const { t } = useWords();
  const [remove, { loading }] = useMutation(DeleteHistoryImportDocument, { variables: { id }, refetchQueries: [HistoryImportsDocument] });
  const [hasFailed, setFailed] = useState(false);
  const go = async (): Promise<void> => {
    const isGone = await remove().then(
      // Gone already is gone too.
      ({ data }) => data?.deleteHistoryImport.deleted || data?.deleteHistoryImport.userErrors[0]?.code === 'NOT_FOUND',
      () => false,
    );
    if (isGone) onGone();
    else setFailed(true);
  };
  return (
    <Dialog heading={t('history.undo.sure', { name })} onClose={onClose}>
      <p className={me.why}>{t('history.undo.why')}</p>
      {hasFailed && <p role="alert">{t('people.fault.failed')}</p>}
      <Answers>
        <Button onClick={onClose}>{t('me.cancel')}</Button>
        <Button className={css.danger} disabled={loading} onClick={() => void go()}>
          {t('history.undo')}
        </Button>
      </Answers>
    </Dialog>
  );
}
