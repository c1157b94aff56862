import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';
import { ask, type Operation } from './request';

interface Options {
  /** Not asked while false, for example until something is chosen. */
  readonly enabled?: boolean;
  /** Keeps the last answer on screen while the next one is on its way. */
  readonly keep?: boolean;
  /** For so many milliseconds the answer is not asked for again when its page is shown anew: for what hardly changes. */
  readonly goodFor?: number;
}

/** Asks once per document and variables; the answer is kept, refreshed on return to the page, and asked again by `refetch`. */
export function useAsk<Result, Variables>(
  operation: Operation<Result, Variables>,
  variables: Variables,
  { enabled = true, keep = false, goodFor }: Options = {},
): UseQueryResult<Result, Error> {
  return useQuery({
    queryKey: askKey(operation, variables),
    queryFn: ({ signal }) => ask(operation, variables, { signal }),
    enabled,
    placeholderData: keep ? keepPreviousData : undefined,
    ...(goodFor !== undefined && { staleTime: goodFor }),
  });
}

/** The key under which an answer is kept: give it to react-query to change or forget the answer. */
export function askKey<Result, Variables>(operation: Operation<Result, Variables>, variables?: Variables): readonly unknown[] {
  return ['ask', operation.toString(), ...(variables === undefined ? [] : [variables])];
}
