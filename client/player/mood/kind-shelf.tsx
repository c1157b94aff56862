import { useAutoAnimate } from '@formkit/auto-animate/react';
import { useRef, useState } from 'react';
import type { MoodPlaceFragment } from '../generated/documents';
import { useWords } from '../words/language';
import type { Answer } from './answer';
import type { Kind } from './choice';
import type { Offer } from './offers';
import { Place } from './place';
import { Playlist } from './playlist';
import { seated } from './seats';
import css from './shelves.module.css';

interface KindShelfProps {
  readonly kind: Kind;
  readonly isMoodAsked: boolean;
  /** What is said where there is none. */
  readonly nothing: string;
  readonly places: readonly MoodPlaceFragment[];
  readonly recommendationId: string;
  readonly availableSeconds: number | null;
  readonly offers: ReadonlyMap<string, Offer>;
  readonly answers: ReadonlyMap<string, Answer>;
  onAnswer(place: MoodPlaceFragment, answer: Answer): void;
}

const MOTION = { duration: 160 };
const keyOf = ({ title }: MoodPlaceFragment): string => title.id;

/** What fits of one kind, and where it is music a playlist that fills the time. */
export function KindShelf({ kind, isMoodAsked, nothing, places: newest, ...shelf }: KindShelfProps) {
  const { t } = useWords();
  const { recommendationId, availableSeconds, offers, answers, onAnswer } = shelf;
  const seats = useRef<readonly MoodPlaceFragment[]>([]);
  seats.current = seated(seats.current, newest, keyOf);
  const places = seats.current;
  const [moved] = useAutoAnimate<HTMLUListElement>(MOTION);
  const [chosen, setChosen] = useState<string | null>(null);
  const withPlaylist = places.filter(({ fit }) => fit?.playlist);
  const played = withPlaylist.find(({ title }) => title.id === chosen) ?? withPlaylist[0];
  const isWithout = isMoodAsked && places.length > 0 && places.every(({ reasons }) => reasons.some(({ code }) => code === 'FALLBACK'));
  return (
    <section className={css.shelf} data-empty={places.length === 0 || undefined} aria-labelledby={`shelf-${kind}`}>
      <h2 id={`shelf-${kind}`} tabIndex={-1}>
        {t(`kinds.${kind}`)}
      </h2>
      {places.length === 0 && <p className={css.note}>{nothing}</p>}
      {isWithout && <p className={css.note}>{t('mood.without')}</p>}
      <ul ref={moved} className={`${css.places} ${kind === 'TRACK' ? css.square : ''}`}>
        {places.map((place) => (
          <li key={place.title.id}>
            <Place
              place={place}
              listed={{ recommendationId, rank: place.rank }}
              availableSeconds={availableSeconds}
              offer={offers.get(place.title.id) ?? null}
              own={answers.get(place.title.id) ?? null}
              isPlayed={place === played}
              onAnswer={(answer) => onAnswer(place, answer)}
              onPlaylist={() => setChosen(place.title.id)}
            />
          </li>
        ))}
      </ul>
      {played?.fit?.playlist && availableSeconds !== null && <Playlist tracks={played.fit.playlist} availableSeconds={availableSeconds} />}
      {kind === 'TRACK' && availableSeconds !== null && places.length > 0 && !played && (
        <p className={css.note}>{t('mood.playlist.none')}</p>
      )}
    </section>
  );
}
