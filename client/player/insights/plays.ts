import { useCallback, useEffect, useRef, useState } from 'react';
import { apollo } from '../api/apollo';
import { InsightPlaysDocument, type InsightsInput, type PlayFilter, type PlayRowFragment } from '../generated/documents';

/** Which plays: those behind one total of one person. */
export interface AskedPlays {
  readonly input: InsightsInput;
  readonly userId: string;
  readonly of: PlayFilter;
}

interface Shown {
  readonly plays: readonly PlayRowFragment[];
  readonly total: number;
  readonly after: string | null;
}

/** The plays behind a total, page by page, the newest first. `asked` must be the same object between draws. */
export function usePlays(asked: AskedPlays) {
  const [shown, setShown] = useState<Shown | null>(null);
  const [state, setState] = useState<'loading' | 'there' | 'failed'>('loading');
  /** Counts questions: an answer to one before the last is late. */
  const questions = useRef(0);
  const ask = useCallback(
    async (after: string | null): Promise<void> => {
      questions.current += 1;
      const question = questions.current;
      setState('loading');
      const { input, userId, of } = asked;
      const page = await apollo.query({ query: InsightPlaysDocument, variables: { input, of, after }, fetchPolicy: 'no-cache' }).then(
        ({ data }) => data?.insights.people.find((person) => person.userId === userId)?.plays ?? null,
        () => null,
      );
      if (question !== questions.current) return;
      setState(page === null ? 'failed' : 'there');
      if (page === null) return;
      const next = { total: page.totalCount ?? 0, after: page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null };
      setShown((known) => ({ ...next, plays: after === null ? page.nodes : [...(known?.plays ?? []), ...page.nodes] }));
    },
    [asked],
  );
  useEffect(() => {
    void ask(null);
    return () => {
      questions.current += 1;
    };
  }, [ask]);
  return { shown, state, ask };
}
