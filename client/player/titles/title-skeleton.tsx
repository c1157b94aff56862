import css from '../pages/title.module.css';
import { Loading, Skeleton } from '../parts/state';
import own from './title-skeleton.module.css';

/** A title's page before it is known. */
export function TitleSkeleton() {
  return (
    <Loading>
      <div className={css.top}>
        <div className={css.poster}>
          <Skeleton className={own.poster} />
        </div>
        <div className={css.words}>
          <Skeleton className={own.name} />
          <Skeleton className={own.line} />
          <Skeleton className={own.deeds} />
          <Skeleton className={own.text} />
        </div>
      </div>
    </Loading>
  );
}
