import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { SampleHistoryDocument } from '../generated/documents';
import { Button } from '../parts/button';
import { useWords } from '../words/language';
import css from './sample.module.css';

/** Twenty titles drawn at random for whoever has no file at hand. */
export function Sample({ onThere }: { readonly onThere: (importId: string) => void }) {
  const { t } = useWords();
  const [draw, { loading }] = useMutation(SampleHistoryDocument);
  const [fault, setFault] = useState('');
  const go = async (): Promise<void> => {
    const drawn = await draw().then(
      ({ data }) => data?.sampleHistory,
      () => undefined,
    );
    if (drawn?.historyImport) return onThere(drawn.historyImport.id);
    setFault(t(drawn?.userErrors[0]?.code === 'CONFLICT' ? 'history.sample.conflict' : 'people.fault.failed'));
  };
  return (
    <div className={css.sample}>
      <p className={css.why}>{t('history.sample.why')}</p>
      <Button disabled={loading} onClick={() => void go()}>
        {t('history.sample')}
      </Button>
      <p role="alert" className={css.fault}>
        {fault}
      </p>
    </div>
  );
}
