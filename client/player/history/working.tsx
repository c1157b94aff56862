import type { HistoryImportCardFragment } from '../generated/documents';
import { Button } from '../parts/button';
import { useWords } from '../words/language';
import css from './on-the-way.module.css';
import { ProgressBar } from './progress-bar';

/** An import that a server works with; it goes on whether somebody looks or not. */
export function Working({ imported, onCancel }: { readonly imported: HistoryImportCardFragment; readonly onCancel: () => void }) {
  const { t } = useWords();
  return (
    <section className={css.card}>
      <ProgressBar label={t(`history.state.${imported.state}`)} fraction={imported.job?.progress ?? 0} />
      <p role="status" className={css.said}>
        {t('history.working')}
      </p>
      <Button className={css.way} onClick={onCancel}>
        {t('me.cancel')}
      </Button>
    </section>
  );
}
