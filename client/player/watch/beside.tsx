import { useMemo } from 'react';
import type { RecommendationsInput, WatchPageQuery } from '../generated/documents';
import { LiveList, SideShelf } from '../lists/live-list';
import { TitleCard } from '../titles/title-card';
import { useSay } from '../words/say';
import css from './watch.module.css';

export const BESIDE_COUNT = 8;

/** What the list beside the player holds: everything but what plays. The same object for the same title. */
export function useBesideInput(titleId: string): RecommendationsInput {
  return useMemo(() => ({ placement: 'side-list', excludeTitleIds: [titleId] }), [titleId]);
}

/** What one could watch next: a list that moves while one watches, and the shelf that the title stands on. */
export function Beside({ title }: { readonly title: NonNullable<WatchPageQuery['title']> }) {
  const { t } = useSay();
  const input = useBesideInput(title.id);
  return (
    <aside className={css.beside} aria-label={t('watch.beside')}>
      <LiveList heading={t('watch.forYou')} input={input} first={BESIDE_COUNT} look="side" />
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
