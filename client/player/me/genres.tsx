import { useQuery } from '@apollo/client/react';
import { type CSSProperties, useId, useState } from 'react';
import { Link } from 'wouter';
import { GenresDocument, type PersonFragment, type TitleKind } from '../generated/documents';
import { Button } from '../parts/button';
import { Failed, Skeleton } from '../parts/state';
import { useSay } from '../words/say';
import css from './genres.module.css';
import me from './me.module.css';
import { Saved } from './saved';
import { weightOf } from './taste';
import { useTaste } from './use-taste';

const KINDS = ['MOVIE', 'SHOW', 'BOOK', 'TRACK', 'VIDEO'] as const satisfies readonly TitleKind[];
const FEW = 8;

/** Liked genres as sliders, kind by kind; saved as they move. */
export function Genres({ person }: { readonly person: PersonFragment }) {
  const { t } = useSay();
  const [kind, setKind] = useState<(typeof KINDS)[number]>('MOVIE');
  const [isWhole, setWhole] = useState(false);
  const { data, error, refetch } = useQuery(GenresDocument);
  const { taste, move, saving } = useTaste(person);
  // A genre in brackets says that there is none.
  const all = (data?.genres ?? []).filter((each) => each.kind === kind && !each.genre.startsWith('('));
  const shown = isWhole ? all : all.filter(({ genre }, at) => at < FEW || weightOf(taste, kind, genre) > 0);
  return (
    <section className={me.part} aria-labelledby="genres">
      <header className={me.head}>
        <h2 id="genres">{t('me.genres')}</h2>
        <Saved saving={saving} />
      </header>
      <p className={me.why}>
        {t('me.genres.why')}{' '}
        <Link href="/cards" className={css.cards}>
          {t('cards.begin')}
        </Link>
      </p>
      <div className={css.kinds}>
        {KINDS.map((each) => (
          <button key={each} type="button" className={css.kind} aria-pressed={each === kind} onClick={() => setKind(each)}>
            {t(`kinds.${each}`)}
          </button>
        ))}
      </div>
      {!data && error && <Failed onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton className={css.bone} />}
      <ul className={css.sliders}>
        {shown.map(({ genre }) => (
          <li key={genre}>
            <Slider genre={genre} weight={weightOf(taste, kind, genre)} onWeight={(weight) => move({ kind, genre, weight })} />
          </li>
        ))}
      </ul>
      {all.length > FEW && (
        <Button look="quiet" className={css.more} aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
          {t(isWhole ? 'me.genres.fewer' : 'me.genres.more')}
        </Button>
      )}
    </section>
  );
}

interface SliderProps {
  readonly genre: string;
  /** 0 to 1; 0: not set. */
  readonly weight: number;
  onWeight(weight: number): void;
}

function Slider({ genre, weight, onWeight }: SliderProps) {
  const say = useSay();
  const id = useId();
  const percent = Math.round(weight * 100);
  const said = percent === 0 ? say.t('me.genres.none') : `${percent} %`;
  return (
    <div className={css.slider} data-set={percent > 0 ? '' : undefined}>
      <label htmlFor={id}>{say.genre(genre)}</label>
      <span className={css.said} aria-hidden="true">
        {said}
      </span>
      <input
        id={id}
        type="range"
        min={0}
        max={100}
        step={5}
        value={percent}
        aria-valuetext={said}
        style={{ '--at': `${percent}%` } as CSSProperties}
        onChange={({ target }) => onWeight(target.valueAsNumber / 100)}
      />
    </div>
  );
}
