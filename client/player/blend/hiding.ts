import { useMutation, useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { HiddenFromBlendsDocument, HideFromBlendsDocument, type HideFromBlendsInput } from '../generated/documents';

/** What is hidden from all blends, and how to change it. */
export function useHiding() {
  const { data, error, refetch } = useQuery(HiddenFromBlendsDocument, { fetchPolicy: 'cache-and-network' });
  const [send] = useMutation(HideFromBlendsDocument);
  const [hiddenCount, setHiddenCount] = useState<number | null>(null);
  const [hasFailed, setFailed] = useState(false);
  return {
    titles: data?.hiddenFromBlends.nodes ?? null,
    error: data ? undefined : error,
    retry: () => void refetch(),
    /** How many are hidden after the last change; null before any. */
    hiddenCount,
    hasFailed,
    /** Hides what was watched and fits, or with `hidden: false` shows it again. Never rejects. */
    async hide(input: HideFromBlendsInput): Promise<void> {
      const done = await send({ variables: { input } }).then(
        (answer) => answer.data?.hideFromBlends,
        () => undefined,
      );
      const isDone = done !== undefined && done.userErrors.length === 0;
      setFailed(!isDone);
      if (!isDone) return;
      setHiddenCount(done.hiddenCount);
      await refetch().catch(() => {});
    },
  };
}
