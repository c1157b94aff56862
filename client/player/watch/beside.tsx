import { useMemo } from 'react';
import type { RecommendationsInput, WatchPageQuery } from '../generated/documents';
import { LiveList, SideShelf } from '../lists/live-list';
import { TitleCard } from '../titles/title-card';
import { useSay } from '../words/say';
import type { PlayerMedia } from './media';
import { SceneShelf } from './scene-shelf';
import css from './watch.module.css';

export const BESIDE_COUNT = 8;

/** What the list beside the player holds: everything but what plays. The same object for the same title. */
export function useBesideInput(titleId: string): RecommendationsInput {
  return useMemo(() => ({ placement: 'side-list', excludeTitleIds: [titleId] }), [titleId]);
}

interface BesideProps {
  readonly title: NonNullable<WatchPageQuery['title']>;
  /** What plays; null while nothing does. */
  readonly media: PlayerMedia | null;
}

/** What one could watch next: lists that move while one watches, the one by the scene among them, and the shelf that the title stands on. */
export function Beside({ title, media }: BesideProps) {
  const { t } = useSay();
  const input = useBesideInput(title.id);
  return (
    <aside className={css.beside} aria-label={t('watch.beside')}>
      <LiveList heading={t('watch.forYou')} input={input} first={BESIDE_COUNT} look="side" />
      <SceneShelf key={title.id} title={title} media={media} />
      {title.sideList.length > 0 && (
        <SideShelf heading={t('watch.shelf')}>
          {title.sideList.map((each) => (
            <li key={each.id}>
              <TitleCard title={each} look="side" />
            </li>
          ))}
        </SideShelf>
      )}
    </aside>
  );
}
