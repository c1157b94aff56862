import { useAutoAnimate } from '@formkit/auto-animate/react';
import { type FocusEvent, useRef } from 'react';
import type { LiveStatus } from '../../sdk/index';
import type { LiveBlendFragment } from '../generated/documents';
import { useCalm } from '../lists/calm';
import { Live } from '../lists/live';
import { Button } from '../parts/button';
import { useOnline } from '../parts/online';
import { Empty } from '../parts/state';
import { useWords } from '../words/language';
import type { Vote } from './ballot-box';
import css from './list.module.css';
import { Place } from './place';

type PlaceOf = LiveBlendFragment['titles'][number];

interface ListProps {
  readonly blend: LiveBlendFragment;
  readonly status: LiveStatus;
  readonly hasUnsent: boolean;
  readonly isRefused: boolean;
  /** Whether there may be more than are shown. */
  readonly hasMore: boolean;
  onMore(): void;
  onVote(titleId: string, vote: Vote): void;
  onLift(): void;
}

const MOTION = { duration: 160 };
const keyOf = ({ title }: PlaceOf): string => title.id;

/** The list of a blend. Votes show at once; its order never changes under a pointer or focus: then it says what waits. */
export function List({ blend, status, hasUnsent, isRefused, hasMore, onMore, onVote, onLift }: ListProps) {
  const { t } = useWords();
  const online = useOnline();
  const calm = useCalm(blend.titles, keyOf);
  const [moved] = useAutoAnimate<HTMLOListElement>(MOTION);
  const heading = useRef<HTMLHeadingElement>(null);
  // A press leaves the focus on its button: only who goes by keys is in the list as long as that.
  const enter = ({ target }: FocusEvent<HTMLElement>): void => {
    if (target.matches(':focus-visible')) calm.hold.onFocus();
  };
  const now = new Map(blend.titles.map((place) => [place.title.id, place]));
  const shown = calm.shown.flatMap(({ title }) => now.get(title.id) ?? []);
  const vote = (titleId: string, next: Vote): void => {
    // What is vetoed goes away with its buttons: whoever pressed one by key stays in the list. Who goes by mouse does not: focus would hold it still.
    if (next === 'VETO' && document.activeElement?.matches(':focus-visible')) heading.current?.focus({ preventScroll: true });
    onVote(titleId, next);
  };
  return (
    <section className={css.list} aria-labelledby="blend-list" {...calm.hold} onFocus={enter}>
      <header className={css.head}>
        <h2 id="blend-list" ref={heading} tabIndex={-1}>
          {t(blend.members.length < 2 ? 'blend.list.own' : 'blend.list')}
        </h2>
        <Live status={status} calm={calm} cause="" />
      </header>
      <p role="status" className={css.note}>
        {hasUnsent && (!online || status === 'waiting') && t('blend.unsent')}
      </p>
      <p role="alert" className={css.fault}>
        {isRefused && t('blend.refused')}
      </p>
      {blend.titles.length === 0 && (
        <Empty title={t('blend.list.empty')}>
          <Button onClick={onLift}>{t('blend.list.lift')}</Button>
        </Empty>
      )}
      <ol ref={moved}>
        {shown.map((place, at) => (
          <li key={place.title.id}>
            <Place place={place} rank={at + 1} members={blend.members} votes={blend.votes} onVote={vote} />
          </li>
        ))}
      </ol>
      {hasMore && (
        <Button className={css.more} onClick={onMore}>
          {t('list.more')}
        </Button>
      )}
    </section>
  );
}
