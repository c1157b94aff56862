import { Loading, Skeleton } from '../parts/state';
import keys from './mood-keys.module.css';
import css from './shelves.module.css';

const MOODS = 12;
const PLACES = 6;

/** Where moods, or what fits, will stand. */
export function MoodSkeleton({ look }: { readonly look: 'keys' | 'places' }) {
  const isKeys = look === 'keys';
  return (
    <Loading>
      <div className={isKeys ? keys.keys : css.places}>
        {[...Array(isKeys ? MOODS : PLACES).keys()].map((at) => (
          <Skeleton key={at} className={isKeys ? keys.bone : css.bone} />
        ))}
      </div>
    </Loading>
  );
}
