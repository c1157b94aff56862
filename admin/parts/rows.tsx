import type { ReactNode } from 'react';
import { useListContext } from 'react-admin';
import { Failure } from './failure';

/** The rows of a list, or why they could not be had and a way to try again. */
export function Rows({ children }: { readonly children: ReactNode }) {
  const { error, data, refetch } = useListContext();
  if (error && data === undefined) return <Failure error={error} again={() => void refetch()} />;
  return <>{children}</>;
}
