import { useQuery } from '@apollo/client/react';
import { useEffect, useRef, useState } from 'react';
import { type LiveListFragment, LiveListFragmentDoc, RecommendationsDocument, type RecommendationsInput } from '../generated/documents';
import { apollo } from './apollo';
import { kinograph } from './kinograph';
import { typedList } from './typed-list';

type Status = 'connecting' | 'live' | 'waiting' | 'refused';

/**
 * A person's list that moves while they watch. The first one comes by query; what is pushed replaces it in the cache under the same
 * `id`, so every place of the page that shows the list follows. `input` must be the same object between draws.
 */
export function useLiveList(input: RecommendationsInput, first = 20) {
  const { data, error, refetch } = useQuery(RecommendationsDocument, { variables: { input, first }, fetchPolicy: 'cache-and-network' });
  const [status, setStatus] = useState<Status>('connecting');
  const newest = useRef<LiveListFragment | null>(null);
  newest.current = newer(newest.current, data?.recommendations ?? null);
  useEffect(
    () =>
      kinograph.watchRecommendations(
        (list) => {
          const id = apollo.cache.identify({ __typename: 'RecommendationList', id: list.id });
          apollo.cache.writeFragment({
            id,
            fragment: LiveListFragmentDoc,
            fragmentName: 'LiveList',
            variables: { first },
            data: typedList(list),
          });
        },
        { input, first, onStatus: setStatus },
      ),
    [input, first],
  );
  return { list: newest.current, error, status, retry: () => void refetch() };
}

/** An answer that was on its way while a push came may be the older of the two; another person's list is another list. */
function newer(known: LiveListFragment | null, next: LiveListFragment | null): LiveListFragment | null {
  return known !== null && known.id === next?.id && known.version > next.version ? known : next;
}
