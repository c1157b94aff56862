import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { ask, type Operation } from '../api/request';

interface Paged<Node> {
  readonly nodes: readonly Node[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor?: string | null };
}

/** What a list that grows at its end shows. */
export interface Pages<Node> {
  /** Undefined while the first page is awaited. */
  readonly nodes: readonly Node[] | undefined;
  readonly error: Error | null;
  readonly hasMore: boolean;
  readonly isMoreComing: boolean;
  more(): void;
  again(): void;
}

/** Asks page after page; `pick` finds the connection in an answer. */
export function usePages<Result, Variables extends { after?: string | null }, Node>(
  operation: Operation<Result, Variables>,
  variables: Variables,
  pick: (answer: Result) => Paged<Node> | null | undefined,
): Pages<Node> {
  const query = useInfiniteQuery({
    queryKey: ['ask', operation.toString(), 'pages', variables],
    queryFn: ({ pageParam, signal }) => ask(operation, { ...variables, after: pageParam }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (last: Result) => {
      const info = pick(last)?.pageInfo;
      return info?.hasNextPage ? (info.endCursor ?? null) : null;
    },
    placeholderData: keepPreviousData,
  });
  return {
    nodes: query.data?.pages.flatMap((page) => pick(page)?.nodes ?? []),
    error: query.error,
    hasMore: query.hasNextPage,
    isMoreComing: query.isFetchingNextPage,
    more: () => void query.fetchNextPage(),
    again: () => void query.refetch(),
  };
}
