import { useState } from 'react';
import { Link } from 'wouter';
import { kinograph } from '../api/kinograph';
import type { TitlePageQuery } from '../generated/documents';
import { Button, buttonLook } from '../parts/button';
import { Check, Play } from '../parts/icon';
import { cameFrom } from '../tracking/came-from';
import { useSay } from '../words/say';
import { Opinions } from './opinions';
import { Stars } from './stars';
import css from './title-deeds.module.css';

interface TitleDeedsProps {
  readonly title: NonNullable<TitlePageQuery['title']>;
  readonly past: Pick<TitlePageQuery['history']['nodes'][number], 'coverage' | 'completions' | 'rating' | 'opinion'> | null;
}

const DONE = 0.95;

/** What one can do with a title: watch it, or say what one thinks of it. */
export function TitleDeeds({ title, past }: TitleDeedsProps) {
  const say = useSay();
  const isBegun = past?.coverage != null && past.coverage > 0 && past.coverage < DONE;
  const next = title.kind === 'SHOW' ? title.nextEpisode : null;
  return (
    <div className={css.deeds}>
      <div className={css.line}>
        {title.kind === 'BOOK' ? (
          <ReadIt titleId={title.id} wasRead={(past?.completions ?? 0) > 0} />
        ) : (
          <Link href={`/watch/${title.id}`} className={`${buttonLook('strong')} ${css.play}`}>
            <Play />
            {isBegun ? say.t('title.resume') : say.t(title.kind === 'TRACK' ? 'title.listen' : 'title.watch')}
          </Link>
        )}
        {next && <span className={css.next}>{[say.episode(next), next.name].filter(Boolean).join(' · ')}</span>}
        <Opinions titleId={title.id} opinion={past?.opinion ?? null} />
      </div>
      <Stars titleId={title.id} rating={past?.rating ?? null} />
    </div>
  );
}

function ReadIt({ titleId, wasRead }: { readonly titleId: string; readonly wasRead: boolean }) {
  const { t } = useSay();
  const [isRead, setRead] = useState(wasRead);
  const read = (): void => {
    kinograph.track({ type: 'COMPLETED', titleId, ...cameFrom(titleId) });
    setRead(true);
  };
  return (
    <Button look={isRead ? 'plain' : 'strong'} className={css.play} disabled={isRead} onClick={read}>
      <Check />
      {t(isRead ? 'title.wasRead' : 'title.readIt')}
    </Button>
  );
}
