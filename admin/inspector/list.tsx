import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import type { InspectorListFragment } from '../generated/inspector';
import { Empty } from '../parts/empty';
import type { Colours } from './colours';
import { Place } from './place';
import { barSize } from './score-bar';

interface ListProps {
  readonly of: InspectorListFragment;
  readonly label: string;
  readonly colours: Colours;
  /** What stands beside a title that moved. */
  readonly moveOf?: (titleId: string) => ReactNode;
}

/** The first places of a list, with bars that compare within it. */
export function List({ of: { items }, label, colours, moveOf }: ListProps) {
  if (items.length === 0) return <Empty title="This list is empty.">Below stands what took every title out.</Empty>;
  const most = Math.max(...items.map(({ parts }) => barSize(parts)));
  return (
    <Box
      component="ol"
      aria-label={label}
      sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}
    >
      {items.map((item) => (
        <Place key={item.rank} item={item} colours={colours} most={most} move={item.title && moveOf?.(item.title.id)} />
      ))}
    </Box>
  );
}
