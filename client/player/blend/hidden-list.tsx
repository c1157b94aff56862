import { type ReactNode, useState } from 'react';
import me from '../me/me.module.css';
import { Button } from '../parts/button';
import { useSay } from '../words/say';
import css from './hidden.module.css';

interface Listed {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly year: number | null;
}

interface HiddenListProps {
  readonly heading: string;
  readonly titles: readonly Listed[];
  /** What stands where there are none. */
  readonly none: string;
  /** What the button of each does. */
  readonly does: 'hidden.hide' | 'hidden.show';
  /** More to come than are here. */
  readonly more?: (() => void) | undefined;
  readonly children?: ReactNode;
  onPick(titleId: string): void;
}

const STEP = 30;

/** Titles with one thing to do with each. */
export function HiddenList({ heading, titles, none, does, more, children, onPick }: HiddenListProps) {
  const { t, kind } = useSay();
  const [most, setMost] = useState(STEP);
  const hasMore = titles.length > most || more !== undefined;
  return (
    <section className={me.part} aria-label={heading}>
      <h2 tabIndex={-1}>{heading}</h2>
      {children}
      {!children && titles.length === 0 && <p className={me.why}>{none}</p>}
      <ul>
        {titles.slice(0, most).map((title) => (
          <li key={title.id} className={css.row}>
            <span className={css.words}>
              <span className={css.name}>{title.name}</span>
              <span className={css.facts}>{[kind(title.kind), title.year].filter(Boolean).join(' · ')}</span>
            </span>
            <Button
              aria-label={t(`${does}.of`, { title: title.name })}
              onClick={({ currentTarget }) => {
                // The row goes away: whoever pressed it by key stays in its list.
                currentTarget.closest('section')?.querySelector('h2')?.focus({ preventScroll: true });
                onPick(title.id);
              }}
            >
              {t(does)}
            </Button>
          </li>
        ))}
      </ul>
      {hasMore && (
        <Button
          className={me.start}
          onClick={() => {
            setMost(most + STEP);
            if (titles.length <= most + STEP) more?.();
          }}
        >
          {t('list.more')}
        </Button>
      )}
    </section>
  );
}
