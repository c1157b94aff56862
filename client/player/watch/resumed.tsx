import { useEffect, useState } from 'react';
import { useWords } from '../words/language';
import { clockText } from './clock-text';
import { Anew } from './icons';
import type { PlayerMedia } from './media';
import css from './stage.module.css';

const SHOWN_MS = 12_000;
/** A video tells of the jump to where one left only when it has loaded. */
const SETTLED_MS = 2_000;

/** Says that it goes on from where one left, with a way to the beginning. */
export function Resumed({ media, startAt }: { readonly media: PlayerMedia; readonly startAt: number }) {
  const { t } = useWords();
  const [isShown, setShown] = useState(startAt > 0);
  useEffect(() => {
    const hide = (): void => setShown(false);
    const timer = setTimeout(hide, SHOWN_MS);
    // Whoever moves it has chosen where to go on.
    const moves = setTimeout(() => media.addEventListener('seeking', hide), SETTLED_MS);
    return () => {
      clearTimeout(timer);
      clearTimeout(moves);
      media.removeEventListener('seeking', hide);
    };
  }, [media]);
  if (!isShown) return null;
  const begin = (): void => {
    media.currentTime = 0;
    setShown(false);
  };
  return (
    <p className={css.resumed}>
      <span role="status">{t('watch.resumed', { at: clockText(startAt) })}</span>
      <button type="button" onClick={begin}>
        <Anew />
        {t('watch.anew')}
      </button>
    </p>
  );
}
