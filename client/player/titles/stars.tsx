import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { kinograph } from '../api/kinograph';
import { cameFrom } from '../tracking/came-from';
import { useWords } from '../words/language';
import css from './stars.module.css';

const MOST = 5;
/** Passing over values by key or finger is no rating; resting on one is. */
const REST_MS = 600;

/** A rating of 0.5 to 5 stars; what one gave before is shown. */
export function Stars({ titleId, rating }: { readonly titleId: string; readonly rating: number | null }) {
  const { t, language } = useWords();
  const [stars, setStars] = useState(rating ?? 0);
  const given = useRef(rating ?? 0);
  const give = useEffectEvent(() => {
    if (stars === given.current || stars === 0) return;
    given.current = stars;
    kinograph.track({ type: 'RATING', titleId, value: stars, ...cameFrom(titleId) });
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: every other value begins the rest anew.
  useEffect(() => {
    const timer = setTimeout(() => give(), REST_MS);
    return () => clearTimeout(timer);
  }, [stars]);
  // Whoever goes on at once has meant it too.
  useEffect(() => () => give(), []);
  const said = stars === 0 ? t('rating.none') : t('rating.of', { stars: stars.toLocaleString(language) });
  return (
    <label className={css.rating}>
      <span className="unseen">{t('rating')}</span>
      <span className={css.stars}>
        <Row className={css.empty} />
        <span className={css.lit} style={{ clipPath: `inset(0 ${100 - (stars / MOST) * 100}% 0 0)` }}>
          <Row />
        </span>
        <input
          type="range"
          min={0}
          max={MOST}
          step={0.5}
          value={stars}
          aria-valuetext={said}
          onChange={(event) => setStars(Number(event.target.value))}
        />
      </span>
      <span className={css.said} aria-hidden="true">
        {said}
      </span>
    </label>
  );
}

function Row({ className = '' }: { readonly className?: string | undefined }) {
  return (
    <svg viewBox="0 0 120 24" className={className} aria-hidden="true">
      {[...Array(MOST).keys()].map((at) => (
        <path
          key={at}
          d="M12 3.2l2.7 5.7 6.2.8-4.5 4.3 1.1 6.2L12 17.2l-5.5 3 1.1-6.2L3.1 9.7l6.2-.8z"
          transform={`translate(${at * 24} 0)`}
        />
      ))}
    </svg>
  );
}
