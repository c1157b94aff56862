import { useId } from 'react';
import { Link, useLocation } from 'wouter';
import { Button, buttonLook } from '../parts/button';
import { useWords } from '../words/language';
import { never, notNow } from './gate';
import css from './gate-card.module.css';
import { useGate } from './gate-memory';
import type { PlayerMedia } from './media';

/** Asks an anonymous person once whether to keep their list by an account; it stops nothing and takes no for an answer. */
export function Gate({ media }: { readonly media: PlayerMedia | null }) {
  const { t } = useWords();
  const id = useId();
  const [page] = useLocation();
  const { isOpen, answer } = useGate(media);
  return (
    <div role="status">
      {isOpen && (
        <section
          className={css.gate}
          aria-labelledby={id}
          onKeyDown={({ key }) => {
            if (key === 'Escape') answer(notNow(Date.now()));
          }}
        >
          <h2 id={id} className={css.heading}>
            {t('gate.heading')}
          </h2>
          <p className={css.why}>{t('gate.why')}</p>
          <div className={css.ways}>
            <Link href={`/sign-up?to=${encodeURIComponent(page)}`} className={buttonLook('strong')}>
              {t('people.signUp')}
            </Link>
            <Button onClick={() => answer(notNow(Date.now()))}>{t('gate.notNow')}</Button>
            <Button look="quiet" onClick={() => answer(never())}>
              {t('gate.never')}
            </Button>
          </div>
        </section>
      )}
    </div>
  );
}
