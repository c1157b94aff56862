import { useEffect, useRef, useState } from 'react';
import { Link } from 'wouter';
import { account } from '../account/account';
import { Button } from '../parts/button';
import { Icon } from '../parts/icon';
import { Poster } from '../titles/poster';
import { useSay } from '../words/say';
import css from './history.module.css';
import type { Past } from './past';
import type { Without } from './what-if';
import { When } from './when';

interface HistoryRowProps {
  readonly past: Past;
  readonly timeZone: string | null;
  onWhatIf(without: Without): void;
  onDelete(titleId: string): void;
}

/** One title of a history; deleted, it can be had back for some seconds. */
export function HistoryRow({ past, timeZone, onWhatIf, onDelete }: HistoryRowProps) {
  const say = useSay();
  const [isGoing, setGoing] = useState(false);
  const { title } = past;
  if (title === null) return <p className={css.row}>{say.t('me.history.gone')}</p>;
  if (isGoing) return <Going name={title.name} onUndo={() => setGoing(false)} onGo={() => onDelete(title.id)} />;
  const percent = past.coverage === null ? null : Math.round(past.coverage * 100);
  const facts = [
    say.kind(title.kind),
    percent !== null && percent > 0 && say.t('title.covered', { percent }),
    past.rating !== null && say.t('me.history.rated', { stars: past.rating }),
    past.opinion === 'LIKE' && say.t('me.history.liked'),
    past.opinion === 'DISLIKE' && say.t('me.history.disliked'),
  ].filter(Boolean);
  return (
    <div className={css.row}>
      <div className={css.picture}>
        <Poster title={title} />
        {percent !== null && percent > 0 && <span className={css.covered} style={{ inlineSize: `${Math.min(100, percent)}%` }} />}
      </div>
      <div className={css.words}>
        <Link href={`/title/${title.id}`} className={css.name}>
          {title.parent ? `${title.parent.name}: ${title.name}` : title.name}
        </Link>
        <span className={css.facts}>
          <When at={past.lastAt} timeZone={timeZone} /> · {facts.join(' · ')}
        </span>
      </div>
      <div className={css.ways}>
        <Button
          look="quiet"
          className={css.icon}
          aria-label={say.t('me.history.whatIf', { title: title.name })}
          title={say.t('me.history.whatIf', { title: title.name })}
          onClick={() => onWhatIf({ id: title.id, name: title.name })}
        >
          <Icon>
            <path d="M4 7h11l-3-3M20 17H9l3 3" />
          </Icon>
        </Button>
        <Button
          look="quiet"
          className={css.icon}
          aria-label={say.t('me.history.delete', { title: title.name })}
          title={say.t('me.history.delete', { title: title.name })}
          onClick={() => setGoing(true)}
        >
          <Icon>
            <path d="M5 7h14M9.5 7V4.5h5V7M7 7l1 12.5h8L17 7" />
          </Icon>
        </Button>
      </div>
    </div>
  );
}

const UNDO_SECONDS = 6;

interface GoingProps {
  readonly name: string;
  onUndo(): void;
  onGo(): void;
}

/** A row on its way out; whoever leaves the page meanwhile has not taken it back. */
function Going({ name, onUndo, onGo }: GoingProps) {
  const { t } = useSay();
  const [left, setLeft] = useState(UNDO_SECONDS);
  const go = useRef<(() => void) | null>(onGo);
  const undo = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    undo.current?.focus();
    const timer = setInterval(() => setLeft((seconds) => seconds - 1), 1_000);
    const wasSignedIn = account() !== null;
    return () => {
      clearInterval(timer);
      // Whoever signed out meanwhile is not the one who would be asked.
      if ((account() !== null) === wasSignedIn) go.current?.();
    };
  }, []);
  useEffect(() => {
    if (left > 0) return;
    go.current?.();
    go.current = null;
  }, [left]);
  return (
    <div className={css.row}>
      <span className={css.going}>{t('me.history.deleted', { title: name, seconds: Math.max(0, left) })}</span>
      <button
        ref={undo}
        type="button"
        className={css.undo}
        onClick={() => {
          go.current = null;
          onUndo();
        }}
      >
        {t('me.history.undo')}
      </button>
    </div>
  );
}
