import { useQuery } from '@apollo/client/react';
import { useEffect, useRef, useState } from 'react';
import { useOwner } from '../account/owner';
import { apollo } from '../api/apollo';
import { Asked } from '../cards/asked';
import css from '../cards/cards.module.css';
import { useDeck } from '../cards/deck';
import { Liked } from '../cards/liked';
import { Outcome } from '../cards/outcome';
import { type LiveListFragment, RecommendationsDocument, ViewerDocument } from '../generated/documents';
import { Button } from '../parts/button';
import { Failed, Loading, Skeleton } from '../parts/state';
import { useWords } from '../words/language';

type Step = 'genres' | 'cards' | 'list';
type Places = LiveListFragment['items']['nodes'];

const COUNT = 10;
const FIRST = 10;
const INPUT = { placement: 'home' };

/** Somebody says what they like: genres first, then cards; then the list that came of it. */
export default function CardsPage() {
  const owner = useOwner();
  // Another person is asked anew.
  return <Steps key={owner} />;
}

function Steps() {
  const { t } = useWords();
  const [step, setStep] = useState<Step>('genres');
  const [round, setRound] = useState(0);
  const before = useListBefore();
  const heading = useRef<HTMLHeadingElement>(null);
  const isOver = step === 'list';
  // The last card took the focus with it.
  useEffect(() => {
    if (isOver) heading.current?.focus({ preventScroll: true });
  }, [isOver]);
  useEffect(() => {
    document.title = `${t('cards.heading')} · ${t('app.name')}`;
  }, [t]);
  return (
    <div className={css.page}>
      <header className={css.top}>
        <h1 ref={heading} tabIndex={-1}>
          {t(isOver ? 'cards.list' : 'cards.heading')}
        </h1>
        {step === 'genres' && <p className={css.note}>{t('cards.what')}</p>}
      </header>
      {step === 'genres' && <Genres onDone={() => setStep('cards')} />}
      {step !== 'genres' && (
        <Cards
          key={round}
          isOver={isOver}
          before={before}
          onOver={() => setStep('list')}
          onMore={() => {
            setRound(round + 1);
            setStep('cards');
          }}
        />
      )}
    </div>
  );
}

function Genres({ onDone }: { onDone(): void }) {
  const { t } = useWords();
  const { data, error, refetch } = useQuery(ViewerDocument);
  return (
    <>
      {!data && error && <Failed onRetry={() => void refetch().catch(() => {})} />}
      {!data && !error && (
        <Loading>
          <Skeleton className={css.bone} />
        </Loading>
      )}
      {data?.viewer && <Liked person={data.viewer} onDone={onDone} />}
      <Button look="quiet" className={css.skip} onClick={onDone}>
        {t('cards.skip')}
      </Button>
    </>
  );
}

interface CardsProps {
  readonly isOver: boolean;
  readonly before: Places | null;
  onOver(): void;
  onMore(): void;
}

function Cards({ isOver, before, onOver, onMore }: CardsProps) {
  const deck = useDeck(COUNT);
  const { state, answered, finish } = deck;
  useEffect(() => {
    if (state !== 'done' && !isOver) return;
    finish();
    onOver();
  }, [state, isOver, finish, onOver]);
  if (!isOver) return <Asked deck={deck} count={COUNT} onEnough={onOver} />;
  return <Outcome input={INPUT} before={before} most={FIRST} isOut={state === 'done' && answered < COUNT} onMore={onMore} />;
}

/** The first places as they were when somebody came here; null until they are known. */
function useListBefore(): Places | null {
  const [places, setPlaces] = useState<Places | null>(null);
  useEffect(() => {
    let isOver = false;
    apollo.query({ query: RecommendationsDocument, variables: { input: INPUT, first: FIRST }, fetchPolicy: 'no-cache' }).then(
      ({ data }) => {
        if (!isOver && data) setPlaces(data.recommendations.items.nodes);
      },
      // Without it nothing is compared.
      () => {},
    );
    return () => {
      isOver = true;
    };
  }, []);
  return places;
}
