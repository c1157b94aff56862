import { useCallback, useEffect, useRef, useState } from 'react';
import { kinograph } from '../api/kinograph';
import type { MoodListFragment, MoodPlaceFragment } from '../generated/documents';
import { useCalm } from '../lists/calm';
import { Live } from '../lists/live';
import { Button } from '../parts/button';
import { useOnline } from '../parts/online';
import { useSay } from '../words/say';
import type { Answer } from './answer';
import { type Choice, kindsOf, type Limit, limitsOf } from './choice';
import { KindShelf } from './kind-shelf';
import type { MoodList } from './live-list';
import { Nothing } from './nothing';
import { useOffers } from './offers';
import css from './shelves.module.css';

interface FoundProps {
  readonly list: MoodListFragment;
  readonly isOld: boolean;
  readonly status: MoodList['status'];
  readonly choice: Choice;
  /** Whether titles were put aside. */
  readonly isMore: boolean;
  /** Does without these titles from now on. */
  onAside(titleIds: readonly string[]): void;
  onFirst(): void;
  onLoosen(limit: Limit): void;
}

const keyOf = ({ title }: MoodPlaceFragment): string => title.id;

/** What fits, kind by kind. It moves with what one says of it; otherwise never under a pointer or focus. */
export function Found({ list, isOld, status, choice, isMore, onAside, onFirst, onLoosen }: FoundProps) {
  const say = useSay();
  const isOnline = useOnline();
  const calm = useCalm(list.items.nodes, keyOf);
  const [answers, setAnswers] = useState<ReadonlyMap<string, Answer>>(new Map());
  const [said, setSaid] = useState<{ readonly name: string; readonly answer: Answer } | null>(null);
  const firstVersion = useRef(list.version);
  const isMine = useRef(false);
  const { shown, show } = calm;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the list that follows an own answer is shown at once, and no other.
  useEffect(() => {
    if (isMine.current) show();
    isMine.current = false;
  }, [list]);
  const offers = useOffers({ titleIds: shown.map(keyOf), recommendationId: list.recommendationId, mood: choice.mood });

  const answer = useCallback(
    ({ title, rank }: MoodPlaceFragment, next: Answer): void => {
      kinograph.track({ type: next, titleId: title.id, recommendationId: list.recommendationId, rank });
      setAnswers((known) => new Map(known).set(title.id, next));
      setSaid({ name: title.name, answer: next });
      isMine.current = true;
      // What goes away takes its buttons along: who pressed one by key stays at its shelf.
      if (document.activeElement?.matches(':focus-visible')) document.getElementById(`shelf-${title.kind}`)?.focus({ preventScroll: true });
      if (next === 'DONT_KNOW') onAside([title.id]);
    },
    [list.recommendationId, onAside],
  );
  const others = (): void => {
    isMine.current = true;
    onAside(shown.map(keyOf));
  };
  const availableSeconds = choice.minutes === null ? null : choice.minutes * 60;
  const [limit] = limitsOf(choice);
  const nothing =
    limit === 'minutes' || limit === 'genres'
      ? say.t(`mood.nothing.kind.${limit}`, { time: say.length({ seconds: availableSeconds, pages: null }) })
      : say.t('mood.nothing.kind');
  const cause = list.version === firstVersion.current ? '' : say.cause(list.cause);
  return (
    <section aria-labelledby="found" aria-busy={isOld}>
      <header className={css.head}>
        <h2 id="found" className="unseen">
          {say.t('mood.found')}
        </h2>
        <Live status={status} calm={calm} cause={cause} />
        <span className={css.ways}>
          {isMore && (
            <Button look="quiet" onClick={onFirst}>
              {say.t('mood.first')}
            </Button>
          )}
          {shown.length > 0 && <Button onClick={others}>{say.t('mood.others')}</Button>}
        </span>
      </header>
      <p role="status" className={css.said}>
        {said && (isOnline ? say.t(`mood.answered.${said.answer}`, { title: said.name }) : say.t('mood.answered.offline'))}
      </p>
      {shown.length === 0 && <Nothing limits={limitsOf(choice)} isMore={isMore} onLoosen={onLoosen} />}
      <div className={`${css.found} ${isOld ? css.old : ''}`} {...calm.hold}>
        {shown.length > 0 &&
          kindsOf(choice).map((kind) => (
            <KindShelf
              key={kind}
              kind={kind}
              nothing={nothing}
              isMoodAsked={choice.mood !== null}
              places={shown.filter(({ title }) => title.kind === kind)}
              recommendationId={list.recommendationId}
              availableSeconds={availableSeconds}
              offers={offers}
              answers={answers}
              onAnswer={answer}
            />
          ))}
      </div>
    </section>
  );
}
