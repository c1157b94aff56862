import { useQuery } from '@apollo/client/react';
import { useMemo } from 'react';
import { useLocation } from 'wouter';
import { RecommendationsDocument, type WatchPageQuery } from '../generated/documents';
import { cameFrom, opened } from '../tracking/came-from';
import { BESIDE_COUNT, useBesideInput } from './beside';
import type { Next } from './end-card';

/** What comes after a title: the next episode of its show, else the first recommendation beside it as it stands by then. */
export function useNext(title: NonNullable<WatchPageQuery['title']>): Next | null {
  const [, go] = useLocation();
  const input = useBesideInput(title.id);
  // The list beside the player asks and follows; here it is only read.
  const { data } = useQuery(RecommendationsDocument, { variables: { input, first: BESIDE_COUNT }, fetchPolicy: 'cache-only' });
  const list = data?.recommendations;
  return useMemo(() => {
    const episodes = title.parent?.episodes ?? [];
    const episode = episodes[episodes.findIndex(({ id }) => id === title.id) + 1];
    if (episode && title.parent)
      return {
        title: episode,
        isEpisode: true,
        open() {
          opened(episode.id, cameFrom(title.id));
          go(`/watch/${episode.id}`);
        },
      };
    const place = list?.items.nodes.find((each) => each.title.id !== title.parent?.id);
    if (!list || !place) return null;
    return {
      title: place.title,
      isEpisode: false,
      open() {
        opened(place.title.id, { recommendationId: list.recommendationId, rank: place.rank });
        go(`/watch/${place.title.id}`);
      },
    };
  }, [title, list, go]);
}
