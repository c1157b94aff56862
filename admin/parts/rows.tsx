import type { ReactNode } from 'react';
import { useListContext } from 'react-admin';
import { Failure } from './failure';
import { Waiting } from './waiting';

/** The rows of a list; grey ones while they are awaited, or why they could not be had and a way to try again. */
export function Rows({ children }: { readonly children: ReactNode }) {
  const { error, data, isPending, refetch } = useListContext();
  if (data !== undefined) return <>{children}</>;
  if (error) return <Failure error={error} again={() => void refetch()} />;
  return isPending ? <Waiting rows={8} /> : null;
}
