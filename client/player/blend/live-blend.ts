import { useCallback, useEffect, useRef, useState } from 'react';
import { apollo } from '../api/apollo';
import { isMissing } from '../api/missing';
import { type LineStatus, subscribeTo } from '../api/subscription';
import { BlendChangedDocument, BlendDocument, type LiveBlendFragment } from '../generated/documents';

/** A blend that moves while the page is open. */
export interface LiveBlend {
  /** Null until the first one came, and where there is none. */
  readonly blend: LiveBlendFragment | null;
  /** missing: there is none, or one is not in it, or not any more. */
  readonly state: 'loading' | 'there' | 'missing' | 'failed';
  readonly status: LineStatus;
  /** Asks again. */
  ask(): Promise<void>;
  /** After a change of one's own: asks where no push will tell what came of it. */
  changed(): void;
}

/**
 * The blend with `first` titles: the first one by query, then by pushes, which come in their order. What was asked for before a push came
 * may be older than it and is dropped.
 */
export function useLiveBlend(id: string, first: number): LiveBlend {
  const [blend, setBlend] = useState<LiveBlendFragment | null>(null);
  const [state, setState] = useState<LiveBlend['state']>('loading');
  const [status, setStatus] = useState<LineStatus>('connecting');
  const pushes = useRef(0);

  const take = useCallback((next: LiveBlendFragment | null): void => {
    setBlend(next);
    setState(next === null ? 'missing' : 'there');
  }, []);

  const ask = useCallback(async (): Promise<void> => {
    const before = pushes.current;
    try {
      const { data } = await apollo.query({ query: BlendDocument, variables: { id, first }, fetchPolicy: 'no-cache' });
      if (pushes.current === before) take(data?.blend ?? null);
    } catch (error) {
      if (pushes.current !== before) return;
      if (isMissing(error)) take(null);
      else setState((known) => (known === 'there' ? known : 'failed'));
    }
  }, [id, first, take]);

  useEffect(() => {
    void ask();
    return subscribeTo(
      BlendChangedDocument,
      { id, first },
      {
        next({ blendChanged }) {
          pushes.current += 1;
          take(blendChanged);
        },
        ended(codes) {
          setStatus('waiting');
          if (!codes.includes('NOT_FOUND')) return;
          pushes.current += 1;
          take(null);
        },
        status: setStatus,
      },
    );
  }, [id, first, ask, take]);

  const changed = useCallback(() => {
    if (status !== 'live') void ask();
  }, [status, ask]);
  return { blend, state, status, ask, changed };
}
