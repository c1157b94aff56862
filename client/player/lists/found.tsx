import { useState } from 'react';
import type { SearchQuery } from '../generated/documents';
import { Button } from '../parts/button';
import { TitleCard } from '../titles/title-card';
import { useWords } from '../words/language';
import css from './found.module.css';
import { PopularInstead } from './popular-instead';
import { CardSkeletons } from './skeletons';

interface FoundProps {
  /** null: on their way. */
  readonly titles: SearchQuery['titles'] | null;
  /** What was asked for; empty: everything there is. */
  readonly words: string;
  /** Whether these still answer the question before. */
  readonly isOld: boolean;
  /** Brings the page after this cursor. */
  readonly more: (after: string) => Promise<void>;
}

/** What a search found, with more on demand. */
export function Found({ titles, words, isOld, more }: FoundProps) {
  const { t } = useWords();
  if (titles === null)
    return (
      <ul className={css.grid}>
        <CardSkeletons count={18} look="grid" />
      </ul>
    );
  if (titles.nodes.length === 0) return <PopularInstead words={words} />;
  const count = titles.nodes.length;
  const { hasNextPage, endCursor } = titles.pageInfo;
  return (
    <>
      <p className="unseen" role="status">
        {!isOld && t(hasNextPage ? 'search.shown' : 'search.found', { count })}
      </p>
      <ul className={`${css.grid} ${isOld ? css.old : ''}`} aria-busy={isOld}>
        {titles.nodes.map((title) => (
          <li key={title.id}>
            <TitleCard title={title} look="grid" />
          </li>
        ))}
      </ul>
      <div className={css.end}>
        {hasNextPage && endCursor ? <More onMore={() => more(endCursor)} /> : <p>{t('search.found', { count })}</p>}
      </div>
    </>
  );
}

function More({ onMore }: { readonly onMore: () => Promise<void> }) {
  const { t } = useWords();
  const [state, setState] = useState<'still' | 'busy' | 'failed'>('still');
  const bring = async (): Promise<void> => {
    setState('busy');
    await onMore().then(
      () => setState('still'),
      () => setState('failed'),
    );
  };
  return (
    <>
      {state === 'failed' && <p role="alert">{t('state.failed')}</p>}
      <Button disabled={state === 'busy'} onClick={() => void bring()}>
        {t(state === 'busy' ? 'state.loading' : 'list.more')}
      </Button>
    </>
  );
}
