import { CombinedGraphQLErrors } from '@apollo/client';

const MISSING: ReadonlySet<unknown> = new Set(['NOT_FOUND', 'BAD_INPUT']);

/** Whether a query failed because its address names nothing: asking again would not help. */
export function isMissing(error: unknown): boolean {
  return CombinedGraphQLErrors.is(error) && error.errors.every(({ extensions }) => MISSING.has(extensions?.code));
}
