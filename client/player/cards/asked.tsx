import { type KeyboardEvent, useLayoutEffect, useRef } from 'react';
import type { Answer } from '../mood/answer';
import { nameOfMaker } from '../mood/maker';
import { Question } from '../mood/question';
import { Button } from '../parts/button';
import { Thumb } from '../parts/icon';
import { Failed, Loading, Skeleton } from '../parts/state';
import { Poster } from '../titles/poster';
import { useSay } from '../words/say';
import css from './cards.module.css';
import type { Card, Deck } from './deck';
import { KEYS } from './keys';

/** From against to for, as the arrow keys lie. */
const BUTTONS = ['DISLIKE', 'DONT_KNOW', 'LIKE'] as const satisfies readonly Answer[];

interface AskedProps {
  readonly deck: Deck;
  readonly count: number;
  onEnough(): void;
}

/** One card at a time. Its keys count while the focus is in it, where each new card brings it. */
export function Asked({ deck, count, onEnough }: AskedProps) {
  const { t } = useSay();
  const { card, answered, state, last } = deck;
  const place = useRef<HTMLElement>(null);
  const id = card?.id;
  // Before anybody can press a key at it.
  useLayoutEffect(() => {
    if (id !== undefined) place.current?.focus({ preventScroll: true });
  }, [id]);
  const press = (event: KeyboardEvent): void => {
    const key = KEYS[event.key];
    if (key === undefined || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (key === 'UNDO') deck.undo();
    // A key that is held down answers one card.
    else if (!event.repeat) deck.answer(key);
  };
  return (
    <section className={css.asked} aria-label={t('cards.asked')} onKeyDown={press}>
      <div className={css.progress}>
        <span>{t('cards.at', { at: Math.min(answered + 1, count), count })}</span>
        <progress value={answered} max={count} aria-label={t('cards.at', { at: Math.min(answered + 1, count), count })} />
      </div>
      {state === 'failed' && <Failed onRetry={deck.retry} />}
      {state === 'loading' && (
        <Loading>
          <Skeleton className={css.blank} />
        </Loading>
      )}
      {card && (
        <article key={card.id} ref={place} className={css.card} tabIndex={-1} aria-labelledby="card">
          <CardFace card={card} />
        </article>
      )}
      {card && (
        <div className={css.answers}>
          {BUTTONS.map((answer) => (
            <button key={answer} type="button" className={`${css.answer} ${css[answer]}`} onClick={() => deck.answer(answer)}>
              {answer === 'DONT_KNOW' ? <Question /> : <Thumb isDown={answer === 'DISLIKE'} isOn={false} />}
              {t(`mood.answer.${answer}`)}
            </button>
          ))}
        </div>
      )}
      <p className={css.keys}>{t('cards.keys')}</p>
      <div className={css.ways}>
        {last && (
          <Button look="quiet" onClick={deck.undo}>
            {t('cards.undo', { title: last.name })}
          </Button>
        )}
        <Button look="quiet" onClick={onEnough}>
          {t('cards.enough')}
        </Button>
      </div>
    </section>
  );
}

function CardFace({ card }: { readonly card: Card }) {
  const say = useSay();
  const facts = [say.kind(card.kind), nameOfMaker(card.credits), card.year, say.length(card)].filter(Boolean).join(' · ');
  return (
    <>
      <div className={`${css.poster} ${card.kind === 'TRACK' ? css.square : ''}`}>
        <Poster title={card} isFirst />
      </div>
      <div className={css.words}>
        <h2 id="card" className={css.name}>
          {card.name}
        </h2>
        <p className={css.facts}>{facts}</p>
        {card.genres.length > 0 && <p className={css.facts}>{say.genres(card.genres.slice(0, 4))}</p>}
        {card.description && <p className={css.description}>{card.description}</p>}
      </div>
    </>
  );
}
