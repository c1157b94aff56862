import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { DeleteHistoryImportDocument } from '../generated/documents';
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
  const [remove, { loading, client }] = useMutation(DeleteHistoryImportDocument, { variables: { id } });
  const [hasFailed, setFailed] = useState(false);
  const go = async (): Promise<void> => {
    const isGone = await remove().then(
      // Gone already is gone too.
      ({ data }) => data?.deleteHistoryImport.deleted || data?.deleteHistoryImport.userErrors[0]?.code === 'NOT_FOUND',
      () => false,
    );
    if (!isGone) return setFailed(true);
    onGone();
    // Lists that were read before do not show it for a moment longer.
    client.cache.evict({ id: client.cache.identify({ __typename: 'HistoryImport', id }) });
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
