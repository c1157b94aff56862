import { CardSkeletons } from '../lists/skeletons';
import { Loading, Skeleton } from '../parts/state';
import css from './watch.module.css';

/** The page in the sizes that it will have. */
export function WatchSkeleton() {
  return (
    <Loading>
      <div className={css.page}>
        <div className={css.main}>
          <div className={css.screen}>
            <Skeleton className={css.dark} />
          </div>
          <Skeleton className={css.nameBone} />
          <Skeleton className={css.factsBone} />
        </div>
        <ul className={css.bones}>
          <CardSkeletons count={8} look="side" />
        </ul>
      </div>
    </Loading>
  );
}
