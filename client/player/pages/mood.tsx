import { useQuery } from '@apollo/client/react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import { useOwner } from '../account/owner';
import { MoodsDocument } from '../generated/documents';
import { addressOf, type Choice, choiceOf, inputOf, kindsOf, loosened } from '../mood/choice';
import { Found } from '../mood/found';
import { GenreChips } from '../mood/genre-chips';
import { Kinds } from '../mood/kinds';
import limits from '../mood/limits.module.css';
import { useMoodList } from '../mood/live-list';
import { MoodKeys } from '../mood/mood-keys';
import { MoodSkeleton } from '../mood/skeleton';
import { Time } from '../mood/time';
import { Failed } from '../parts/state';
import { useWords } from '../words/language';
import css from './mood.module.css';

/** Moods and free time, and what fits both; the address keeps what was chosen. */
export default function MoodPage() {
  const owner = useOwner();
  // Another person has another list.
  return <Shown key={owner} />;
}

const NONE: readonly string[] = [];

function Shown() {
  const { t } = useWords();
  const [, go] = useLocation();
  const search = useSearch();
  const { data, error, refetch } = useQuery(MoodsDocument);
  const moods = data?.moods ?? null;
  const asked = useMemo(() => choiceOf(search), [search]);
  // A mood that was taken out since the address was kept counts as not said.
  const isGone = moods !== null && asked.mood !== null && !moods.some(({ id }) => id === asked.mood);
  const choice = useMemo(() => (isGone ? { ...asked, mood: null } : asked), [asked, isGone]);
  const [aside, setAside] = useState<{ readonly of: string; readonly titleIds: readonly string[] }>({ of: search, titleIds: NONE });
  // Another choice begins anew.
  const without = aside.of === search ? aside.titleIds : NONE;
  const input = useMemo(() => inputOf(choice, without), [choice, without]);
  const { list, isOld, isFailed, status, retry } = useMoodList(input);
  // Without a network what answers the same choice stays, though it holds what was put aside.
  const answered = useRef(search);
  if (!isOld) answered.current = search;
  const isSameChoice = answered.current === search;
  useEffect(() => {
    document.title = `${t('mood.menu')} · ${t('app.name')}`;
  }, [t]);
  const choose = (next: Partial<Choice>): void => go(addressOf({ ...choice, ...next }), { replace: true });
  const putAside = useCallback(
    (titleIds: readonly string[]): void =>
      setAside((known) => ({ of: search, titleIds: [...(known.of === search ? known.titleIds : NONE), ...titleIds] })),
    [search],
  );
  return (
    <div className={css.page}>
      <header className={css.head}>
        <h1>{t('mood.heading')}</h1>
        <p className={css.what}>{t('mood.what')}</p>
      </header>
      <search className={css.choice}>
        {moods && moods.length > 0 && <MoodKeys moods={moods} mood={choice.mood} onMood={(mood) => choose({ mood })} />}
        {!moods && error && <Failed onRetry={() => void refetch().catch(() => {})} />}
        {!moods && !error && <MoodSkeleton look="keys" />}
        <div className={limits.limits}>
          <Time minutes={choice.minutes} onMinutes={(minutes) => choose({ minutes })} />
          <div>
            <Kinds kinds={choice.kinds} onKinds={(kinds) => choose({ kinds })} />
            <GenreChips kinds={kindsOf(choice)} genres={choice.genres} onGenres={(genres) => choose({ genres })} />
          </div>
        </div>
      </search>
      {isFailed && <Failed onRetry={retry} />}
      {!list && !isFailed && <MoodSkeleton look="places" />}
      {list && (!isFailed || isSameChoice) && (
        <Found
          list={list}
          isOld={isOld}
          status={status}
          choice={choice}
          isMore={without.length > 0}
          onAside={putAside}
          onFirst={() => setAside({ of: search, titleIds: NONE })}
          onLoosen={(limit) => go(addressOf(loosened(choice, limit)), { replace: true })}
        />
      )}
    </div>
  );
}
