import { useEffect, useRef } from 'react';
import { Link } from 'wouter';
import { kinograph } from '../api/kinograph';
import type { TitleCardFragment } from '../generated/documents';
import { type CameFrom, opened } from '../tracking/came-from';
import { useSay } from '../words/say';
import { Poster } from './poster';
import css from './title-card.module.css';

interface TitleCardProps {
  readonly title: TitleCardFragment;
  /** Why it stands here, or what else is to be said, in the reader's language. */
  readonly reason?: string | undefined;
  /** The list that it stands in, where it is one of recommendations. */
  readonly listed?: CameFrom | undefined;
  /** How much of it was covered, 0 to 1. */
  readonly progress?: number | null | undefined;
  /** `row`: in a row that scrolls; `side`: beside the player; `grid`: as wide as its cell. */
  readonly look?: 'row' | 'side' | 'grid';
  /** Whether it leads to its page or starts; beside the player it starts. */
  readonly leads?: 'title' | 'watch';
  /** Whether the heading above says already what it is. */
  readonly isKindSaid?: boolean;
}

/** A title that can be opened; counts as shown when it was seen. */
export function TitleCard(props: TitleCardProps) {
  const { title, reason, listed, progress, look = 'row', leads = look === 'side' ? 'watch' : 'title', isKindSaid = false } = props;
  const say = useSay();
  const element = useRef<HTMLDivElement>(null);
  const recommendationId = listed?.recommendationId ?? null;
  useEffect(() => {
    if (!element.current) return undefined;
    return kinograph.watchImpression(element.current, { titleId: title.id, recommendationId });
  }, [title.id, recommendationId]);
  const facts = [!isKindSaid && say.kind(title.kind), title.year, say.length(title)].filter(Boolean).join(' · ');
  // What is read cannot be started.
  const page = title.kind === 'BOOK' ? 'title' : leads;
  return (
    <div ref={element} className={`${css.card} ${css[look]}`}>
      <Link href={`/${page}/${title.id}`} className={css.link} onClick={() => opened(title.id, listed ?? null)}>
        <span className={css.picture}>
          <Poster title={title} />
          <Progress progress={progress ?? 0} />
        </span>
        <span className={css.words}>
          <span className={css.name}>{title.name}</span>
          <span className={css.facts}>{facts}</span>
          {reason && <span className={css.reason}>{reason}</span>}
        </span>
      </Link>
    </div>
  );
}

function Progress({ progress }: { readonly progress: number }) {
  const { t } = useSay();
  if (progress <= 0 || progress >= 1) return null;
  const percent = Math.max(1, Math.round(progress * 100));
  return (
    <span className={css.progress}>
      <span className={css.covered} style={{ inlineSize: `${percent}%` }} />
      <span className="unseen">{t('title.covered', { percent })}</span>
    </span>
  );
}
