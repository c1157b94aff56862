import { useEffect, useRef } from 'react';
import { Link } from 'wouter';
import { kinograph } from '../api/kinograph';
import type { MoodPlaceFragment } from '../generated/documents';
import { Poster } from '../titles/poster';
import { type CameFrom, opened } from '../tracking/came-from';
import { useSay } from '../words/say';
import type { Answer } from './answer';
import { AnswerButtons } from './answer-buttons';
import { useFitWords } from './fit-words';
import { nameOfMaker } from './maker';
import { OfferLink } from './offer-link';
import type { Offer } from './offers';
import css from './place.module.css';

interface PlaceProps {
  readonly place: MoodPlaceFragment;
  readonly listed: CameFrom;
  readonly availableSeconds: number | null;
  readonly offer: Offer | null;
  readonly own: Answer | null;
  /** Whether the playlist shown is this track's. */
  readonly isPlayed: boolean;
  onAnswer(answer: Answer): void;
  onPlaylist(): void;
}

const MOST_REASONS = 2;

/** One title that fits: how much of it, why it is here, where it can be had, and what somebody says of it. */
export function Place({ place, listed, availableSeconds, offer, own, isPlayed, onAnswer, onPlaylist }: PlaceProps) {
  const say = useSay();
  const fitWords = useFitWords();
  const { title, fit } = place;
  const { recommendationId } = listed;
  const element = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!element.current) return undefined;
    return kinograph.watchImpression(element.current, { titleId: title.id, recommendationId });
  }, [title.id, recommendationId]);
  const open = (): void => opened(title.id, listed);
  const fits = fitWords(place, availableSeconds);
  const facts = [nameOfMaker(title.credits), title.year, fits === '' && say.length(title), say.genres(title.genres.slice(0, 2))];
  const reasons = place.reasons.filter(({ code }) => code !== 'FALLBACK').slice(0, MOST_REASONS);
  return (
    <article ref={element} className={css.place} aria-labelledby={`place-${title.id}`}>
      <Link href={`/title/${title.id}`} className={css.picture} tabIndex={-1} aria-hidden="true" onClick={open}>
        <Poster title={title} />
      </Link>
      <div className={css.words}>
        <h3 id={`place-${title.id}`} className={css.name}>
          <Link href={`/title/${title.id}`} onClick={open}>
            {title.name}
          </Link>
        </h3>
        <p className={css.facts}>{facts.filter(Boolean).join(' · ')}</p>
        {fits !== '' && <p className={css.fits}>{fits}</p>}
        {reasons.length > 0 && <p className={css.reason}>{reasons.map((reason) => say.reason(reason)).join(' · ')}</p>}
      </div>
      <div className={css.deeds}>
        <AnswerButtons title={title} own={own} onAnswer={onAnswer} />
        {fit?.playlist && (
          <button type="button" className={css.playlist} aria-pressed={isPlayed} onClick={onPlaylist}>
            {say.t('mood.playlist.from', { count: fit.playlist.length })}
          </button>
        )}
        {offer && <OfferLink offer={offer} />}
      </div>
    </article>
  );
}
