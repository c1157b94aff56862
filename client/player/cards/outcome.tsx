import { Link } from 'wouter';
import { useLiveList } from '../api/live-list';
import type { LiveListFragment, RecommendationsInput } from '../generated/documents';
import { CardSkeletons } from '../lists/skeletons';
import { TitleRow } from '../lists/title-row';
import { differenceOf } from '../me/difference';
import { Button, buttonLook } from '../parts/button';
import { Failed } from '../parts/state';
import { TitleCard } from '../titles/title-card';
import { useSay } from '../words/say';
import css from './cards.module.css';

interface OutcomeProps {
  readonly input: RecommendationsInput;
  /** The first places before the first answer; null: not known. */
  readonly before: LiveListFragment['items']['nodes'] | null;
  readonly most: number;
  /** Whether there was nothing more to ask. */
  readonly isOut: boolean;
  onMore(): void;
}

/** The list as it is now, live, and what the answers changed. */
export function Outcome({ input, before, most, isOut, onMore }: OutcomeProps) {
  const say = useSay();
  const { list, error, retry } = useLiveList(input, most);
  const places = list?.items.nodes ?? [];
  const change = before && list && differenceOf(before, places, '');
  const isNew = (id: string): boolean => change?.comes.some(({ title }) => title.id === id) ?? false;
  return (
    <section className={css.step}>
      {isOut && <p className={css.note}>{say.t('cards.none')}</p>}
      <div role="status">
        {change && (
          <p>
            {change.comes.length === 0 ? say.t('cards.same', { most }) : say.t('cards.changed', { count: change.comes.length, most })}{' '}
            {say.t('cards.list.live')}
          </p>
        )}
      </div>
      <TitleRow heading={say.t('home.recommended')}>
        {!list && error && (
          <li>
            <Failed onRetry={retry} />
          </li>
        )}
        {!list && !error && <CardSkeletons count={most} look="row" />}
        {places.map(({ title, rank, reasons }) => (
          <li key={title.id}>
            <TitleCard
              title={title}
              listed={list ? { recommendationId: list.recommendationId, rank } : undefined}
              reason={[isNew(title.id) && say.t('cards.new'), reasons[0] && say.reason(reasons[0])].filter(Boolean).join(' · ')}
            />
          </li>
        ))}
      </TitleRow>
      {change && change.leaves.length > 0 && (
        <p className={css.note}>{say.t('cards.left', { titles: change.leaves.map(({ title }) => title.name).join(', ') })}</p>
      )}
      <div className={css.ways}>
        <Link href="/" className={buttonLook('strong')}>
          {say.t('cards.home')}
        </Link>
        <Link href="/mood" className={buttonLook('plain')}>
          {say.t('cards.mood')}
        </Link>
        {!isOut && (
          <Button look="quiet" onClick={onMore}>
            {say.t('cards.more')}
          </Button>
        )}
      </div>
    </section>
  );
}
