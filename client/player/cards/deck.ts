import { useCallback, useEffect, useRef, useState } from 'react';
import { ownerNow, useOwner } from '../account/owner';
import { apollo } from '../api/apollo';
import { kinograph } from '../api/kinograph';
import { TasteCardsDocument, type TasteCardsQuery } from '../generated/documents';
import type { Answer } from '../mood/answer';

export type Card = TasteCardsQuery['tasteCards'][number]['title'];

/** Cards one after the other. The last answer is kept back until the next one, so that it can be taken back. */
export interface Deck {
  /** Null: on its way, or there is none. */
  readonly card: Card | null;
  /** How many were answered. */
  readonly answered: number;
  readonly state: 'asking' | 'loading' | 'failed' | 'done';
  /** The card that can be taken back; null: none. */
  readonly last: Card | null;
  answer(answer: Answer): void;
  undo(): void;
  /** Sends what was kept back. */
  finish(): void;
  retry(): void;
}

interface Given {
  readonly card: Card;
  readonly answer: Answer;
}

/** So few, since each answer changes which card teaches the most. */
const AHEAD = 2;

/** `count` cards, asked for as they are answered. */
export function useDeck(count: number): Deck {
  const owner = useOwner();
  const [cards, setCards] = useState<readonly Card[]>([]);
  const [answered, setAnswered] = useState(0);
  const [last, setLast] = useState<Given | null>(null);
  const [isOut, setOut] = useState(false);
  const [isFailed, setFailed] = useState(false);
  const met = useRef(new Set<string>());
  const isAsking = useRef(false);
  const held = useRef<Given | null>(null);

  const send = useCallback((): void => {
    const given = held.current;
    held.current = null;
    if (given) kinograph.track({ type: given.answer, titleId: given.card.id });
  }, []);

  const ask = useCallback(async (): Promise<void> => {
    if (isAsking.current) return;
    isAsking.current = true;
    try {
      const input = { first: AHEAD, excludeTitleIds: [...met.current] };
      const { data } = await apollo.query({ query: TasteCardsDocument, variables: { input }, fetchPolicy: 'no-cache' });
      const come = (data?.tasteCards ?? []).map(({ title }) => title).filter(({ id }) => !met.current.has(id));
      for (const { id, posterUrl } of come) {
        met.current.add(id);
        new Image().src = posterUrl;
      }
      setCards((known) => [...known, ...come]);
      setOut(come.length === 0);
      setFailed(false);
    } catch {
      setFailed(true);
    } finally {
      isAsking.current = false;
    }
  }, []);

  const isDone = answered >= count || (isOut && cards.length === 0);
  const lacking = isDone || isOut || isFailed ? 0 : Math.max(0, AHEAD - cards.length);
  useEffect(() => {
    if (lacking > 0) void ask();
  }, [lacking, ask]);
  useEffect(() => {
    if (!isFailed) return undefined;
    const again = (): void => setFailed(false);
    addEventListener('online', again);
    return () => removeEventListener('online', again);
  }, [isFailed]);
  useEffect(() => {
    addEventListener('pagehide', send);
    return () => {
      removeEventListener('pagehide', send);
      // Not in the name of whoever sits here after signing out.
      if (ownerNow() === owner) send();
    };
  }, [owner, send]);

  const card = cards[0] ?? null;
  return {
    card,
    answered,
    state: stateOf({ isDone, isFailed, card }),
    last: last?.card ?? null,
    answer(answer) {
      if (!card || isDone) return;
      send();
      held.current = { card, answer };
      setLast(held.current);
      setCards(cards.slice(1));
      setAnswered(answered + 1);
    },
    undo() {
      if (!last) return;
      held.current = null;
      setLast(null);
      setCards([last.card, ...cards]);
      setAnswered(answered - 1);
    },
    finish: send,
    retry: () => setFailed(false),
  };
}

function stateOf({
  isDone,
  isFailed,
  card,
}: {
  readonly isDone: boolean;
  readonly isFailed: boolean;
  readonly card: Card | null;
}): Deck['state'] {
  if (isDone) return 'done';
  if (card !== null) return 'asking';
  return isFailed ? 'failed' : 'loading';
}
