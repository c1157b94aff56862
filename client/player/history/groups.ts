import { useCallback, useEffect, useRef, useState } from 'react';
import { apollo } from '../api/apollo';
import { type HistoryGroupFragment, HistoryGroupsDocument, type HistoryTitleFragment, type RowFate } from '../generated/documents';

interface Asked {
  readonly importId: string;
  readonly fate: RowFate;
  readonly search: string;
}

interface Shown {
  readonly groups: readonly HistoryGroupFragment[];
  /** How many there are in all. */
  readonly total: number;
  /** Where the next page begins; null: there is none. */
  readonly after: string | null;
}

const PAGE = 36;

/** The groups of a basket, page by page. Those that were decided leave the list without asking for it anew. */
export function useGroups({ importId, fate, search }: Asked) {
  const [shown, setShown] = useState<Shown | null>(null);
  const [state, setState] = useState<'loading' | 'there' | 'failed'>('loading');
  /** Counts questions: an answer to one before the last is late. */
  const asked = useRef(0);

  const ask = useCallback(
    async (after: string | null): Promise<void> => {
      asked.current += 1;
      const question = asked.current;
      setState('loading');
      const variables = { id: importId, fate, search: search === '' ? null : search, first: PAGE, after };
      const page = await apollo.query({ query: HistoryGroupsDocument, variables, fetchPolicy: 'no-cache' }).then(
        ({ data }) => data?.historyImport?.groups ?? null,
        () => null,
      );
      if (question !== asked.current) return;
      setState(page === null ? 'failed' : 'there');
      if (page === null) return;
      const next = { total: page.totalCount ?? 0, after: page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null };
      setShown((known) => ({ ...next, groups: after === null ? page.nodes : [...(known?.groups ?? []), ...page.nodes] }));
    },
    [importId, fate, search],
  );

  useEffect(() => {
    void ask(null);
    return () => {
      asked.current += 1;
    };
  }, [ask]);

  /** Takes the groups of a name off the list. */
  const drop = useCallback((name: string): void => {
    setShown((known) => {
      if (known === null) return null;
      const groups = known.groups.filter((group) => group.name !== name);
      return { ...known, groups, total: known.total - (known.groups.length - groups.length) };
    });
  }, []);

  /** Lets the groups of a name stand for another title. */
  const rename = useCallback((name: string, title: HistoryTitleFragment): void => {
    setShown((known) => known && { ...known, groups: known.groups.map((group) => (group.name === name ? { ...group, title } : group)) });
  }, []);

  return { shown, state, ask, drop, rename };
}
