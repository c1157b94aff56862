import { useId, useRef } from 'react';
import { Button } from '../parts/button';
import { useWords } from '../words/language';
import css from './drop-zone.module.css';
import { useDroppedFile } from './dropped-file';
import { HowTo } from './how-to';
import { sendHistory } from './sending';

const KINDS = '.csv,.zip,.tsv,.txt,text/csv,application/zip';

/** Where a file is dropped or chosen, with a word on where to get it. The whole page takes it: one that falls beside is not lost. */
export function DropZone() {
  const { t } = useWords();
  const id = useId();
  const isOver = useDroppedFile((file) => void sendHistory(file));
  const input = useRef<HTMLInputElement>(null);
  return (
    <section className={`${css.zone} ${isOver ? css.over : ''}`} aria-labelledby={id}>
      <h2 id={id}>{t('history.bring')}</h2>
      <p className={css.drop}>{t('history.drop')}</p>
      <Button look="strong" onClick={() => input.current?.click()}>
        {t('history.choose')}
      </Button>
      <input
        ref={input}
        type="file"
        accept={KINDS}
        hidden
        aria-label={t('history.choose')}
        onChange={({ target }) => {
          const file = target.files?.[0];
          // The same file may be chosen again after it failed.
          target.value = '';
          if (file) void sendHistory(file);
        }}
      />
      <HowTo />
    </section>
  );
}
