import { useCallback, useEffect, useRef, useState } from 'react';
import { apollo } from '../api/apollo';
import { type LineStatus, subscribeTo } from '../api/subscription';
import {
  type MoodListFragment,
  MoodRecommendationsChangedDocument,
  MoodRecommendationsDocument,
  type RecommendationsInput,
} from '../generated/documents';

/** A list by mood and time that moves while the page is open. */
export interface MoodList {
  /** Null until the first one came. */
  readonly list: MoodListFragment | null;
  /** Whether it answers what was asked before. */
  readonly isOld: boolean;
  /** Whether what is asked now could not be had. */
  readonly isFailed: boolean;
  readonly status: LineStatus;
  retry(): void;
}

/** Whoever moves a slider asks when it rests. */
const REST_MS = 200;

/**
 * The list for `input`, the same object between draws: the first by query, which tells what fails, then by pushes from its version on. Of
 * two lists of one input the newer one stands.
 */
export function useMoodList(input: RecommendationsInput): MoodList {
  const [shown, setShown] = useState<{ readonly list: MoodListFragment; readonly input: RecommendationsInput } | null>(null);
  const [failed, setFailed] = useState<RecommendationsInput | null>(null);
  const [status, setStatus] = useState<LineStatus>('connecting');
  const [tries, setTries] = useState(0);
  const hasAsked = useRef(false);
  const retry = useCallback(() => setTries((known) => known + 1), []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another try asks again.
  useEffect(() => {
    let isOver = false;
    let stop = (): void => {};
    const take = (list: MoodListFragment): void =>
      setShown((known) => (known?.list.id === list.id && known.list.version > list.version ? known : { list, input }));
    async function begin(): Promise<void> {
      try {
        const { data } = await apollo.query({ query: MoodRecommendationsDocument, variables: { input }, fetchPolicy: 'no-cache' });
        if (isOver || !data) return;
        take(data.recommendations);
        setFailed(null);
        stop = subscribeTo(
          MoodRecommendationsChangedDocument,
          { input, knownVersion: data.recommendations.version },
          { next: ({ recommendationsChanged }) => take(recommendationsChanged), ended: () => setStatus('waiting'), status: setStatus },
        );
      } catch {
        if (!isOver) setFailed(input);
      }
    }
    const timer = setTimeout(() => void begin(), hasAsked.current ? REST_MS : 0);
    hasAsked.current = true;
    return () => {
      isOver = true;
      clearTimeout(timer);
      stop();
    };
  }, [input, tries]);

  const isFailed = failed === input;
  useEffect(() => {
    if (!isFailed) return undefined;
    addEventListener('online', retry);
    return () => removeEventListener('online', retry);
  }, [isFailed, retry]);
  return { list: shown?.list ?? null, isOld: shown !== null && shown.input !== input, isFailed, status, retry };
}
