import { useQuery } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import { LiveListFragmentDoc, RecommendationsDocument, type RecommendationsInput } from '../generated/documents';
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
  return { list: data?.recommendations ?? null, error, status, retry: () => void refetch() };
}
