import { Skeleton } from '../parts/state';
import { useWords } from '../words/language';
import css from './skeletons.module.css';

/** Where cards will stand, each in an `<li>`, in the size that they will have. */
export function CardSkeletons({ count, look }: { readonly count: number; readonly look: 'row' | 'side' | 'grid' }) {
  const { t } = useWords();
  return [...Array(count).keys()].map((at) => (
    <li key={at} className={css[look]} aria-busy="true">
      {at === 0 && (
        <span className="unseen" role="status">
          {t('state.loading')}
        </span>
      )}
      <Skeleton className={css.picture} />
      <div className={css.words}>
        <Skeleton className={css.name} />
        <Skeleton className={css.facts} />
        {look !== 'grid' && <Skeleton className={css.reason} />}
      </div>
    </li>
  ));
}
