import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Failure } from './failure';
import { Waiting } from './waiting';

interface AskedProps<Result> {
  readonly of: UseQueryResult<Result, Error>;
  readonly children: (data: Result) => ReactNode;
  /** In the shape of what is to come; grey rows unless told. */
  readonly waiting?: ReactNode;
}

/** What `useAsk` brings, with its designed states: grey while it is awaited, the reason and a way on where it fails. */
export function Asked<Result>({ of, children, waiting = <Waiting /> }: AskedProps<Result>) {
  // An answer of before stays on screen when the next one fails: the notice of the connection says why it is old.
  if (of.data !== undefined) return <>{children(of.data)}</>;
  if (of.isError) return <Failure error={of.error} again={() => void of.refetch()} />;
  return <>{waiting}</>;
}
