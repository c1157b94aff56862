import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { ReactNode } from 'react';
import { Failure } from '../parts/failure';
import { Waiting } from '../parts/waiting';
import type { Pages } from './use-pages';

interface GrowingProps<Node> {
  readonly of: Pages<Node>;
  readonly empty: ReactNode;
  readonly children: (nodes: readonly Node[]) => ReactNode;
}

/** A list that grows at its end, with its states. */
export function Growing<Node>({ of, empty, children }: GrowingProps<Node>) {
  const { nodes, error, hasMore, isMoreComing, more, again } = of;
  if (nodes === undefined) return error ? <Failure error={error} again={again} /> : <Waiting />;
  if (nodes.length === 0) return <>{empty}</>;
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      {children(nodes)}
      {hasMore && (
        <Button onClick={more} loading={isMoreComing} sx={{ justifySelf: 'center' }}>
          Show more
        </Button>
      )}
    </Box>
  );
}
