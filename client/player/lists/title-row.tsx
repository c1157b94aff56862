import { type ReactNode, type RefCallback, useCallback, useId } from 'react';
import { Arrow } from '../parts/icon';
import { useWords } from '../words/language';
import { useRow } from './row-keys';
import css from './title-row.module.css';

interface TitleRowProps {
  readonly heading: string;
  /** What stands beside the heading. */
  readonly aside?: ReactNode;
  /** The cards, each an `<li>`. */
  readonly children: ReactNode;
  /** Whether all posters are square. */
  readonly isSquare?: boolean;
  /** For the list's element: what moves it. */
  readonly moved?: RefCallback<HTMLElement> | undefined;
}

/** A row of cards that scrolls sideways: by touch, wheel, buttons and arrow keys; one stop of the Tab key. */
export function TitleRow({ heading, aside, children, isSquare = false, moved }: TitleRowProps) {
  const { t } = useWords();
  const id = useId();
  const row = useRow();
  const { element } = row;
  const list = useCallback(
    (node: HTMLElement | null) => {
      element.current = node;
      moved?.(node);
    },
    [element, moved],
  );
  return (
    <section className={css.row} aria-labelledby={id}>
      <header className={css.head}>
        <h2 id={id} tabIndex={-1}>
          {heading}
        </h2>
        {aside}
        <span className={css.buttons} hidden={!row.scrolls}>
          <button type="button" className={css.button} disabled={row.atStart} aria-label={t('list.left')} onClick={() => row.turn(-1)}>
            <Arrow direction="left" />
          </button>
          <button type="button" className={css.button} disabled={row.atEnd} aria-label={t('list.right')} onClick={() => row.turn(1)}>
            <Arrow direction="right" />
          </button>
        </span>
      </header>
      <ul ref={list} className={`${css.items} ${isSquare ? css.square : ''}`} onScroll={row.look} onKeyDown={row.press} onFocus={row.enter}>
        {children}
      </ul>
    </section>
  );
}
