import { Loading, Skeleton } from '../parts/state';
import css from './blend.module.css';

/** A blend that is still to come. */
export function BlendSkeleton() {
  return (
    <Loading>
      <div className={css.page}>
        <Skeleton className={css.name} />
        <div className={css.who}>
          <Skeleton className={css.tall} />
        </div>
        <div className={css.main}>
          {[...Array(5).keys()].map((at) => (
            <Skeleton key={at} className={css.bone} />
          ))}
        </div>
      </div>
    </Loading>
  );
}
