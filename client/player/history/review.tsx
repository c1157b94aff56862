import { useState } from 'react';
import { Link } from 'wouter';
import type { HistoryImportCardFragment, RowFate } from '../generated/documents';
import { buttonLook } from '../parts/button';
import { useWords } from '../words/language';
import { Basket } from './basket';
import { Baskets } from './baskets';
import { firstBasket } from './fates';
import css from './review.module.css';

interface ReviewProps {
  readonly imported: HistoryImportCardFragment;
  readonly counts: NonNullable<HistoryImportCardFragment['counts']>;
}

/** What became of an import, and the ways on. */
export function Review({ imported, counts }: ReviewProps) {
  const { t } = useWords();
  const [fate, setFate] = useState<RowFate>(firstBasket(counts));
  return (
    <>
      <div className={css.result}>
        <p className={css.sum}>
          {t('history.placedOf', { placed: counts.placed, rows: counts.rows })}
          <span className={css.titles}>{t('history.titles', { count: counts.titles })}</span>
        </p>
        <nav className={css.on} aria-label={t('history.on')}>
          <Link href={`/insights?import=${imported.id}`} className={buttonLook('strong')}>
            {t('history.toInsights')}
          </Link>
          <Link href="/blend" className={buttonLook('plain')}>
            {t('history.toBlend')}
          </Link>
        </nav>
      </div>
      <Baskets counts={counts} fate={fate} onFate={setFate} />
      <Basket key={fate} importId={imported.id} fate={fate} />
    </>
  );
}
