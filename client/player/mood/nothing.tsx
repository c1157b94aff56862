import { Button } from '../parts/button';
import { Empty } from '../parts/state';
import { useWords } from '../words/language';
import type { Limit } from './choice';
import css from './shelves.module.css';

interface NothingProps {
  readonly limits: readonly Limit[];
  /** Whether others were shown before. */
  readonly isMore: boolean;
  onLoosen(limit: Limit): void;
}

/** Nothing fits: says which limits there are, and lets go of one at a press. */
export function Nothing({ limits, isMore, onLoosen }: NothingProps) {
  const { t } = useWords();
  return (
    <Empty title={t(isMore ? 'mood.nothing.more' : 'mood.nothing')}>
      {limits.length > 0 && <p>{t('mood.nothing.why')}</p>}
      {limits.length === 0 && !isMore && <p>{t('mood.nothing.catalogue')}</p>}
      <div className={css.ways}>
        {limits.map((limit) => (
          <Button key={limit} onClick={() => onLoosen(limit)}>
            {t(`mood.loosen.${limit}`)}
          </Button>
        ))}
      </div>
    </Empty>
  );
}
