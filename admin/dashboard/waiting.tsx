import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import { CardGrid } from './cards';

const CARDS = ['events', 'people', 'hours', 'lists', 'clicks', 'watches', 'coverage', 'times', 'slow', 'sockets', 'jobs', 'database'];
const CHARTS = ['one', 'two', 'three', 'four'];

/** The dashboard in grey, in the shape that it will have. */
export function DashboardWaiting() {
  return (
    <Box role="status" aria-label="Loading" sx={{ display: 'grid', gap: 2 }}>
      <Skeleton variant="text" width={140} />
      <CardGrid>
        {CARDS.map((card) => (
          <Skeleton key={card} variant="rounded" height={148} />
        ))}
      </CardGrid>
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'repeat(2, minmax(0, 1fr))' } }}>
        {CHARTS.map((chart) => (
          <Skeleton key={chart} variant="rounded" height={310} />
        ))}
      </Box>
    </Box>
  );
}
